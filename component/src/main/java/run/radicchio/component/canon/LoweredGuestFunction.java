package run.radicchio.component.canon;

import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.Options;
import run.radicchio.component.adapter.PassageAdapter;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.Subtask;

/**
 * An {@code async} function of one component as a core function of an instance of another
 * (CanonicalABI, {@code canon lower}).
 */
final class LoweredGuestFunction implements FlatCall.Target {
  private final ComponentInstance instance;
  private final LiftedFunction callee;
  private final boolean recursive;
  private final PassageAdapter.Halves adapter;
  private final Options options;

  /** Of a function that an instance calls. */
  LoweredGuestFunction(
      ComponentInstance instance,
      LiftedFunction callee,
      PassageAdapter.Halves adapter,
      Options options) {
    this.instance = instance;
    this.callee = callee;
    this.recursive = callee.instance().isWithinOrAround(instance);
    this.adapter = adapter;
    this.options = options;
  }

  /** The core function. */
  CoreExtern.Function coreFunction(String name) {
    return FlatCall.coreFunction(adapter.coreType(), this, name);
  }

  @Override
  public long call(long[] arguments) {
    instance.checkMayLeave();
    GuestThread thread = instance.store().current();
    if (recursive) {
      throw new Trap(Trap.Kind.CANNOT_ENTER);
    }
    if (!options.async()) {
      // Whether it would block depends on the callee: it is the caller's mistake in any case.
      thread.trapUnlessMayBlock();
    }
    Attempt attempt = new Attempt(arguments);
    callee.call(attempt, instance);
    if (options.async()) {
      return attempt.subtask.statusFor(instance);
    }
    attempt.subtask.await(thread);
    return attempt.flatResult;
  }

  /** One call. */
  private final class Attempt implements GuestCall {
    private final Subtask subtask = new Subtask();
    private final Context context = new Context(options, instance, subtask, null);
    private final long[] flat;
    private long flatResult;

    Attempt(long[] flat) {
      this.flat = flat;
    }

    @Override
    public void begins(Cancellation cancellation) {
      subtask.setCancellation(cancellation);
    }

    @Override
    public long start(Context calleeContext, FlatCall core) {
      subtask.tell();
      subtask.start();
      return adapter.start(context, flat, calleeContext, core.bitsHandle());
    }

    @Override
    public void resolve(Context calleeContext, long[] given, boolean taskReturn) {
      subtask.tell();
      flatResult = adapter.resolve(calleeContext, given, taskReturn, context, flat);
      subtask.returned();
    }

    @Override
    public void cancelled() {
      subtask.tell();
      subtask.cancelled();
    }
  }
}
