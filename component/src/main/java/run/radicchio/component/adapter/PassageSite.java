package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Options;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Subtask;
import run.radicchio.component.runtime.SyncTask;

/** Where an instance imports the function of another: what generated code needs to know of it. */
public final class PassageSite {
  private final Context caller;
  private final ComponentInstance callingInstance;
  private final Context callee;
  private final Options calleeOptions;
  private final ComponentInstance calledInstance;
  private final MethodHandle core;
  private final @Nullable MethodHandle postReturn;
  private final boolean recursive;

  /**
   * A site.
   *
   * @param caller of values that hold nothing borrowed
   * @param callee of values that hold nothing borrowed
   * @param core the callee's core function
   */
  public PassageSite(Context caller, Context callee, MethodHandle core) {
    this.caller = caller;
    this.callingInstance = caller.instance();
    this.callee = callee;
    this.calleeOptions = callee.options();
    this.calledInstance = callee.instance();
    this.core = core;
    this.postReturn =
        calleeOptions.postReturn() == null ? null : calleeOptions.postReturn().handle();
    this.recursive = calledInstance.isWithinOrAround(callingInstance);
  }

  /** A call begins. */
  SyncTask enter() {
    callingInstance.checkMayLeave();
    if (recursive) {
      throw new Trap(Trap.Kind.CANNOT_ENTER);
    }
    return SyncTask.enter(calledInstance, callingInstance);
  }

  /** The caller's side of a call that lends nothing. */
  Context caller() {
    return caller;
  }

  /** The caller's side of a call that may lend. */
  Context lender() {
    return new Context(caller.options(), callingInstance, new Subtask(), null);
  }

  /** The callee's side of a call that lends nothing. */
  Context callee() {
    return callee;
  }

  /** The callee's side of a call that may lend. */
  Context borrower(SyncTask task) {
    return new Context(calleeOptions, calledInstance, null, task);
  }

  /** The callee's core function. */
  MethodHandle core() {
    return core;
  }

  /** What is to be called with the flat result, between two calls of {@link #mayLeave}; or null. */
  @Nullable MethodHandle postReturn() {
    return postReturn;
  }

  /** Allows or forbids the callee to call out. */
  void mayLeave(boolean allowed) {
    calledInstance.setMayLeave(allowed);
  }

  /** A call ends. */
  static void leave(SyncTask task, Context caller) {
    task.leave();
    caller.giveBack();
  }
}
