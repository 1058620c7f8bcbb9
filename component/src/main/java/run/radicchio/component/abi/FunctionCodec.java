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
  private static final long[] NOTHING = {};

  private final FieldList parameters;
  private final @Nullable Codec result;

  private FunctionCodec(FieldList parameters, @Nullable Codec result) {
    this.parameters = parameters;
    this.result = result;
  }

  /**
   * Of a function, represented as bindings say.
   *
   * @param result null for a function without one
   */
  public static FunctionCodec ofHost(List<Binding> parameters, @Nullable Binding result) {
    return new FunctionCodec(
        new FieldList(parameters.stream().map(FunctionCodec::codec).toList()),
        result == null ? null : codec(result));
  }

  private static Codec codec(Binding binding) {
    return Codecs.of(binding, true);
  }

  /** Lowers arguments for a lifted function: into what its core function is called with. */
  public long[] lowerArguments(Context context, @Nullable Object[] arguments) {
    int count = parameters.layout().flat().size();
    if (count == 0) {
      return NOTHING;
    }
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
   * @return null where it has none
   */
  public @Nullable Object liftResult(Context context, long[] flat, boolean taskReturn) {
    if (result == null) {
      return null;
    }
    context.instance().store().quota().beginCopies();
    Flat in = new Flat(flat);
    Layout layout = result.layout();
    if (layout.flat().size() <= (taskReturn ? Flattening.MAX_PARAMETERS : Flattening.MAX_RESULTS)) {
      return result.lift(context, in);
    }
    long address = in.nextAddress();
    context.checkPointer(
        address, layout.alignment(), layout.size(), Trap.Kind.POINTER_OUT_OF_BOUNDS);
    return result.load(context, address);
  }
}
