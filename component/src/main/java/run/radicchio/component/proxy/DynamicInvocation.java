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
  private final LiftedFunction guest;
  private final FunctionCodec codec;
  private final @Nullable Object[] arguments;

  DynamicInvocation(LiftedFunction guest, FunctionCodec codec, @Nullable Object[] arguments) {
    this.guest = guest;
    this.codec = codec;
    this.arguments = arguments;
  }

  @Override
  void call() {
    guest.call(this, null);
  }

  @Override
  public long start(Context callee, FlatCall core) throws Refusal {
    long[] flat;
    try {
      flat = codec.lowerArguments(callee, arguments);
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
      returned(codec.liftResult(callee, flat, taskReturn));
    } catch (RuntimeException thrown) {
      failed(thrown);
    }
  }
}
