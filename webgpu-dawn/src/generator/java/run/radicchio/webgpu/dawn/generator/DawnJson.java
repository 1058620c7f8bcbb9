package run.radicchio.webgpu.dawn.generator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.generator.CType.Scalar;

/**
 * Reads {@code dawn.json} into the declarations of the C header of a native build.
 *
 * <p>The file leaves to its readers what C adds: {@code nextInChain}, the chain's header, the
 * userdata of callbacks, addRef and release, and the number ranges of the values that only some
 * builds have. All of that is here.
 */
final class DawnJson {
  /** Declarations with tags belong to a native build if they have one of these. */
  private static final Set<String> NATIVE_BUILD = Set.of("dawn", "native", "compat");

  private static final Map<String, Scalar> NATIVE_TYPES =
      Map.ofEntries(
          Map.entry("bool", Scalar.BOOL),
          Map.entry("char", Scalar.INT8),
          Map.entry("uint8_t", Scalar.INT8),
          Map.entry("uint16_t", Scalar.INT16),
          Map.entry("int", Scalar.INT32),
          Map.entry("int32_t", Scalar.INT32),
          Map.entry("uint32_t", Scalar.INT32),
          Map.entry("uint64_t", Scalar.INT64),
          Map.entry("size_t", Scalar.INT64),
          Map.entry("void *", Scalar.INT64),
          Map.entry("void const *", Scalar.INT64),
          Map.entry("float", Scalar.FLOAT),
          Map.entry("double", Scalar.DOUBLE));

  private static final Map<String, String> C_LIMITS =
      Map.of(
          "UINT32_MAX", "0xFFFFFFFF",
          "UINT64_MAX", "0xFFFFFFFFFFFFFFFFL",
          "SIZE_MAX", "0xFFFFFFFFFFFFFFFFL",
          "NAN", "Float.NaN");

  /** What a structure that extends another begins with. */
  private static final Declaration.Structure CHAINED_STRUCT =
      new Declaration.Structure(
          new Name("chained struct"),
          null,
          List.of(
              new Declaration.Member(new Name("next"), Scalar.INT64, "WGPUChainedStruct *", null),
              new Declaration.Member(new Name("s type"), Scalar.INT32, "WGPUSType", null)),
          List.of());

  private final Map<String, JsonObject> types = new HashMap<>();
  private final Map<String, Declaration.Structure> structures = new HashMap<>();

  private DawnJson(JsonObject root) {
    for (Map.Entry<String, JsonElement> entry : root.entrySet()) {
      if (entry.getValue() instanceof JsonObject type && type.has("category") && enabled(type)) {
        types.put(entry.getKey(), type);
      }
    }
  }

  /** Reads the text of {@code dawn.json}. */
  static List<Declaration> parse(String text) {
    return new DawnJson(JsonParser.parseString(text).getAsJsonObject()).declarations();
  }

  private List<Declaration> declarations() {
    List<Declaration> declarations = new ArrayList<>();
    List<Declaration.Function> functions = new ArrayList<>();
    List<Declaration.Constant> constants = new ArrayList<>();
    for (String words : types.keySet().stream().sorted().toList()) {
      JsonObject type = types.get(words);
      Name name = new Name(words);
      switch (category(words)) {
        case "enum", "bitmask" -> declarations.add(values(name, type));
        case "structure", "callback info" -> declarations.add(structure(words));
        case "object" -> declarations.add(handle(name, type));
        case "callback function" -> declarations.add(callback(name, type));
        case "function" -> functions.add(function("wgpu" + name.pascalCase(), name, null, type));
        case "constant" -> constants.add(constant(name, type));
        // Function pointers are addresses; a typedef is an old name; native types are C's.
        case "function pointer", "typedef", "native" -> {}
        default -> throw new IllegalArgumentException("category of '" + words + "' is not known");
      }
    }
    declarations.add(CHAINED_STRUCT);
    declarations.add(new Declaration.Globals(functions, constants));
    return declarations;
  }

  private static Declaration.Values values(Name name, JsonObject type) {
    List<Declaration.Value> values = new ArrayList<>();
    for (JsonObject value : objects(type, "values")) {
      if (enabled(value)) {
        Set<String> tags = tags(value);
        int range = tags.contains("dawn") ? 0x5_0000 : tags.contains("compat") ? 0x2_0000 : 0;
        values.add(new Declaration.Value(name(value), value.get("value").getAsLong() + range));
      }
    }
    return new Declaration.Values(name, type.get("category").getAsString().equals("bitmask"), values);
  }

  private Declaration.Structure structure(String words) {
    Declaration.Structure known = structures.get(words);
    if (known != null) {
      return known;
    }
    JsonObject type = types.get(words);
    List<Declaration.Member> members = new ArrayList<>();
    boolean callbackInfo = category(words).equals("callback info");
    if (is(type, "chained")) {
      CType chain = new CType.Struct(CHAINED_STRUCT);
      members.add(new Declaration.Member(new Name("chain"), chain, "WGPUChainedStruct", null));
    } else if (callbackInfo || is(type, "extensible")) {
      members.add(
          new Declaration.Member(new Name("next in chain"), Scalar.INT64, "WGPUChainedStruct *", null));
    }
    members.addAll(members(objects(type, "members")));
    if (callbackInfo) {
      members.addAll(userdata());
    }
    Name name = new Name(words);
    String sType = is(type, "chained") ? "WGPUSType." + name.constantCase() : null;
    List<Declaration.Function> functions = new ArrayList<>();
    if (isOutput(type) && ownsMemory(type)) {
      Declaration.Structure value = new Declaration.Structure(name, sType, members, List.of());
      Declaration.Member parameter = new Declaration.Member(new Name("value"), new CType.Struct(value), name.type(), null);
      String symbol = "wgpu" + name.pascalCase() + "FreeMembers";
      functions.add(new Declaration.Function(symbol, "freeMembers", List.of(parameter), null, "void"));
    }
    Declaration.Structure structure = new Declaration.Structure(name, sType, members, functions);
    structures.put(words, structure);
    return structure;
  }

  private static boolean isOutput(JsonObject type) {
    return is(type, "out") || isOut(type, "chained") || isOut(type, "extensible");
  }

  private static boolean is(JsonObject type, String key) {
    return type.has(key) && !type.get(key).getAsString().equals("false");
  }

  private static boolean isOut(JsonObject type, String key) {
    return type.has(key) && type.get(key).getAsString().equals("out");
  }

  private static boolean ownsMemory(JsonObject type) {
    return objects(type, "members").stream()
        .anyMatch(
            member ->
                member.has("annotation") || member.get("type").getAsString().equals("string view"));
  }

  private Declaration.Handle handle(Name name, JsonObject type) {
    List<Declaration.Function> functions = new ArrayList<>();
    for (JsonObject method : objects(type, "methods")) {
      if (enabled(method)) {
        String symbol = "wgpu" + name.pascalCase() + name(method).pascalCase();
        functions.add(function(symbol, name(method), name, method));
      }
    }
    for (String count : List.of("add ref", "release")) {
      String symbol = "wgpu" + name.pascalCase() + new Name(count).pascalCase();
      functions.add(function(symbol, new Name(count), name, new JsonObject()));
    }
    return new Declaration.Handle(name, functions);
  }

  private Declaration.Function function(String symbol, Name java, @Nullable Name self, JsonObject json) {
    List<Declaration.Member> parameters = new ArrayList<>();
    if (self != null) {
      parameters.add(new Declaration.Member(new Name("self"), Scalar.INT64, self.type(), null));
    }
    parameters.addAll(members(objects(json, "args")));
    JsonElement returns = json.get("returns");
    String type =
        switch (returns) {
          case null -> "void";
          case JsonObject nullable -> nullable.get("type").getAsString();
          default -> returns.getAsString();
        };
    return new Declaration.Function(
        symbol,
        java.camelCase(),
        parameters,
        type.equals("void") ? null : returned(type),
        cName(type));
  }

  /**
   * A function's result. Every C ABI that Dawn is built for returns a structure of one 64-bit
   * integer, which a future is, as that integer.
   */
  private Scalar returned(String type) {
    CType result = type(type);
    if (result instanceof CType.Struct(Declaration.Structure structure)
        && structure.members().size() == 1
        && structure.members().getFirst().type() instanceof Scalar member) {
      result = member;
    }
    if (result instanceof Scalar scalar) {
      return scalar;
    }
    throw new IllegalArgumentException("a function returns the structure '" + type + "'");
  }

  private Declaration.Callback callback(Name name, JsonObject type) {
    List<Declaration.Member> parameters = members(objects(type, "args"));
    parameters.addAll(userdata());
    return new Declaration.Callback(name, parameters);
  }

  private static List<Declaration.Member> userdata() {
    return List.of(
        new Declaration.Member(new Name("userdata1"), Scalar.INT64, "void *", null),
        new Declaration.Member(new Name("userdata2"), Scalar.INT64, "void *", null));
  }

  private Declaration.Constant constant(Name name, JsonObject type) {
    String value = type.get("value").getAsString();
    return new Declaration.Constant(
        name,
        NATIVE_TYPES.get(type.get("type").getAsString()),
        C_LIMITS.getOrDefault(value, value));
  }

  private List<Declaration.Member> members(List<JsonObject> json) {
    List<Declaration.Member> members = new ArrayList<>();
    for (JsonObject member : json) {
      String type = member.get("type").getAsString();
      JsonElement annotation = member.get("annotation");
      boolean pointer = annotation != null && !annotation.getAsString().equals("value");
      members.add(
          new Declaration.Member(
              name(member),
              pointer ? Scalar.INT64 : type(type),
              pointer ? cName(type) + " " + annotation.getAsString() : cName(type),
              pointer ? null : initial(type, member.get("default"))));
    }
    return members;
  }

  private CType type(String words) {
    return switch (category(words)) {
      case "native" -> NATIVE_TYPES.get(words);
      case "enum" -> Scalar.INT32;
      case "bitmask", "object", "function pointer", "callback function" -> Scalar.INT64;
      case "structure", "callback info" -> new CType.Struct(structure(words));
      case "typedef" -> type(types.get(words).get("type").getAsString());
      default -> throw new IllegalArgumentException("'" + words + "' is no type of a member");
    };
  }

  private @Nullable String initial(String type, @Nullable JsonElement json) {
    String value = json == null ? "" : json.getAsString();
    boolean constant = types.containsKey(value) && category(value).equals("constant");
    if (constant) {
      return "WGPUGlobal." + new Name(value).constantCase();
    }
    return switch (category(type)) {
      case "enum" -> initialEnum(type, value);
      case "bitmask" ->
          value.isEmpty() || value.equals("none")
              ? null
              : new Name(type).type() + "." + new Name(value).constantCase();
      case "structure" -> value.equals("zero") ? "zero" : null;
      case "native" ->
          value.isEmpty() || value.matches("nullptr|false|0|0\\.0f") ? null
              : NATIVE_TYPES.get(type) == Scalar.INT16 ? "(short) " + value : value.replace(".0f", "f");
      default -> null;
    };
  }

  /** An enum without a default is undefined, if it can be: not always zero. */
  private @Nullable String initialEnum(String type, String value) {
    Name wanted = new Name(value.isEmpty() ? "undefined" : value);
    return values(new Name(type), types.get(type)).values().stream()
        .filter(candidate -> candidate.name().equals(wanted) && candidate.value() != 0)
        .map(candidate -> new Name(type).type() + "." + wanted.constantCase())
        .findFirst()
        .orElse(null);
  }

  private String cName(String words) {
    return category(words).equals("native") ? words : new Name(words).type();
  }

  private String category(String words) {
    JsonObject type = types.get(words);
    if (type == null) {
      throw new IllegalArgumentException("'" + words + "' is used but not declared");
    }
    return type.get("category").getAsString();
  }

  private static Name name(JsonObject json) {
    return new Name(json.get("name").getAsString());
  }

  private static boolean enabled(JsonObject json) {
    Set<String> tags = tags(json);
    return tags.isEmpty() || tags.stream().anyMatch(NATIVE_BUILD::contains);
  }

  private static Set<String> tags(JsonObject json) {
    return json.has("tags")
        ? Set.copyOf(json.getAsJsonArray("tags").asList().stream().map(JsonElement::getAsString).toList())
        : Set.of();
  }

  private static List<JsonObject> objects(JsonObject json, String key) {
    JsonArray array = json.has(key) ? json.getAsJsonArray(key) : new JsonArray();
    return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }
}
