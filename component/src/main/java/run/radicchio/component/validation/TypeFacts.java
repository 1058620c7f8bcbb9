package run.radicchio.component.validation;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * Computes the {@link Facts} of types, once for each, and holds types to the limits that keep every
 * later walk over them short: a few bytes can define a type that is enormous when written out.
 */
final class TypeFacts {
  /** The largest a type may be, written out. */
  static final int MAX_SIZE = 1_000_000;

  /** How deep types may be nested. */
  static final int MAX_DEPTH = 100;

  /** A value takes less than this many bytes (Explainer, "Type Definitions"). */
  static final long MAX_BYTE_SIZE = 1L << 28;

  private static final int POINTER = 8;

  /** The size and depth of a type of something that is no value. */
  private record Extent(long size, int depth) {}

  private final IdentityHashMap<ValType, Facts> values = new IdentityHashMap<>();
  private final IdentityHashMap<ExternType, Extent> externs = new IdentityHashMap<>();

  /** The facts of a type that has been {@linkplain #check(ValType, long) checked}. */
  Facts of(ValType type) {
    Facts known = values.get(type);
    if (known == null) {
      known = compute(type);
      values.put(type, known);
    }
    return known;
  }

  /**
   * Checks that a type whose parts have been checked is within the limits.
   *
   * @throws InvalidComponentException if it is too large
   */
  void check(ValType type, long offset) {
    Facts facts = of(type);
    checkExtent(facts.size(), facts.depth(), offset);
    if (facts.byteSize() >= MAX_BYTE_SIZE) {
      throw new InvalidComponentException(
          "type exceeds maximum byte size: a value takes %d bytes, where at most %d are allowed"
              .formatted(facts.byteSize(), MAX_BYTE_SIZE - 1),
          offset);
    }
  }

  /**
   * The same for a type of something that is no value.
   *
   * @throws InvalidComponentException if it is too large
   */
  void check(ExternType type, long offset) {
    Extent extent = extent(type);
    checkExtent(extent.size(), extent.depth(), offset);
  }

  /** How many types a type would be if it were written out. */
  long size(ExternType type) {
    return extent(type).size();
  }

  private static void checkExtent(long size, int depth, long offset) {
    if (size > MAX_SIZE) {
      throw new InvalidComponentException(
          "effective type size exceeds the limit of " + MAX_SIZE + " types", offset);
    }
    if (depth > MAX_DEPTH) {
      throw new InvalidComponentException(
          "type nesting is too deep: at most " + MAX_DEPTH + " levels are allowed", offset);
    }
  }

  private Facts compute(ValType type) {
    return switch (type) {
      case PrimitiveType primitive -> primitive(primitive);
      case NamedType(String name, ValType named) -> {
        Facts facts = of(named);
        yield new Facts(
            facts.size() + 1,
            facts.depth() + 1,
            facts.byteSize(),
            facts.alignment(),
            facts.flatCount(),
            facts.pointers(),
            facts.borrows());
      }
      case EnumType(List<String> names) -> variant(names.size(), List.of());
      case FlagsType(List<String> names) -> scalar(bytesFor(names.size()));
      case OwnType own -> scalar(4);
      case BorrowType borrow -> new Facts(1, 1, 4, 4, 1, false, true);
      case StreamType(ValType element) -> handle(element);
      case FutureType(ValType element) -> handle(element);
      case ListType(ValType element, Integer length) when length != null ->
          array(of(element), Integer.toUnsignedLong(length));
      case ListType list -> pointer(List.of(list.element()));
      case MapType(ValType key, ValType value) -> pointer(List.of(key, value));
      case TupleType(List<ValType> elements) -> record(elements);
      case RecordType(List<RecordType.Field> fields) ->
          record(fields.stream().map(RecordType.Field::type).toList());
      case OptionType(ValType element) -> variant(2, List.of(element));
      case ResultType(ValType ok, ValType error) ->
          variant(2, Stream.of(ok, error).filter(Objects::nonNull).toList());
      case VariantType(List<VariantType.Case> cases) ->
          variant(
              cases.size(),
              cases.stream().map(VariantType.Case::type).filter(Objects::nonNull).toList());
    };
  }

  private static Facts primitive(PrimitiveType type) {
    return switch (type) {
      case BOOL, S8, U8 -> scalar(1);
      case S16, U16 -> scalar(2);
      case S32, U32, F32, CHAR, ERROR_CONTEXT -> scalar(4);
      case S64, U64, F64 -> scalar(8);
      case STRING -> new Facts(1, 1, 2L * POINTER, POINTER, 2, true, false);
    };
  }

  private static Facts scalar(int bytes) {
    return new Facts(1, 1, bytes, bytes, 1, false, false);
  }

  private Facts handle(@Nullable ValType element) {
    if (element == null) {
      return scalar(4);
    }
    Facts facts = of(element);
    return new Facts(facts.size() + 1, facts.depth() + 1, 4, 4, 1, false, facts.borrows());
  }

  private Facts pointer(List<ValType> elements) {
    Facts parts = record(elements);
    return new Facts(parts.size(), parts.depth(), 2L * POINTER, POINTER, 2, true, parts.borrows());
  }

  private static Facts array(Facts element, long length) {
    return new Facts(
        element.size() + 1,
        element.depth() + 1,
        Math.min(element.byteSize() * length, MAX_BYTE_SIZE),
        element.alignment(),
        (int) Math.min(element.flatCount() * length, Flattening.MANY),
        element.pointers(),
        element.borrows());
  }

  private Facts record(List<ValType> elements) {
    long size = 1;
    int depth = 0;
    long bytes = 0;
    int alignment = 1;
    int flatCount = 0;
    boolean pointers = false;
    boolean borrows = false;
    for (ValType element : elements) {
      Facts facts = of(element);
      size += facts.size();
      depth = Math.max(depth, facts.depth());
      bytes = align(bytes, facts.alignment()) + facts.byteSize();
      alignment = Math.max(alignment, facts.alignment());
      flatCount = Math.min(flatCount + facts.flatCount(), Flattening.MANY);
      pointers |= facts.pointers();
      borrows |= facts.borrows();
    }
    return new Facts(
        size, depth + 1, align(bytes, alignment), alignment, flatCount, pointers, borrows);
  }

  private Facts variant(int cases, List<ValType> payloads) {
    int discriminant = cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;
    long size = 1;
    int depth = 0;
    long payload = 0;
    int alignment = 1;
    int flatCount = 0;
    boolean pointers = false;
    boolean borrows = false;
    for (ValType type : payloads) {
      Facts facts = of(type);
      size += facts.size();
      depth = Math.max(depth, facts.depth());
      payload = Math.max(payload, facts.byteSize());
      alignment = Math.max(alignment, facts.alignment());
      flatCount = Math.max(flatCount, facts.flatCount());
      pointers |= facts.pointers();
      borrows |= facts.borrows();
    }
    long bytes = align(discriminant, alignment) + payload;
    int whole = Math.max(alignment, discriminant);
    return new Facts(
        size,
        depth + 1,
        align(bytes, whole),
        whole,
        Math.min(flatCount + 1, Flattening.MANY),
        pointers,
        borrows);
  }

  private static int bytesFor(int flags) {
    return flags <= 8 ? 1 : flags <= 16 ? 2 : 4;
  }

  private static long align(long position, int alignment) {
    return (position + alignment - 1) / alignment * alignment;
  }

  private Extent extent(ExternType type) {
    Extent known = externs.get(type);
    if (known == null) {
      known =
          switch (type) {
            case CoreModuleType module ->
                new Extent(1L + module.imports().size() + module.exports().size(), 1);
            case FuncType function -> function(function);
            case InstanceType instance -> around(instance.exports().values());
            case ComponentType component -> {
              Extent imports = around(component.imports().values());
              Extent exports = around(component.exports().values());
              yield new Extent(
                  imports.size() + exports.size(), Math.max(imports.depth(), exports.depth()));
            }
            case TypeBound.EqualsValue(ValType value) ->
                new Extent(of(value).size(), of(value).depth());
            case TypeBound.EqualsResource resource -> new Extent(1, 1);
            case TypeBound.SubResource resource -> new Extent(1, 1);
            case TypeBound.EqualsExtern(ExternType extern) -> extent(extern);
          };
      externs.put(type, known);
    }
    return known;
  }

  private Extent function(FuncType type) {
    long size = 1;
    int depth = 0;
    for (FuncType.Parameter parameter : type.parameters()) {
      Facts facts = of(parameter.type());
      size += facts.size();
      depth = Math.max(depth, facts.depth());
    }
    ValType result = type.result();
    if (result != null) {
      size += of(result).size();
      depth = Math.max(depth, of(result).depth());
    }
    return new Extent(size, depth + 1);
  }

  private Extent around(Collection<ExternType> types) {
    long size = 1;
    int depth = 0;
    for (ExternType type : types) {
      Extent extent = extent(type);
      size += extent.size();
      depth = Math.max(depth, extent.depth());
    }
    return new Extent(size, depth + 1);
  }
}
