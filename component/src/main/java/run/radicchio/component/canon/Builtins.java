package run.radicchio.component.canon;

import java.util.List;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.Options;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.Canon;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Event;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.Subtask;
import run.radicchio.component.runtime.Task;
import run.radicchio.component.runtime.Waitable;
import run.radicchio.component.runtime.WaitableSet;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;

/** The built-ins of tasks, subtasks, waitables and thread-local storage. */
final class Builtins {
  private final ComponentInstance instance;

  Builtins(ComponentInstance instance) {
    this.instance = instance;
  }

  /** A built-in that takes {@code i32}s, which takes no object for a call. */
  static CoreExtern.Function ofInts(
      String name, int parameters, boolean result, FlatCall.IntTarget target) {
    return FlatCall.coreFunction(
        new CoreType.Function(
            java.util.Collections.nCopies(parameters, NumberType.I32),
            result ? List.of(NumberType.I32) : List.of()),
        target,
        name);
  }

  CoreExtern.Function simple(Canon.Simple canon) {
    return switch (canon) {
      case BACKPRESSURE_INC ->
          ofInts("backpressure.inc", 0, false, (_, _, _) -> done(instance::increaseBackpressure));
      case BACKPRESSURE_DEC ->
          ofInts("backpressure.dec", 0, false, (_, _, _) -> done(instance::decreaseBackpressure));
      case TASK_CANCEL -> ofInts("task.cancel", 0, false, (_, _, _) -> taskCancel());
      case SUBTASK_DROP -> ofInts("subtask.drop", 1, false, (index, _, _) -> subtaskDrop(index));
      case WAITABLE_SET_NEW -> ofInts("waitable-set.new", 0, true, (_, _, _) -> waitableSetNew());
      case WAITABLE_SET_DROP ->
          ofInts("waitable-set.drop", 1, false, (index, _, _) -> waitableSetDrop(index));
      case WAITABLE_JOIN ->
          ofInts("waitable.join", 2, false, (waitable, set, _) -> waitableJoin(waitable, set));
      case ERROR_CONTEXT_DROP ->
          ofInts(
              "error-context.drop", 1, false, (index, _, _) -> ErrorContexts.drop(instance, index));
      case THREAD_INDEX -> ofInts("thread.index", 0, true, (_, _, _) -> threadIndex());
      case THREAD_RESUME_LATER ->
          ofInts("thread.resume-later", 1, false, (index, _, _) -> threadResumeLater(index));
    };
  }

  private static int done(Runnable action) {
    action.run();
    return 0;
  }

  private GuestThread current() {
    return instance.store().current();
  }

  private int taskCancel() {
    instance.checkMayLeave();
    Task task = current().task();
    if (!task.kind().asyncOption()) {
      throw new Trap(Trap.Kind.NOT_ASYNC);
    }
    task.cancel();
    return 0;
  }

  private int subtaskDrop(int index) {
    instance.checkMayLeave();
    instance.removeHandle(index, Subtask.class).drop();
    return 0;
  }

  private int waitableSetNew() {
    instance.checkMayLeave();
    return instance.handles().add(new WaitableSet());
  }

  private int waitableSetDrop(int index) {
    instance.checkMayLeave();
    instance.removeHandle(index, WaitableSet.class).drop();
    return 0;
  }

  private int waitableJoin(int waitable, int set) {
    instance.checkMayLeave();
    Waitable joining = instance.handle(waitable, Waitable.class);
    joining.join(set == 0 ? null : instance.handle(set, WaitableSet.class));
    return 0;
  }

  private int threadIndex() {
    instance.checkMayLeave();
    return current().index();
  }

  private int threadResumeLater(int index) {
    instance.checkMayLeave();
    suspended(index).resumeLater();
    return 0;
  }

  private GuestThread suspended(int index) {
    GuestThread thread = instance.threads().get(index);
    if (!thread.isSuspended()) {
      throw new Trap(Trap.Kind.THREAD_NOT_SUSPENDED);
    }
    return thread;
  }

  CoreExtern.Function waitableSetWait(boolean cancellable, CoreExtern.Memory memory) {
    Context context = new Context(Options.of(memory), instance);
    return ofInts(
        "waitable-set.wait",
        2,
        true,
        (set, pointer, _) -> {
          instance.checkMayLeave();
          Event event =
              instance.handle(set, WaitableSet.class).waitForEvent(current(), cancellable);
          return unpack(event, context, pointer);
        });
  }

  CoreExtern.Function waitableSetPoll(boolean cancellable, CoreExtern.Memory memory) {
    Context context = new Context(Options.of(memory), instance);
    return ofInts(
        "waitable-set.poll",
        2,
        true,
        (set, pointer, _) -> {
          instance.checkMayLeave();
          Event event = instance.handle(set, WaitableSet.class).poll(current(), cancellable);
          return unpack(event, context, pointer);
        });
  }

  private static int unpack(Event event, Context context, int pointer) {
    context.storeInts(Integer.toUnsignedLong(pointer), event.index(), event.payload());
    return event.code().number();
  }

  CoreExtern.Function subtaskCancel(boolean async) {
    return ofInts(
        "subtask.cancel",
        1,
        true,
        (index, _, _) -> {
          instance.checkMayLeave();
          if (!async) {
            current().trapUnlessMayBlock();
          }
          Subtask subtask = instance.handle(index, Subtask.class);
          subtask.checkCancellable();
          if (!async) {
            subtask.trapIfInSet();
          }
          if (!subtask.resolved()) {
            subtask.requestCancellation(instance);
            if (!subtask.resolved()) {
              if (async) {
                return CopyBuiltins.BLOCKED;
              }
              subtask.waitUntilResolved(current());
            }
          }
          subtask.takePendingEvent();
          return subtask.state().status();
        });
  }

  CoreExtern.Function contextGet(NumberType type, int slot) {
    return FlatCall.coreFunction(
        new CoreType.Function(List.of(), List.of(type)),
        _ -> current().storage(slot),
        "context.get");
  }

  CoreExtern.Function contextSet(NumberType type, int slot) {
    return FlatCall.coreFunction(
        new CoreType.Function(List.of(type), List.of()),
        in -> {
          current().setStorage(slot, in[0]);
          return 0;
        },
        "context.set");
  }

  CoreExtern.Function threadSwitch(Canon.ThreadOperation operation, boolean cancellable) {
    return switch (operation) {
      case YIELD -> switching("thread.yield", 0, (thread, _) -> thread.yieldToOthers(cancellable));
      case SUSPEND -> switching("thread.suspend", 0, (thread, _) -> thread.suspend(cancellable));
      case SUSPEND_THEN_RESUME ->
          switching(
              "thread.suspend-then-resume",
              1,
              (thread, other) -> thread.suspendThenResume(cancellable, suspended(other)));
      case YIELD_THEN_RESUME ->
          switching(
              "thread.yield-then-resume",
              1,
              (thread, other) -> thread.yieldThenResume(cancellable, suspended(other)));
      case SUSPEND_THEN_PROMOTE ->
          switching(
              "thread.suspend-then-promote",
              1,
              (thread, other) ->
                  thread.suspendThenPromote(cancellable, instance.threads().get(other)));
      case YIELD_THEN_PROMOTE ->
          switching(
              "thread.yield-then-promote",
              1,
              (thread, other) ->
                  thread.yieldThenPromote(cancellable, instance.threads().get(other)));
    };
  }

  /** Gives the thread up, for another or for any; returns whether its task was cancelled. */
  private interface Switch {
    boolean from(GuestThread thread, int other);
  }

  private CoreExtern.Function switching(String name, int parameters, Switch operation) {
    return ofInts(
        name,
        parameters,
        true,
        (other, _, _) -> {
          instance.checkMayLeave();
          return operation.from(current(), other) ? 1 : 0;
        });
  }

  CoreExtern.Function threadNewIndirect(CoreType.Function type, CoreExtern.Table table) {
    return FlatCall.coreFunction(
        new CoreType.Function(
            List.of(NumberType.I32, type.parameters().getFirst()), List.of(NumberType.I32)),
        in -> {
          instance.checkMayLeave();
          Task task = current().task();
          CoreExtern.Function function = table.function((int) in[0]);
          if (function == null) {
            throw new Trap(Trap.Kind.UNINITIALIZED_ELEMENT);
          }
          if (!function.type().equals(type)) {
            throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH);
          }
          FlatCall call = new FlatCall(function);
          long argument = in[1];
          GuestThread thread =
              GuestThread.suspended(
                  task,
                  (self, _) -> {
                    call.call(new long[] {argument});
                    task.unregisterThread(self);
                  });
          task.registerThread(thread);
          return thread.index();
        },
        "thread.new-indirect");
  }
}
