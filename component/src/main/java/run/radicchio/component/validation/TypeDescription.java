package run.radicchio.component.validation;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.TypeText;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/** Types in messages: what kind they are, and written out where that is short. */
final class TypeDescription {
  /** More parts than this are not written out. */
  private static final int SHORT = 40;

  /** More names than this are not listed. */
  private static final int MAX_NAMES = 20;

  private TypeDescription() {}

  /** Names in backquotes, as many as one reads. */
  static String listed(Collection<String> names) {
    int more = names.size() - MAX_NAMES;
    return names.stream()
            .limit(MAX_NAMES)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and %d more".formatted(more) : "");
  }

  /** The error for the index of a type that is another than must be there. */
  static InvalidComponentException another(
      int index, String expected, TypeBound found, long offset) {
    return new InvalidComponentException(
        "type index %s is not %s, but %s"
            .formatted(Integer.toUnsignedString(index), expected, bound(found)),
        offset);
  }

  /** The sort of something of a type. */
  static String sort(ExternType type) {
    return switch (type) {
      case CoreModuleType module -> "module";
      case FuncType function -> "func";
      case TypeBound bound -> "type";
      case ComponentType component -> "component";
      case InstanceType instance -> "instance";
    };
  }

  /** What a type bound says a type is. */
  static String bound(TypeBound bound) {
    return switch (bound) {
      case TypeBound.EqualsValue(ValType type) -> "defined type `" + text(type) + "`";
      case TypeBound.EqualsResource(ResourceType resource) -> "resource `" + resource.name() + "`";
      case TypeBound.SubResource(ResourceType resource) -> "resource `" + resource.name() + "`";
      case TypeBound.EqualsExtern(ExternType type) -> sort(type) + " type";
    };
  }

  /** Which constructor makes a type; a primitive type's name. */
  static String kind(ValType type) {
    return switch (type) {
      case PrimitiveType primitive -> primitive.witName();
      case ListType t -> "list";
      case RecordType t -> "record";
      case TupleType t -> "tuple";
      case VariantType t -> "variant";
      case EnumType t -> "enum";
      case FlagsType t -> "flags";
      case OptionType t -> "option";
      case ResultType t -> "result";
      case MapType t -> "map";
      case OwnType t -> "own";
      case BorrowType t -> "borrow";
      case StreamType t -> "stream";
      case FutureType t -> "future";
      case NamedType named -> kind(named.type());
    };
  }

  /** A type as WIT writes it, or its kind where that would be long. */
  static String text(ValType type) {
    return partsLeft(type, SHORT) < 0 ? kind(type) + " …" : TypeText.of(type);
  }

  /** A function type as WIT writes it, or {@code func} where that would be long. */
  static String text(FuncType type) {
    int left = SHORT;
    for (ValType parameter : type.parameterTypes()) {
      left = partsLeft(parameter, left);
    }
    ValType result = type.result();
    return (result == null ? left : partsLeft(result, left)) < 0 ? "func …" : TypeText.of(type);
  }

  /** How many parts may follow a type; negative if it has too many itself. */
  private static int partsLeft(ValType type, int allowed) {
    int left = allowed - 1;
    if (left < 0) {
      return left;
    }
    for (ValType part : parts(type)) {
      left = partsLeft(part, left);
      if (left < 0) {
        return left;
      }
    }
    return left;
  }

  private static List<ValType> parts(ValType type) {
    return switch (type) {
      case PrimitiveType t -> List.of();
      case OwnType t -> List.of();
      case BorrowType t -> List.of();
      case NamedType t -> List.of();
      case EnumType(List<String> names) ->
          List.<ValType>copyOf(
              names.stream().limit(SHORT).map(name -> PrimitiveType.BOOL).toList());
      case FlagsType t -> List.of();
      case ListType t -> List.of(t.element());
      case OptionType t -> List.of(t.element());
      case StreamType t -> Stream.ofNullable(t.element()).toList();
      case FutureType t -> Stream.ofNullable(t.element()).toList();
      case MapType t -> List.of(t.key(), t.value());
      case ResultType t -> Stream.of(t.ok(), t.error()).filter(Objects::nonNull).toList();
      case TupleType t -> t.elements();
      case RecordType t -> t.fields().stream().map(RecordType.Field::type).toList();
      case VariantType t ->
          t.cases().stream()
              .map(c -> Objects.requireNonNullElse(c.type(), PrimitiveType.BOOL))
              .toList();
    };
  }
}
