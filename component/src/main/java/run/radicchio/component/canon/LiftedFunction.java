package run.radicchio.component.canon;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.abi.Options;
import run.radicchio.component.runtime.Call;
import run.radicchio.component.runtime.Callee;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Event;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Task;
import run.radicchio.component.runtime.WaitableSet;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ValType;

/** A core function as a component function (CanonicalABI, {@code canon lift}). */
public final class LiftedFunction implements Callee {
  private final ComponentInstance instance;
  private final FuncType type;
  private final FlatCall core;
  private final FunctionCodec codec;
  private final Options options;
  private final Task.Kind kind;

  /** What a callback returns in its lowest bits: what to do before it is called again. */
  private enum CallbackCode {
    EXIT,
    YIELD,
    WAIT
  }

  /** Of a core function of an instance. */
  public LiftedFunction(
      ComponentInstance instance,
      FuncType type,
      FlatCall core,
      FunctionCodec codec,
      Options options) {
    this.instance = instance;
    this.type = type;
    this.core = core;
    this.codec = codec;
    this.options = options;
    this.kind = new Task.Kind(type.async(), options.async(), options.callback() != null);
  }

  /** The same function, whose values cross in another representation. */
  public LiftedFunction represented(FunctionCodec otherCodec) {
    return new LiftedFunction(instance, type, core, otherCodec, options);
  }

  /** Its type, in the resource types of the component that lifts it. */
  public FuncType type() {
    return type;
  }

  /** The instance whose function it is. */
  public ComponentInstance instance() {
    return instance;
  }

  @Override
  public Cancellation call(Call call, @Nullable ComponentInstance caller) {
    if (!instance.mayEnterFrom(caller)) {
      throw new Trap(Trap.Kind.CANNOT_ENTER);
    }
    instance.enterFrom(caller);
    Task task = new Task(instance, kind, call, this);
    if (kind.asyncType()) {
      GuestThread.start(task, thread -> run(task, thread));
    } else {
      GuestThread.runInline(task, thread -> run(task, thread));
    }
    instance.leaveTo(caller);
    return task::requestCancellation;
  }

  private void run(Task task, GuestThread thread) {
    if (!task.enterImplicitThread(thread)) {
      return;
    }
    Context context = new Context(options, instance, null, task);
    long[] arguments = codec.lowerArguments(context, task.start());
    long result = core.call(arguments);
    MethodHandle callback = options.callback();
    if (!options.async()) {
      task.returnResult(codec.liftResult(context, result));
      postReturn(result);
    } else if (callback != null) {
      runCallbacks(thread, callback, (int) result);
    }
    task.exitImplicitThread(thread);
  }

  private void postReturn(long result) {
    FlatCall postReturn = options.postReturn();
    if (postReturn != null) {
      instance.setMayLeave(false);
      postReturn.call(type.result() == null ? new long[0] : new long[] {result});
      instance.setMayLeave(true);
    }
  }

  /** The event loop of a task with a callback: between its turns it has nothing on the stack. */
  private void runCallbacks(GuestThread thread, MethodHandle callback, int first) {
    int packed = first;
    CallbackCode code = code(packed);
    while (code != CallbackCode.EXIT) {
      instance.setExclusiveThread(null);
      Event event =
          code == CallbackCode.YIELD ? yieldTurn(thread) : waitForEvent(thread, packed >>> 4);
      instance.setExclusiveThread(thread);
      packed = call(callback, event);
      code = code(packed);
    }
  }

  private Event yieldTurn(GuestThread thread) {
    return thread.yieldInEventLoop() ? Event.TASK_CANCELLED : Event.NONE;
  }

  private Event waitForEvent(GuestThread thread, int waitableSet) {
    return instance.handle(waitableSet, WaitableSet.class).waitForEventInLoop(thread);
  }

  private static int call(MethodHandle callback, Event event) {
    try {
      return (int) callback.invokeExact(event.code().number(), event.index(), event.payload());
    } catch (Throwable failure) {
      throw Store.rethrown(failure);
    }
  }

  private static CallbackCode code(int packed) {
    return switch (packed & 0xF) {
      case 0 -> CallbackCode.EXIT;
      case 1 -> CallbackCode.YIELD;
      case 2 -> CallbackCode.WAIT;
      default -> throw new Trap(Trap.Kind.UNSUPPORTED_CALLBACK_CODE);
    };
  }

  /**
   * {@code canon task.return}: takes the result of the running task (CanonicalABI).
   *
   * @param resultType what the built-in was defined with, in the resource types of the instance
   * @param withOptions what the built-in was defined with
   */
  static void taskReturn(
      Task task, @Nullable ValType resultType, Options withOptions, long[] flat) {
    if (!(task.function() instanceof LiftedFunction function) || !task.kind().asyncOption()) {
      throw new Trap(Trap.Kind.NOT_ASYNC);
    }
    if (!java.util.Objects.equals(structure(resultType), structure(function.type.result()))
        || !withOptions.liftsLike(function.options)) {
      throw new Trap(Trap.Kind.TASK_RETURN_MISMATCH);
    }
    Context context = new Context(function.options, task.instance(), null, task);
    task.returnResult(function.codec.liftTaskResult(context, flat));
  }

  private static @Nullable ValType structure(@Nullable ValType type) {
    return type == null ? null : type.structure();
  }
}
