package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.abi.Options;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.SyncTask;

/** Where the host calls a function of an instance: what generated code needs to know of it. */
public final class GuestSite {
  private final ComponentInstance instance;
  private final Options options;
  private final Context context;
  private final MethodHandle core;
  private final @Nullable MethodHandle postReturn;
  private final Function<@Nullable Object, Exception> error;
  private final UnaryOperator<RuntimeException> explained;
  private final List<GuestValues.End> ends;

  /**
   * A site.
   *
   * @param core the core function
   * @param ends how handles are represented, in the order of {@link HandleUses}
   * @param error makes the exception of an error from its payload
   * @param explained says of a failure where the guest was
   */
  public GuestSite(
      Context context,
      MethodHandle core,
      List<GuestValues.End> ends,
      Function<@Nullable Object, Exception> error,
      UnaryOperator<RuntimeException> explained) {
    this.instance = context.instance();
    this.options = context.options();
    this.context = new Context(options, instance, null, null, ends);
    this.core = core;
    this.postReturn = options.postReturn() == null ? null : options.postReturn().handle();
    this.ends = ends;
    this.error = error;
    this.explained = explained;
  }

  /** A call begins: the guest runs from now on. */
  SyncTask enter() {
    Store store = instance.store();
    try {
      store.enter();
    } catch (RuntimeException failure) {
      throw explained.apply(failure);
    }
    store.quota().beginCopies();
    try {
      return SyncTask.enter(instance, null);
    } catch (RuntimeException failure) {
      throw failed(failure);
    }
  }

  /** Of a call that lends nothing. */
  Context context() {
    return context;
  }

  /** Of a call that may lend. */
  Context borrower(SyncTask task) {
    return new Context(options, instance, null, task, ends);
  }

  /** The core function. */
  MethodHandle core() {
    return core;
  }

  /** What is to be called with the flat result, between two calls of {@link #mayLeave}; or null. */
  @Nullable MethodHandle postReturn() {
    return postReturn;
  }

  /** Allows or forbids the guest to call out. */
  void mayLeave(boolean allowed) {
    instance.setMayLeave(allowed);
  }

  /** A call ends. */
  void leave(SyncTask task) {
    task.leave();
  }

  /** The host's thread leaves the store. */
  void exit() {
    try {
      instance.store().exit();
    } catch (RuntimeException failure) {
      throw explained.apply(failure);
    }
  }

  /** A call has not begun, since what it was given are no such arguments. */
  Exception refused(SyncTask task, RuntimeException reason) {
    if (reason instanceof Trap) {
      return reason;
    }
    task.abandon();
    return new Refusal(reason);
  }

  /**
   * What to throw once the call is at its end, since the caller's classes do not take its result.
   *
   * @throws Trap if it is the guest's fault
   */
  static Exception notTaken(RuntimeException reason) {
    if (reason instanceof Trap trap) {
      throw trap;
    }
    return reason;
  }

  /** A call fails; returns what to throw. */
  RuntimeException failed(Throwable failure) {
    Store store = instance.store();
    if (failure instanceof Refusal refusal) {
      exit();
      return refusal.reason();
    }
    try {
      return store.failed(failure);
    } catch (RuntimeException reason) {
      return explained.apply(reason);
    } finally {
      store.exit();
    }
  }

  /** What a method throws for an error. */
  Exception error(@Nullable Object payload) {
    return error.apply(payload);
  }
}
