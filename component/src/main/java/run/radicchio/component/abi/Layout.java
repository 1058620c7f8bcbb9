package run.radicchio.component.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * How values of a type lie in memory, and as core values (CanonicalABI, "Alignment", "Element Size"
 * and "Flattening").
 *
 * @param size in bytes
 * @param alignment in bytes
 * @param flat the core types of a flat value; where there are more than are ever passed flat, not
 *     all of them
 */
public record Layout(int size, int alignment, List<NumberType> flat) {
  /** More core values than are ever passed: how many more makes no difference. */
  private static final int MANY = 17;

  private static final Layout BYTE = scalar(1, NumberType.I32);
  private static final Layout SHORT = scalar(2, NumberType.I32);
  private static final Layout INT = scalar(4, NumberType.I32);
  private static final Layout LONG = scalar(8, NumberType.I64);
  private static final Layout FLOAT = scalar(4, NumberType.F32);
  private static final Layout DOUBLE = scalar(8, NumberType.F64);

  /** The index of a handle. */
  static final Layout HANDLE = INT;

  /** An address and a length. */
  public static final Layout RANGE = new Layout(8, 4, List.of(NumberType.I32, NumberType.I32));

  private static Layout scalar(int size, NumberType flat) {
    return new Layout(size, size, List.of(flat));
  }

  /**
   * Values one after the other: the fields of a record, parameters.
   *
   * @param whole all of them
   * @param offsets where each lies in memory, in bytes
   * @param positions of each among the core values
   */
  public record Sequence(Layout whole, List<Integer> offsets, List<Integer> positions) {}

  /**
   * One of several cases.
   *
   * @param whole a discriminant and a payload
   * @param discriminant how it lies in memory
   * @param payloadOffset where the payload lies in memory, in bytes; it is the core values after
   *     the first
   */
  public record Cases(Layout whole, Layout discriminant, int payloadOffset) {}

  /** That of a type. */
  public static Layout of(ValType type) {
    return switch (type) {
      case NamedType named -> of(named.type());
      case PrimitiveType primitive -> of(primitive);
      case ListType list when list.length() != null -> repeated(of(list.element()), list.length());
      case RecordType record ->
          sequence(record.fields().stream().map(field -> of(field.type())).toList()).whole();
      case TupleType tuple -> sequence(tuple.elements().stream().map(Layout::of).toList()).whole();
      case FlagsType flags -> flags(flags.names().size());
      case VariantType variant ->
          cases(variant.cases().stream().map(VariantType.Case::type).toList()).whole();
      case EnumType enumeration -> cases(nothing(enumeration.names().size())).whole();
      case OptionType option -> cases(Arrays.asList(null, option.element())).whole();
      case ResultType result -> cases(Arrays.asList(result.ok(), result.error())).whole();
      case ListType _, run.radicchio.component.type.MapType _ -> RANGE;
      case run.radicchio.component.type.OwnType _,
          run.radicchio.component.type.BorrowType _,
          run.radicchio.component.type.StreamType _,
          run.radicchio.component.type.FutureType _ ->
          HANDLE;
    };
  }

  private static Layout of(PrimitiveType type) {
    return switch (type) {
      case BOOL, S8, U8 -> BYTE;
      case S16, U16 -> SHORT;
      case S32, U32, CHAR, ERROR_CONTEXT -> INT;
      case S64, U64 -> LONG;
      case F32 -> FLOAT;
      case F64 -> DOUBLE;
      case STRING -> RANGE;
    };
  }

  /** That of flags, at most 32. */
  static Layout flags(int count) {
    return count <= 8 ? BYTE : count <= 16 ? SHORT : INT;
  }

  /** Of a list of fixed length. */
  static Layout repeated(Layout element, int length) {
    List<NumberType> flat = new ArrayList<>();
    for (int i = 0; i < length && flat.size() < MANY; i++) {
      flat.addAll(element.flat);
    }
    return new Layout(element.size * length, element.alignment, List.copyOf(flat));
  }

  /** No payload, a number of times. */
  static List<@Nullable ValType> nothing(int count) {
    return Collections.nCopies(count, null);
  }

  /** Of values one after the other. */
  public static Sequence sequence(List<Layout> parts) {
    List<Integer> offsets = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    List<NumberType> flat = new ArrayList<>();
    int end = 0;
    int strictest = 1;
    for (Layout part : parts) {
      int offset = align(end, part.alignment);
      offsets.add(offset);
      positions.add(flat.size());
      end = offset + part.size;
      strictest = Math.max(strictest, part.alignment);
      if (flat.size() < MANY) {
        flat.addAll(part.flat);
      }
    }
    return new Sequence(
        new Layout(align(end, strictest), strictest, List.copyOf(flat)), offsets, positions);
  }

  /** Of one of several payloads, each of which may be nothing. */
  public static Cases cases(List<? extends @Nullable ValType> payloads) {
    List<@Nullable Layout> layouts = new ArrayList<>();
    for (ValType payload : payloads) {
      layouts.add(payload == null ? null : of(payload));
    }
    return casesOf(layouts);
  }

  /** Of one of several payloads, each of which may be nothing. */
  static Cases casesOf(List<@Nullable Layout> payloads) {
    Layout discriminant = discriminant(payloads.size());
    int payloadSize = 0;
    int payloadAlignment = 1;
    List<NumberType> joined = new ArrayList<>();
    for (Layout payload : payloads) {
      if (payload != null) {
        payloadSize = Math.max(payloadSize, payload.size);
        payloadAlignment = Math.max(payloadAlignment, payload.alignment);
        join(joined, payload.flat);
      }
    }
    joined.addFirst(NumberType.I32);
    int payloadOffset = align(discriminant.size, payloadAlignment);
    int alignment = Math.max(discriminant.alignment, payloadAlignment);
    return new Cases(
        new Layout(align(payloadOffset + payloadSize, alignment), alignment, List.copyOf(joined)),
        discriminant,
        payloadOffset);
  }

  private static Layout discriminant(int cases) {
    return cases <= 1 << 8 ? BYTE : cases <= 1 << 16 ? SHORT : INT;
  }

  private static void join(List<NumberType> joined, List<NumberType> flat) {
    for (int i = 0; i < flat.size(); i++) {
      if (i < joined.size()) {
        joined.set(i, join(joined.get(i), flat.get(i)));
      } else {
        joined.add(flat.get(i));
      }
    }
  }

  private static NumberType join(NumberType a, NumberType b) {
    if (a == b) {
      return a;
    }
    return is32Bits(a) && is32Bits(b) ? NumberType.I32 : NumberType.I64;
  }

  private static boolean is32Bits(NumberType type) {
    return type == NumberType.I32 || type == NumberType.F32;
  }

  /** The next address that is a multiple of an alignment, a power of two. */
  private static int align(int address, int alignment) {
    return (address + alignment - 1) & -alignment;
  }
}
