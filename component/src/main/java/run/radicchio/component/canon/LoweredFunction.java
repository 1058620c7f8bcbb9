package run.radicchio.component.canon;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Flat;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.abi.Options;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Event;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.Subtask;

/** A component function as a core function of an instance (CanonicalABI, {@code canon lower}). */
public final class LoweredFunction implements FlatCall.Target {
  private final ComponentInstance instance;
  private final Callee callee;
  private final boolean waits;
  private final boolean recursive;
  private final FunctionCodec codec;
  private final Options options;

  /**
   * Of a function that an instance calls.
   *
   * @param asyncType whether its type is {@code async}
   */
  public LoweredFunction(
      ComponentInstance instance,
      Callee callee,
      boolean asyncType,
      FunctionCodec codec,
      Options options) {
    this.instance = instance;
    this.callee = callee;
    this.recursive =
        callee instanceof LiftedFunction lifted && lifted.instance().isWithinOrAround(instance);
    this.waits = asyncType && !options.async();
    this.codec = codec;
    this.options = options;
  }

  /** The core function. */
  public CoreExtern.Function coreFunction(String name) {
    return FlatCall.coreFunction(codec.loweredType(options.async()), this, name);
  }

  @Override
  public long call(long[] arguments) {
    instance.checkMayLeave();
    GuestThread thread = instance.store().current();
    if (recursive) {
      throw new Trap(Trap.Kind.CANNOT_ENTER);
    }
    if (waits) {
      // Whether it would block depends on the callee: it is the caller's mistake in any case.
      thread.trapUnlessMayBlock();
    }
    Attempt attempt = new Attempt(new Flat(arguments));
    attempt.subtask.setCancellation(attempt.begin());
    return options.async() ? attempt.statusNow() : attempt.resultInTheEnd(thread);
  }

  /** One call. */
  private final class Attempt {
    private final Subtask subtask = new Subtask();
    private final Context context = new Context(options, instance, subtask, null);
    private final Flat flat;
    private long flatResult;
    private int index;

    Attempt(Flat flat) {
      this.flat = flat;
    }

    Cancellation begin() {
      return switch (callee) {
        case HostCallee host -> host.call(new ToHost());
        case LiftedFunction guest -> guest.call(new ToGuest(guest.codec()), instance);
      };
    }

    private @Nullable Object[] arguments() {
      progress();
      subtask.start();
      return codec.liftArguments(context, flat);
    }

    private void returned(@Nullable Object[] result) {
      progress();
      flatResult = codec.lowerResult(context, result, flat);
      subtask.returned();
    }

    private void wasCancelled() {
      progress();
      subtask.cancelled();
    }

    /** Tells the caller of progress, once it has a handle to look at. */
    private void progress() {
      if (index != 0) {
        subtask.setPendingEvent(this::event);
      }
    }

    private Event event() {
      if (subtask.resolved()) {
        subtask.deliverResolve();
      }
      return new Event(Event.Code.SUBTASK, index, subtask.state().status());
    }

    private long resultInTheEnd(GuestThread thread) {
      if (!subtask.resolved()) {
        thread.waitUntil(subtask::resolved, false);
      }
      subtask.deliverResolve();
      return flatResult;
    }

    private long statusNow() {
      if (subtask.resolved()) {
        subtask.deliverResolve();
        return Subtask.State.RETURNED.status();
      }
      index = instance.handles().add(subtask);
      return subtask.state().status() | ((long) index << 4);
    }

    /** Values go to the host. */
    private final class ToHost implements HostCall {
      @Override
      public @Nullable Object[] start() {
        return arguments();
      }

      @Override
      public void resolve(@Nullable Object[] result) {
        returned(result);
      }

      @Override
      public void cancelled() {
        wasCancelled();
      }
    }

    /** Values go to another guest. */
    private final class ToGuest implements GuestCall {
      private final FunctionCodec calleeCodec;

      ToGuest(FunctionCodec calleeCodec) {
        this.calleeCodec = calleeCodec;
      }

      @Override
      public long start(Context callee, FlatCall core) {
        return core.call(calleeCodec.lowerArguments(callee, arguments()));
      }

      @Override
      public void resolve(Context callee, long[] flat, boolean taskReturn) {
        returned(calleeCodec.liftResult(callee, flat, taskReturn));
      }

      @Override
      public void cancelled() {
        wasCancelled();
      }
    }
  }
}
