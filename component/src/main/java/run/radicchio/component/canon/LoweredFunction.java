package run.radicchio.component.canon;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Flat;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.abi.Options;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Call;
import run.radicchio.component.runtime.Callee;
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
    attempt.subtask.setCancellation(callee.call(attempt, instance));
    return options.async() ? attempt.statusNow() : attempt.resultInTheEnd(thread);
  }

  /** One call. */
  private final class Attempt implements Call {
    private final Subtask subtask = new Subtask();
    private final Context context = new Context(options, instance, subtask, null);
    private final Flat flat;
    private long flatResult;
    private int index;

    Attempt(Flat flat) {
      this.flat = flat;
    }

    @Override
    public Object[] start() {
      progress();
      subtask.start();
      return codec.liftArguments(context, flat);
    }

    @Override
    public void resolve(Object @Nullable [] result) {
      progress();
      if (result == null) {
        subtask.cancelled();
      } else {
        flatResult = codec.lowerResult(context, result, flat);
        subtask.returned();
      }
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
  }
}
