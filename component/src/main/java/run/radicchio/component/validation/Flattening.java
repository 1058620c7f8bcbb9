package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
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
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * The core types that stand for component-level ones (CanonicalABI.md, "Flattening"), where
 * memories have 32-bit addresses.
 */
public final class Flattening {
  /** The most core parameters of a call, but for an async lower. */
  public static final int MAX_PARAMETERS = 16;

  /** The most core parameters of an async lower. */
  public static final int MAX_ASYNC_PARAMETERS = 4;

  /** The most core results. */
  public static final int MAX_RESULTS = 1;

  /** More core values than are ever passed: how many more makes no difference. */
  static final int MANY = MAX_PARAMETERS + 1;

  /** An address or a length. */
  private static final NumberType POINTER = NumberType.I32;

  /** What types that have parts flatten to: types are graphs, in which many share their parts. */
  private final IdentityHashMap<ValType, List<NumberType>> known = new IdentityHashMap<>();

  /** The type of the core function that {@code canon lift} takes. */
  public CoreType.Function lift(FuncType type, boolean async, boolean callback) {
    List<NumberType> parameters = orPointer(parameters(type), MAX_PARAMETERS);
    if (async) {
      return function(parameters, callback ? List.of(NumberType.I32) : List.of());
    }
    return function(parameters, orPointer(result(type), MAX_RESULTS));
  }

  /** The type of the core function that {@code canon lower} makes. */
  public CoreType.Function lower(FuncType type, boolean async) {
    int maxParameters = async ? MAX_ASYNC_PARAMETERS : MAX_PARAMETERS;
    int maxResults = async ? 0 : MAX_RESULTS;
    List<NumberType> parameters = new ArrayList<>(orPointer(parameters(type), maxParameters));
    List<NumberType> results = result(type);
    if (results.size() > maxResults) {
      parameters.add(POINTER);
      results = List.of();
    }
    return function(parameters, async ? List.of(NumberType.I32) : results);
  }

  /** The type of the core function that {@code canon task.return} makes. */
  public CoreType.Function taskReturn(@Nullable ValType result) {
    List<NumberType> flat = result == null ? List.of() : flatten(List.of(result));
    return function(orPointer(flat, MAX_PARAMETERS), List.of());
  }

  /**
   * The core types of values in sequence. More than {@value #MAX_PARAMETERS} may be cut off, but
   * not to so few.
   */
  public List<NumberType> flatten(List<ValType> types) {
    List<NumberType> flat = new ArrayList<>();
    for (int i = 0; i < types.size() && flat.size() < MANY; i++) {
      append(types.get(i), flat);
    }
    return flat;
  }

  private List<NumberType> parameters(FuncType type) {
    List<NumberType> flat = new ArrayList<>();
    for (int i = 0; i < type.parameters().size() && flat.size() < MANY; i++) {
      append(type.parameters().get(i).type(), flat);
    }
    return flat;
  }

  private List<NumberType> result(FuncType type) {
    ValType result = type.result();
    return result == null ? List.of() : flatten(List.of(result));
  }

  private static List<NumberType> orPointer(List<NumberType> flat, int max) {
    return flat.size() > max ? List.of(POINTER) : flat;
  }

  private static CoreType.Function function(List<NumberType> parameters, List<NumberType> results) {
    return new CoreType.Function(List.copyOf(parameters), List.copyOf(results));
  }

  private void append(ValType type, List<NumberType> flat) {
    if (flat.size() >= MANY) {
      return;
    }
    switch (type) {
      case PrimitiveType primitive -> append(primitive, flat);
      case NamedType named -> append(named.type(), flat);
      case EnumType scalar -> flat.add(NumberType.I32);
      case FlagsType scalar -> flat.add(NumberType.I32);
      case OwnType handle -> flat.add(NumberType.I32);
      case BorrowType handle -> flat.add(NumberType.I32);
      case StreamType handle -> flat.add(NumberType.I32);
      case FutureType handle -> flat.add(NumberType.I32);
      case MapType map -> flat.addAll(List.of(POINTER, POINTER));
      case ListType list -> append(list, flat);
      default -> flat.addAll(parts(type));
    }
  }

  private List<NumberType> parts(ValType type) {
    List<NumberType> parts = known.get(type);
    if (parts == null) {
      parts =
          switch (type) {
            case TupleType tuple -> flatten(tuple.elements());
            case RecordType record -> fields(record.fields());
            case OptionType option -> variant(1, i -> option.element());
            case ResultType result -> variant(2, i -> i == 0 ? result.ok() : result.error());
            case VariantType(List<VariantType.Case> cases) ->
                variant(cases.size(), i -> cases.get(i).type());
            default -> throw new AssertionError(type + " has no parts that are passed");
          };
      known.put(type, parts);
    }
    return parts;
  }

  private static void append(PrimitiveType type, List<NumberType> flat) {
    switch (type) {
      case BOOL, S8, U8, S16, U16, S32, U32, CHAR, ERROR_CONTEXT -> flat.add(NumberType.I32);
      case S64, U64 -> flat.add(NumberType.I64);
      case F32 -> flat.add(NumberType.F32);
      case F64 -> flat.add(NumberType.F64);
      case STRING -> flat.addAll(List.of(POINTER, POINTER));
    }
  }

  private void append(ListType list, List<NumberType> flat) {
    Integer length = list.length();
    if (length == null) {
      flat.addAll(List.of(POINTER, POINTER));
      return;
    }
    for (int i = 0; i != length && flat.size() < MANY; i++) {
      append(list.element(), flat);
    }
  }

  private List<NumberType> fields(List<RecordType.Field> fields) {
    List<NumberType> flat = new ArrayList<>();
    for (int i = 0; i < fields.size() && flat.size() < MANY; i++) {
      append(fields.get(i).type(), flat);
    }
    return flat;
  }

  /** A discriminant, then for each place of any payload a type that all payloads fit. */
  private List<NumberType> variant(int cases, IntFunction<@Nullable ValType> payload) {
    List<NumberType> joined = new ArrayList<>();
    joined.add(NumberType.I32);
    List<NumberType> flat = new ArrayList<>();
    for (int each = 0; each < cases; each++) {
      ValType type = payload.apply(each);
      if (type != null) {
        flat.clear();
        append(type, flat);
        join(joined, flat);
      }
    }
    return joined;
  }

  private static void join(List<NumberType> joined, List<NumberType> flat) {
    for (int i = 0; i < flat.size(); i++) {
      if (i + 1 < joined.size()) {
        joined.set(i + 1, join(joined.get(i + 1), flat.get(i)));
      } else {
        joined.add(flat.get(i));
      }
    }
  }

  private static NumberType join(NumberType a, NumberType b) {
    if (a == b) {
      return a;
    }
    boolean narrow =
        a != NumberType.I64 && a != NumberType.F64 && b != NumberType.I64 && b != NumberType.F64;
    return narrow ? NumberType.I32 : NumberType.I64;
  }
}
