package run.radicchio.component.type;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as WIT writes them on one line, for messages and for printing. */
public final class TypeText {
  private TypeText() {}

  /** A type as it is used: by its name where it has one, else written out. */
  public static String of(ValType type) {
    return switch (type) {
      case PrimitiveType primitive -> primitive.witName();
      case NamedType named -> escape(named.name());
      case ListType(ValType element, Integer length) when length != null ->
          "list<" + of(element) + ", " + length + ">";
      case ListType list -> "list<" + of(list.element()) + ">";
      case OptionType option -> "option<" + of(option.element()) + ">";
      case ResultType result -> result(result);
      case TupleType tuple ->
          tuple.elements().stream()
              .map(TypeText::of)
              .collect(Collectors.joining(", ", "tuple<", ">"));
      case MapType map -> "map<" + of(map.key()) + ", " + of(map.value()) + ">";
      case OwnType own -> escape(own.resource().name());
      case BorrowType borrow -> "borrow<" + escape(borrow.resource().name()) + ">";
      case StreamType stream -> withElement("stream", stream.element());
      case FutureType future -> withElement("future", future.element());
      case RecordType record ->
          record.fields().stream()
              .map(field -> escape(field.name()) + ": " + of(field.type()))
              .collect(Collectors.joining(", ", "record { ", " }"));
      case VariantType variant ->
          variant.cases().stream()
              .map(TypeText::variantCase)
              .collect(Collectors.joining(", ", "variant { ", " }"));
      case EnumType enumeration -> "enum { " + names(enumeration.names()) + " }";
      case FlagsType flags -> "flags { " + names(flags.names()) + " }";
    };
  }

  /** A function type, such as {@code async func(a: u32) -> string}. */
  public static String of(FuncType type) {
    String parameters =
        type.parameters().stream()
            .map(parameter -> escape(parameter.name()) + ": " + of(parameter.type()))
            .collect(Collectors.joining(", ", "func(", ")"));
    ValType result = type.result();
    return (type.async() ? "async " : "")
        + parameters
        + (result == null ? "" : " -> " + of(result));
  }

  /** A case of a variant, such as {@code some(u32)}. */
  public static String variantCase(VariantType.Case variantCase) {
    ValType type = variantCase.type();
    return escape(variantCase.name()) + (type == null ? "" : "(" + of(type) + ")");
  }

  /** A name, with {@code %} before it where it is a keyword of WIT. */
  public static String escape(String name) {
    return KEYWORDS.contains(name) ? "%" + name : name;
  }

  private static String names(List<String> names) {
    return names.stream().map(TypeText::escape).collect(Collectors.joining(", "));
  }

  private static String withElement(String constructor, @Nullable ValType element) {
    return element == null ? constructor : constructor + "<" + of(element) + ">";
  }

  private static String result(ResultType type) {
    ValType ok = type.ok();
    ValType error = type.error();
    if (error == null) {
      return withElement("result", ok);
    }
    return "result<" + (ok == null ? "_" : of(ok)) + ", " + of(error) + ">";
  }

  private static final List<String> KEYWORDS =
      List.of(
          "as",
          "async",
          "bool",
          "borrow",
          "char",
          "constructor",
          "enum",
          "export",
          "f32",
          "f64",
          "flags",
          "from",
          "func",
          "future",
          "import",
          "include",
          "interface",
          "list",
          "map",
          "option",
          "own",
          "package",
          "record",
          "resource",
          "result",
          "s16",
          "s32",
          "s64",
          "s8",
          "static",
          "stream",
          "string",
          "tuple",
          "type",
          "u16",
          "u32",
          "u64",
          "u8",
          "use",
          "variant",
          "with",
          "world");
}
