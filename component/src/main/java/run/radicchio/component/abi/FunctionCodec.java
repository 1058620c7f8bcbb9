package run.radicchio.component.abi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.Bindings;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ValType;

/**
 * The parameters and the result of a function (CanonicalABI, "Lifting and Lowering Values", and
 * {@code flatten_functype}).
 */
public final class FunctionCodec {
  private static final int MAX_FLAT_PARAMETERS = 16;
  private static final int MAX_FLAT_ASYNC_PARAMETERS = 4;
  private static final int MAX_FLAT_RESULTS = 1;

  private final FieldList parameters;
  private final FieldList result;

  private FunctionCodec(List<Codec> parameters, List<Codec> result) {
    this.parameters = new FieldList(parameters);
    this.result = new FieldList(result);
  }

  /**
   * Of a function whose other side is Java, represented as bindings say.
   *
   * @param result null for a function without one
   */
  public static FunctionCodec ofHost(List<Binding> parameters, @Nullable Binding result) {
    return new FunctionCodec(codecs(parameters, true), codecs(listOf(result), true));
  }

  /** Of a function whose other side is a guest too. */
  public static FunctionCodec ofGuest(FuncType type) {
    return new FunctionCodec(
        codecs(type.parameterTypes().stream().map(Bindings::dynamic).toList(), false),
        codecs(resultBinding(type.result()), false));
  }

  /** Of a result alone, as {@code task.return} takes it. */
  public static FunctionCodec ofResult(@Nullable ValType result) {
    return new FunctionCodec(List.of(), codecs(resultBinding(result), false));
  }

  private static List<Binding> resultBinding(@Nullable ValType type) {
    return type == null ? List.of() : List.of(Bindings.dynamic(type));
  }

  private static List<Binding> listOf(@Nullable Binding binding) {
    return binding == null ? List.of() : List.of(binding);
  }

  private static List<Codec> codecs(List<Binding> bindings, boolean host) {
    return bindings.stream().map(binding -> Codecs.of(binding, host)).toList();
  }

  /** The type of a core function that is a lowered one. */
  public CoreType.Function loweredType(boolean async) {
    List<NumberType> flatParameters =
        new ArrayList<>(flatOrPointer(parameters, maxFlatParameters(async)));
    if (result.layout().flat().size() > maxFlatResults(async)) {
      flatParameters.add(NumberType.I32);
    }
    if (async) {
      return function(flatParameters, List.of(NumberType.I32));
    }
    return function(
        flatParameters, result.layout().flat().size() > MAX_FLAT_RESULTS ? List.of() : result.layout().flat());
  }

  /** The type of {@code task.return}. */
  public CoreType.Function taskReturnType() {
    return function(flatOrPointer(result, MAX_FLAT_PARAMETERS), List.of());
  }

  private static CoreType.Function function(List<NumberType> parameters, List<NumberType> results) {
    return new CoreType.Function(List.copyOf(parameters), List.copyOf(results));
  }

  private static List<NumberType> flatOrPointer(FieldList fields, int max) {
    return fields.layout().flat().size() > max ? List.of(NumberType.I32) : fields.layout().flat();
  }

  private static int maxFlatParameters(boolean async) {
    return async ? MAX_FLAT_ASYNC_PARAMETERS : MAX_FLAT_PARAMETERS;
  }

  private static int maxFlatResults(boolean async) {
    return async ? 0 : MAX_FLAT_RESULTS;
  }

  /** Lowers arguments for a lifted function: into what its core function is called with. */
  public long[] lowerArguments(Context context, @Nullable Object[] arguments) {
    int count = parameters.layout().flat().size();
    if (count > MAX_FLAT_PARAMETERS) {
      long address = context.allocate(parameters.layout().alignment(), parameters.layout().size());
      parameters.store(context, arguments, address);
      return new long[] {address};
    }
    long[] flat = new long[count];
    parameters.lower(context, arguments, new Flat(flat));
    return flat;
  }

  /**
   * Lifts the result of a lifted function.
   *
   * @param taskReturn whether it was {@code task.return} that gave it, or the core function
   */
  public @Nullable Object[] liftResult(Context context, long[] flat, boolean taskReturn) {
    return lift(
        context, result, new Flat(flat), taskReturn ? MAX_FLAT_PARAMETERS : MAX_FLAT_RESULTS);
  }

  /** Lifts arguments that a lowered function is called with. */
  public @Nullable Object[] liftArguments(Context context, Flat flat) {
    return lift(context, parameters, flat, maxFlatParameters(context.options().async()));
  }

  private static @Nullable Object[] lift(
      Context context, FieldList fields, Flat flat, int maxFlat) {
    context.instance().store().quota().beginCopies();
    if (fields.layout().flat().size() <= maxFlat) {
      return fields.lift(context, flat);
    }
    long address = flat.nextAddress();
    context.checkPointer(
        address, fields.layout().alignment(), fields.layout().size(), Trap.Kind.POINTER_OUT_OF_BOUNDS);
    return fields.load(context, address);
  }

  /**
   * Lowers the result of a lowered function.
   *
   * @param flat the rest of its arguments: the address for the result, where it does not fit flat
   * @return the bits of the core result, or 0
   */
  public long lowerResult(Context context, @Nullable Object[] values, Flat flat) {
    int count = result.layout().flat().size();
    if (count > maxFlatResults(context.options().async())) {
      long address = flat.nextAddress();
      context.checkPointer(
          address, result.layout().alignment(), result.layout().size(), Trap.Kind.POINTER_OUT_OF_BOUNDS);
      result.store(context, values, address);
      return 0;
    }
    long[] bits = new long[1];
    result.lower(context, values, new Flat(bits));
    return bits[0];
  }
}
