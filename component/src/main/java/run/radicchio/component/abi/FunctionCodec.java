package run.radicchio.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.validation.Flattening;

/**
 * The parameters and the result of a lifted function, as values that the host knows by their types
 * only (CanonicalABI, "Lifting and Lowering Values").
 */
public final class FunctionCodec {
  private final FieldList parameters;
  private final FieldList result;

  private FunctionCodec(List<Codec> parameters, List<Codec> result) {
    this.parameters = new FieldList(parameters);
    this.result = new FieldList(result);
  }

  /**
   * Of a function, represented as bindings say.
   *
   * @param result null for a function without one
   */
  public static FunctionCodec ofHost(List<Binding> parameters, @Nullable Binding result) {
    return new FunctionCodec(codecs(parameters, true), codecs(listOf(result), true));
  }

  private static List<Binding> listOf(@Nullable Binding binding) {
    return binding == null ? List.of() : List.of(binding);
  }

  private static List<Codec> codecs(List<Binding> bindings, boolean host) {
    return bindings.stream().map(binding -> Codecs.of(binding, host)).toList();
  }

  /** Lowers arguments for a lifted function: into what its core function is called with. */
  public long[] lowerArguments(Context context, @Nullable Object[] arguments) {
    int count = parameters.layout().flat().size();
    if (count > Flattening.MAX_PARAMETERS) {
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
        context,
        result,
        new Flat(flat),
        taskReturn ? Flattening.MAX_PARAMETERS : Flattening.MAX_RESULTS);
  }

  private static @Nullable Object[] lift(
      Context context, FieldList fields, Flat flat, int maxFlat) {
    context.instance().store().quota().beginCopies();
    if (fields.layout().flat().size() <= maxFlat) {
      return fields.lift(context, flat);
    }
    long address = flat.nextAddress();
    context.checkPointer(
        address,
        fields.layout().alignment(),
        fields.layout().size(),
        Trap.Kind.POINTER_OUT_OF_BOUNDS);
    return fields.load(context, address);
  }
}
