package run.radicchio.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeText;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

/** Reads values of scripts, as {@link run.radicchio.component.value} says. */
final class Values {
  private Values() {}

  /**
   * A value of a type.
   *
   * @param json an object with {@code type} and {@code value}
   * @throws IllegalArgumentException if it is of another type
   */
  static Object value(JsonObject json, ValType type) {
    JsonElement value = json.get("value");
    return switch (type.structure()) {
      case PrimitiveType primitive -> primitive(json, primitive);
      case ListType list ->
          value.getAsJsonArray().asList().stream()
              .map(element -> value(element.getAsJsonObject(), list.element()))
              .toList();
      case MapType map ->
          value.getAsJsonArray().asList().stream()
              .map(pair -> sequence(pair.getAsJsonArray(), List.of(map.key(), map.value())))
              .toList();
      case TupleType tuple -> sequence(value.getAsJsonArray(), tuple.elements());
      case RecordType record -> record(value.getAsJsonArray(), record);
      case VariantType variant -> variant(value.getAsJsonObject(), variant);
      case EnumType _ -> value.getAsString();
      case FlagsType _ -> flags(value.getAsJsonArray());
      case OptionType option -> Optional.ofNullable(payload(value, option.element()));
      case ResultType result -> result(value.getAsJsonObject(), result);
      default ->
          throw new IllegalArgumentException(
              "scripts have no values of the type " + TypeText.of(type));
    };
  }

  private static Object primitive(JsonObject json, PrimitiveType type) {
    String name = json.get("type").getAsString();
    if (!name.equals(type.witName())) {
      throw new IllegalArgumentException(
          "the script has a value of %s where the type is %s".formatted(name, type.witName()));
    }
    String text = json.get("value").getAsString();
    return switch (type) {
      case BOOL -> Boolean.valueOf(text);
      case S8, U8 -> (byte) Integer.parseInt(text);
      case S16, U16 -> (short) Integer.parseInt(text);
      case S32 -> Integer.parseInt(text);
      case U32 -> Integer.parseUnsignedInt(text);
      case S64 -> Long.parseLong(text);
      case U64 -> Long.parseUnsignedLong(text);
      case F32 -> isNan(text) ? Float.NaN : Float.intBitsToFloat(Integer.parseUnsignedInt(text));
      case F64 -> isNan(text) ? Double.NaN : Double.longBitsToDouble(Long.parseUnsignedLong(text));
      case CHAR -> text.codePointAt(0);
      case STRING -> text;
      case ERROR_CONTEXT ->
          throw new IllegalArgumentException("scripts have no values of the type error-context");
    };
  }

  private static boolean isNan(String text) {
    return text.startsWith("nan:");
  }

  private static List<Object> sequence(JsonArray values, List<ValType> types) {
    List<Object> sequence = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      sequence.add(value(values.get(i).getAsJsonObject(), types.get(i)));
    }
    return sequence;
  }

  /** Fields are pairs of their name and value, in the order of the type. */
  private static RecordValue record(JsonArray fields, RecordType type) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      values.add(
          value(
              fields.get(i).getAsJsonArray().get(1).getAsJsonObject(),
              type.fields().get(i).type()));
    }
    return new RecordValue(values);
  }

  private static VariantValue variant(JsonObject variant, VariantType type) {
    String name = variant.get("case").getAsString();
    VariantType.Case chosen =
        type.cases().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no case %s".formatted(TypeText.of(type), name)));
    return new VariantValue(name, payload(variant.get("payload"), chosen.type()));
  }

  private static Set<Object> flags(JsonArray names) {
    Set<Object> flags = new LinkedHashSet<>();
    names.forEach(name -> flags.add(name.getAsString()));
    return flags;
  }

  private static Result<?, ?> result(JsonObject result, ResultType type) {
    return result.has("Ok")
        ? Result.ok(payload(result.get("Ok"), type.ok()))
        : Result.err(payload(result.get("Err"), type.error()));
  }

  private static @Nullable Object payload(@Nullable JsonElement value, @Nullable ValType type) {
    return value == null || value.isJsonNull() || type == null
        ? null
        : value(value.getAsJsonObject(), type);
  }
}
