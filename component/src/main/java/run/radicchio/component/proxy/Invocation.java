package run.radicchio.component.proxy;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.GuestCall;
import run.radicchio.component.canon.HostCall;
import run.radicchio.component.canon.HostCallee;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.Errand;

/** One call by the host. All of it happens in the store, but for {@link #result}. */
final class Invocation implements Errand, GuestCall, HostCall {
  private static final @Nullable Object[] NOTHING = {};

  private final Callee callee;
  private final FunctionCodec codec;
  private final @Nullable Object[] arguments;
  private @Nullable Cancellation cancellation;
  private @Nullable Object result;
  private @Nullable RuntimeException failure;
  private boolean returned;

  Invocation(Callee callee, FunctionCodec codec, @Nullable Object[] arguments) {
    this.callee = callee;
    this.codec = codec;
    this.arguments = arguments.length == 0 ? NOTHING : arguments.clone();
  }

  @Override
  public void begin() {
    if (!isOver()) {
      switch (callee) {
        case LiftedFunction guest -> guest.call(this, null);
        case HostCallee host -> host.call(this);
      }
    }
  }

  /** Asks the guest to end the call; it does not begin if it has not yet. */
  void cancel() {
    if (isOver()) {
      return;
    }
    if (cancellation == null) {
      cancelled();
    } else {
      cancellation.request(null);
    }
  }

  @Override
  public @Nullable Object[] start() {
    return arguments;
  }

  @Override
  public void begins(Cancellation newCancellation) {
    cancellation = newCancellation;
  }

  @Override
  public long start(Context callee, FlatCall core) throws Refusal {
    long[] flat;
    try {
      flat = codec.lowerArguments(callee, arguments);
    } catch (Trap trap) {
      throw trap;
    } catch (RuntimeException unsuitable) {
      failure = unsuitable;
      throw new Refusal();
    }
    return core.call(flat);
  }

  @Override
  public void resolve(Context callee, long[] flat, boolean taskReturn) {
    resolve(codec.liftResult(callee, flat, taskReturn));
  }

  @Override
  public void resolve(@Nullable Object newResult) {
    result = newResult;
    returned = true;
  }

  @Override
  public void cancelled() {
    failure = new CancellationException("the call was cancelled");
  }

  @Override
  public boolean isOver() {
    return returned || failure != null;
  }

  /** What it returned, null where that is nothing; or throws why it did not. */
  @Nullable Object result() {
    if (failure != null) {
      throw failure;
    }
    return result;
  }
}
