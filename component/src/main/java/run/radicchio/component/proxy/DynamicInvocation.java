package run.radicchio.component.proxy;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.adapter.Refusal;
import run.radicchio.component.canon.GuestCall;
import run.radicchio.component.canon.LiftedFunction;

/** A call of a guest with values that codecs carry. */
final class DynamicInvocation extends Invocation implements GuestCall {
  private final Function function;
  private final @Nullable Object[] arguments;

  /** A guest's function, and what carries its values. */
  record Function(LiftedFunction guest, FunctionCodec codec) {}

  DynamicInvocation(Function function, @Nullable Object[] arguments) {
    this.function = function;
    this.arguments = arguments;
  }

  @Override
  void call() {
    function.guest.call(this, null);
  }

  @Override
  public long start(Context callee, FlatCall core) throws Refusal {
    long[] flat;
    try {
      flat = function.codec.lowerArguments(callee, arguments);
    } catch (Trap trap) {
      throw trap;
    } catch (RuntimeException unsuitable) {
      failed(unsuitable);
      throw new Refusal(unsuitable);
    }
    return core.call(flat);
  }

  @Override
  public void resolve(Context callee, long[] flat, boolean taskReturn) {
    try {
      returned(function.codec.liftResult(callee, flat, taskReturn));
    } catch (RuntimeException thrown) {
      failed(thrown);
    }
  }
}
