package run.radicchio.component.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.TypeText;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * What stands between the braces of an interface, or of a world for its imports or its exports.
 *
 * <p>In: names and types, in order, each type before its uses. Out: a piece of WIT for each, the
 * functions of a resource inside that resource.
 */
final class WitItems {
  private final InterfaceName here;
  private final SequencedMap<String, ExternType> externs;
  private final Map<String, ExternType> scope;
  private final String direction;
  private final TypeOrigins origins;
  private final Map<ResourceType, String> resources;
  private final TypeText text;
  private final Map<String, List<String>> members = new HashMap<>();

  /**
   * The items of one scope.
   *
   * @param here the interface, or an interface as which a world counts
   * @param externs what they are of, without {@link OwnNames}
   * @param scope all that has a name there: {@code externs}, and for exports of a world its imports
   * @param direction what stands before functions and instances: {@code import}, {@code export}, or
   *     nothing in an interface
   */
  WitItems(
      InterfaceName here,
      SequencedMap<String, ExternType> externs,
      Map<String, ExternType> scope,
      String direction,
      TypeOrigins origins) {
    this.here = here;
    this.externs = externs;
    this.scope = scope;
    this.direction = direction.isEmpty() ? "" : direction + " ";
    this.origins = origins;
    this.resources = resourceNames(scope);
    this.text =
        new TypeText(
            resource -> resources.getOrDefault(resource, resource.name()),
            type -> TypeOrigins.isKnown(type, scope));
  }

  private static Map<ResourceType, String> resourceNames(Map<String, ExternType> externs) {
    Map<ResourceType, String> names = new HashMap<>();
    externs.forEach(
        (name, type) -> {
          if (type instanceof TypeBound.SubResource(ResourceType resource)) {
            names.put(resource, name);
          } else if (type instanceof TypeBound.EqualsResource(ResourceType resource)) {
            names.putIfAbsent(resource, name);
          }
        });
    return names;
  }

  /** The items: what it uses, then types, instances and functions, each in order. */
  List<String> all() {
    List<String> functions = new ArrayList<>();
    externs.forEach(
        (name, type) -> {
          if (type instanceof FuncType function && !addMember(name, function)) {
            functions.add(direction + TypeText.escape(name) + ": " + text.text(function) + ";");
          }
        });
    SequencedMap<String, List<String>> uses = new LinkedHashMap<>();
    List<String> items = new ArrayList<>();
    externs.forEach(
        (name, type) -> {
          switch (type) {
            case TypeBound bound ->
                origin(name, bound)
                    .ifPresentOrElse(
                        origin ->
                            uses.computeIfAbsent(
                                    origin.from().pathFrom(here), path -> new ArrayList<>())
                                .add(renamed(origin.name(), name)),
                        () -> items.add(type(name, bound)));
            case InstanceType instance -> items.add(instance(name, instance));
            case CoreModuleType module -> items.add(comment(name, "a core module"));
            case ComponentType component -> items.add(comment(name, "a component"));
            case FuncType function -> {
              // Above, since a resource comes with its functions.
            }
          }
        });
    List<String> all = new ArrayList<>();
    uses.forEach((path, names) -> all.add("use " + path + ".{" + String.join(", ", names) + "};"));
    all.addAll(items);
    all.addAll(functions);
    return all;
  }

  /** Adds a function to those of its resource; false if it is not one of a resource. */
  private boolean addMember(String name, FuncType type) {
    int bracket = name.indexOf(']');
    if (bracket < 0) {
      return false;
    }
    String[] label = name.substring(bracket + 1).split("\\.", 2);
    String member =
        switch (name.substring(1, bracket)) {
          case "constructor" -> "constructor" + constructor(type, label[0]);
          case "static" -> TypeText.escape(label[1]) + ": static " + text.text(type);
          default -> TypeText.escape(label[1]) + ": " + text.text(withoutSelf(type));
        };
    members.computeIfAbsent(label[0], resource -> new ArrayList<>()).add(member + ";");
    return true;
  }

  private String constructor(FuncType type, String resource) {
    String result = text.result(type);
    return text.parameters(type.parameters())
        + (result.equals(" -> " + TypeText.escape(resource)) ? "" : result);
  }

  private static FuncType withoutSelf(FuncType type) {
    return new FuncType(
        type.async(), type.parameters().subList(1, type.parameters().size()), type.result());
  }

  /** Where a type comes from, if it is not defined here. */
  private Optional<TypeOrigins.Origin> origin(String name, TypeBound bound) {
    return switch (bound) {
      case TypeBound.EqualsResource(ResourceType resource)
          when name.equals(resources.get(resource)) ->
          origins.of(resource);
      case TypeBound.EqualsValue(NamedType named) when !TypeOrigins.isIn(named, scope) ->
          origins.of(named, here);
      default -> Optional.empty();
    };
  }

  private static String renamed(String original, String name) {
    return original.equals(name)
        ? TypeText.escape(name)
        : TypeText.escape(original) + " as " + TypeText.escape(name);
  }

  private String type(String name, TypeBound bound) {
    return switch (bound) {
      case TypeBound.SubResource resource -> resource(name);
      case TypeBound.EqualsResource(ResourceType resource)
          when name.equals(resources.get(resource)) ->
          resource(name);
      case TypeBound.EqualsResource(ResourceType resource) ->
          alias(name, TypeText.escape(resources.getOrDefault(resource, name)));
      case TypeBound.EqualsValue(NamedType named) when !TypeOrigins.isIn(named, scope) ->
          definition(name, named.structure());
      case TypeBound.EqualsValue(ValType value) -> definition(name, value);
      case TypeBound.EqualsExtern extern -> comment(name, "a type of functions or instances");
    };
  }

  private String resource(String name) {
    String head = "resource " + TypeText.escape(name);
    List<String> functions = members.getOrDefault(name, List.of());
    return functions.isEmpty() ? head + ";" : WitBlock.of(head, functions);
  }

  private String definition(String name, ValType type) {
    String escaped = TypeText.escape(name);
    return switch (type) {
      case RecordType record -> WitBlock.ofList("record " + escaped, text.fields(record));
      case VariantType variant -> WitBlock.ofList("variant " + escaped, text.cases(variant));
      case EnumType one -> WitBlock.ofList("enum " + escaped, TypeText.names(one.names()));
      case FlagsType flags -> WitBlock.ofList("flags " + escaped, TypeText.names(flags.names()));
      // Without `own` it would be the resource itself.
      case OwnType handle -> alias(name, "own<" + text.text(handle) + ">");
      default -> alias(name, text.text(type));
    };
  }

  private static String alias(String name, String meaning) {
    return "type " + TypeText.escape(name) + " = " + meaning + ";";
  }

  private String instance(String name, InstanceType type) {
    return InterfaceName.of(name)
        .map(interfaceName -> direction + interfaceName.pathFrom(here) + ";")
        .orElseGet(() -> inlineInterface(name, OwnNames.removed(type.exports())));
  }

  private String inlineInterface(String name, SequencedMap<String, ExternType> exports) {
    return WitBlock.ofItems(
        direction + TypeText.escape(name) + ": interface",
        new WitItems(here, exports, exports, "", origins).all());
  }

  private String comment(String name, String what) {
    return "// %s%s: %s, which WIT cannot say".formatted(direction, name, what);
  }
}
