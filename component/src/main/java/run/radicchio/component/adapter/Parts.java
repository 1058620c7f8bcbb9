package run.radicchio.component.adapter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.adapter.Copying.Pair;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/** What types consist of (CanonicalABI, "Despecialization"). */
final class Parts {
  private Parts() {}

  /** How a type consists of others. */
  enum Kind {
    LIST,
    FIELDS,
    CASES
  }

  static Kind kindOf(ValType type) {
    return switch (type) {
      case ListType _, MapType _ -> Kind.LIST;
      case RecordType _, TupleType _ -> Kind.FIELDS;
      case VariantType _, EnumType _, OptionType _, ResultType _ -> Kind.CASES;
      default -> throw new IllegalArgumentException(type + " does not consist of others");
    };
  }

  /** The element of a list, or the fields of a record. */
  static List<Pair> of(ValType given, ValType taken) {
    return kindOf(given) == Kind.CASES
        ? List.of()
        : pairs(parts(given), parts(taken)).stream().map(Parts::present).toList();
  }

  private static Pair present(@Nullable Pair pair) {
    if (pair == null) {
      throw new IllegalStateException("only cases can have no type");
    }
    return pair;
  }

  /** What the cases of a variant have, which may be nothing. */
  static List<@Nullable Pair> payloads(ValType given, ValType taken) {
    return pairs(parts(given), parts(taken));
  }

  private static List<@Nullable Pair> pairs(
      List<? extends @Nullable ValType> given, List<? extends @Nullable ValType> taken) {
    List<@Nullable Pair> pairs = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      ValType one = given.get(i);
      ValType other = taken.get(i);
      pairs.add(one == null || other == null ? null : new Pair(one, other));
    }
    return pairs;
  }

  static List<@Nullable ValType> givenTypes(List<? extends @Nullable Pair> pairs) {
    List<@Nullable ValType> types = new ArrayList<>();
    for (Pair pair : pairs) {
      types.add(pair == null ? null : pair.given());
    }
    return types;
  }

  private static List<? extends @Nullable ValType> parts(ValType type) {
    return switch (type) {
      case ListType list -> List.of(list.element());
      case MapType map -> List.of(new TupleType(List.of(map.key(), map.value())));
      case RecordType record -> record.fields().stream().map(RecordType.Field::type).toList();
      case TupleType tuple -> tuple.elements();
      case VariantType variant -> listOf(variant.cases().stream().map(VariantType.Case::type));
      case EnumType enumeration -> Collections.nCopies(enumeration.names().size(), null);
      case OptionType option -> nullAnd(option.element());
      case ResultType result -> both(result.ok(), result.error());
      default -> throw new IllegalArgumentException(type + " does not consist of others");
    };
  }

  /** The types of all that a value can have in it. */
  static List<ValType> componentsOf(ValType type) {
    return switch (type) {
      case ListType _,
          MapType _,
          RecordType _,
          TupleType _,
          VariantType _,
          EnumType _,
          OptionType _,
          ResultType _ ->
          parts(type).stream().<ValType>mapMulti(Parts::ifPresent).toList();
      default -> List.of();
    };
  }

  private static void ifPresent(@Nullable ValType type, java.util.function.Consumer<ValType> to) {
    if (type != null) {
      to.accept(type);
    }
  }

  private static List<@Nullable ValType> listOf(java.util.stream.Stream<@Nullable ValType> types) {
    return new ArrayList<>(types.toList());
  }

  private static List<@Nullable ValType> nullAnd(ValType type) {
    return both(null, type);
  }

  private static List<@Nullable ValType> both(@Nullable ValType first, @Nullable ValType second) {
    List<@Nullable ValType> both = new ArrayList<>(2);
    both.add(first);
    both.add(second);
    return both;
  }

  static int lengthOf(ListType list) {
    Integer length = list.length();
    if (length == null) {
      throw new IllegalArgumentException(list + " is of any length");
    }
    return length;
  }

  /**
   * Whether values are their bytes and no others: every pattern is a value, none of the bytes is
   * padding, which could hold what is not the taker's business.
   */
  static boolean areBytesPlain(ValType type) {
    return switch (type.structure()) {
      case PrimitiveType primitive ->
          switch (primitive) {
            case S8, U8, S16, U16, S32, U32, S64, U64, F32, F64 -> true;
            case BOOL, CHAR, STRING, ERROR_CONTEXT -> false;
          };
      case RecordType record ->
          arePlain(record, record.fields().stream().map(RecordType.Field::type).toList());
      case TupleType tuple -> arePlain(tuple, tuple.elements());
      default -> false;
    };
  }

  private static boolean arePlain(ValType whole, List<ValType> fields) {
    return fields.stream().allMatch(Parts::areBytesPlain)
        && fields.stream().mapToInt(field -> Layout.of(field).size()).sum()
            == Layout.of(whole).size();
  }
}
