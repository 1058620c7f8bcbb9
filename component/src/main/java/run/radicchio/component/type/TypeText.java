package run.radicchio.component.type;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as WIT writes them on one line, for messages and for printing. */
public final class TypeText {
  private static final TypeText ANYWHERE = new TypeText(ResourceType::name, name -> true);

  private final Function<ResourceType, String> resourceName;
  private final Predicate<NamedType> isKnown;

  /**
   * Types as they are written at one place.
   *
   * @param resourceName the name of a resource there
   * @param isKnown whether a name is one there; a type of another name is written out
   */
  public TypeText(Function<ResourceType, String> resourceName, Predicate<NamedType> isKnown) {
    this.resourceName = resourceName;
    this.isKnown = isKnown;
  }

  /** A type as it is used: by its name where it has one, else written out. */
  public static String of(ValType type) {
    return ANYWHERE.text(type);
  }

  /** A function type, such as {@code async func(a: u32) -> string}. */
  public static String of(FuncType type) {
    return ANYWHERE.text(type);
  }

  /** A type as it is used: by its name where that is known, else written out. */
  public String text(ValType type) {
    return switch (type) {
      case PrimitiveType primitive -> primitive.witName();
      case NamedType named -> isKnown.test(named) ? escape(named.name()) : text(named.type());
      case ListType(ValType element, Integer length) when length != null ->
          "list<" + text(element) + ", " + length + ">";
      case ListType list -> "list<" + text(list.element()) + ">";
      case OptionType option -> "option<" + text(option.element()) + ">";
      case ResultType result -> result(result);
      case TupleType tuple ->
          tuple.elements().stream()
              .map(this::text)
              .collect(Collectors.joining(", ", "tuple<", ">"));
      case MapType map -> "map<" + text(map.key()) + ", " + text(map.value()) + ">";
      case OwnType own -> escape(resourceName.apply(own.resource()));
      case BorrowType borrow -> "borrow<" + escape(resourceName.apply(borrow.resource())) + ">";
      case StreamType stream -> withElement("stream", stream.element());
      case FutureType future -> withElement("future", future.element());
      case RecordType record -> "record { " + String.join(", ", fields(record)) + " }";
      case VariantType variant -> "variant { " + String.join(", ", cases(variant)) + " }";
      case EnumType enumeration -> "enum { " + String.join(", ", names(enumeration.names())) + " }";
      case FlagsType flags -> "flags { " + String.join(", ", names(flags.names())) + " }";
    };
  }

  /** A function type, such as {@code async func(a: u32) -> string}. */
  public String text(FuncType type) {
    return (type.async() ? "async " : "") + "func" + parameters(type.parameters()) + result(type);
  }

  /** Parameters, such as {@code (a: u32, b: string)}. */
  public String parameters(List<FuncType.Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> escape(parameter.name()) + ": " + text(parameter.type()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The end of a function type, such as {@code -> string}; empty where it has no result. */
  public String result(FuncType type) {
    ValType result = type.result();
    return result == null ? "" : " -> " + text(result);
  }

  /** The fields of a record, such as {@code a: u32}. */
  public List<String> fields(RecordType type) {
    return type.fields().stream()
        .map(field -> escape(field.name()) + ": " + text(field.type()))
        .toList();
  }

  /** The cases of a variant, such as {@code some(u32)}. */
  public List<String> cases(VariantType type) {
    return type.cases().stream().map(this::variantCase).toList();
  }

  /** The names of an enum or of flags. */
  public static List<String> names(List<String> names) {
    return names.stream().map(TypeText::escape).toList();
  }

  /** A name, with {@code %} before it where it is a keyword of WIT. */
  public static String escape(String name) {
    return KEYWORDS.contains(name) ? "%" + name : name;
  }

  private String variantCase(VariantType.Case variantCase) {
    ValType type = variantCase.type();
    return escape(variantCase.name()) + (type == null ? "" : "(" + text(type) + ")");
  }

  private String withElement(String constructor, @Nullable ValType element) {
    return element == null ? constructor : constructor + "<" + text(element) + ">";
  }

  private String result(ResultType type) {
    ValType ok = type.ok();
    ValType error = type.error();
    if (error == null) {
      return withElement("result", ok);
    }
    return "result<" + (ok == null ? "_" : text(ok)) + ", " + text(error) + ">";
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
          "error-context",
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
