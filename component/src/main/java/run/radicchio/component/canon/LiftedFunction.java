package run.radicchio.component.canon;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.Options;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.adapter.GuestSite;
import run.radicchio.component.adapter.PassageAdapters;
import run.radicchio.component.adapter.PassageSite;
import run.radicchio.component.runtime.Call;
import run.radicchio.component.runtime.Cancellation;
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
  private final PassageAdapters adapters;
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
      PassageAdapters adapters,
      Options options) {
    this.instance = instance;
    this.type = type;
    this.core = core;
    this.adapters = adapters;
    this.options = options;
    this.kind = new Task.Kind(type.async(), options.async(), options.callback() != null);
  }

  /** Its type, in the resource types of the component that lifts it. */
  public FuncType type() {
    return type;
  }

  /** The instance whose function it is. */
  public ComponentInstance instance() {
    return instance;
  }

  /** What carries its values to and from other guests, shared by all instances. */
  PassageAdapters adapters() {
    return adapters;
  }

  /**
   * Where the host calls it, if it is not {@code async}.
   *
   * @param ends how its handles are represented
   * @param error makes the exception of an error from its payload
   * @param explained says of a failure where the guest was
   */
  public GuestSite site(
      List<GuestValues.End> ends,
      Function<@Nullable Object, Exception> error,
      UnaryOperator<RuntimeException> explained) {
    return new GuestSite(
        new Context(options, instance), core.handle(), ends, error, explained);
  }

  /** Where another instance imports it, if it is not {@code async}. */
  PassageSite site(Context caller) {
    return new PassageSite(caller, new Context(options, instance), core.handle());
  }

  /**
   * Begins a call. It may be resolved before this returns, or later.
   *
   * @param caller the calling instance, or null if the host calls
   */
  public Cancellation call(GuestCall call, @Nullable ComponentInstance caller) {
    if (!kind.asyncType()) {
      callSync(call, caller);
      return Cancellation.NONE;
    }
    if (!instance.mayEnterFrom(caller)) {
      throw new Trap(Trap.Kind.CANNOT_ENTER);
    }
    instance.enterFrom(caller);
    Activation activation = new Activation(call);
    GuestThread.start(activation.task, activation::run);
    instance.leaveTo(caller);
    return activation.task::requestCancellation;
  }

  private void callSync(GuestCall call, @Nullable ComponentInstance caller) {
    Task task = enter(caller);
    Context context = new Context(options, instance, null, task);
    long result;
    try {
      result = call.start(context, core);
    } catch (GuestCall.Refusal _) {
      task.abandon();
      return;
    }
    call.resolve(context, new long[] {result}, false);
    postReturn(result);
    leave(task);
  }

  /**
   * Begins a call of a function whose type is not {@code async}: the guest runs from now on, on the
   * stack of its caller. Its caller lowers the arguments, calls the core function, lifts the
   * result, calls {@code post-return}, and then {@linkplain #leave leaves}. If any of it fails, the
   * failure is all that there is to be passed on.
   *
   * @param caller the calling instance, or null if the host calls
   * @return the call, to which handles can be lent
   * @throws Trap if the instance must not be entered now
   */
  public Task enter(@Nullable ComponentInstance caller) {
    return Task.enter(instance, caller);
  }

  /**
   * Ends a call that {@link #enter} began.
   *
   * @throws Trap if the guest keeps a handle that was lent to it
   */
  public void leave(Task task) {
    task.leave();
  }

  /** One call, as the callee sees it. */
  private final class Activation implements Call {
    private final GuestCall call;
    private final Task task = new Task(instance, kind, this);
    private final Context context = new Context(options, instance, null, task);

    Activation(GuestCall call) {
      this.call = call;
    }

    LiftedFunction function() {
      return LiftedFunction.this;
    }

    void run(GuestThread thread) {
      if (!task.enterImplicitThread(thread)) {
        return;
      }
      task.start();
      long result;
      try {
        result = call.start(context, core);
      } catch (GuestCall.Refusal _) {
        task.returned();
        task.exitImplicitThread(thread);
        return;
      }
      MethodHandle callback = options.callback();
      if (!options.async()) {
        resolve(new long[] {result}, false);
        postReturn(result);
      } else if (callback != null) {
        runCallbacks(thread, callback, (int) result);
      }
      task.exitImplicitThread(thread);
    }

    void resolve(long[] flat, boolean taskReturn) {
      task.checkMayReturn();
      call.resolve(context, flat, taskReturn);
      task.returned();
    }

    @Override
    public void cancelled() {
      call.cancelled();
    }
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
    if (!(task.call() instanceof Activation activation) || !task.kind().asyncOption()) {
      throw new Trap(Trap.Kind.NOT_ASYNC);
    }
    LiftedFunction function = activation.function();
    if (!java.util.Objects.equals(structure(resultType), structure(function.type.result()))
        || !withOptions.liftsLike(function.options)) {
      throw new Trap(Trap.Kind.TASK_RETURN_MISMATCH);
    }
    activation.resolve(flat, true);
  }

  private static @Nullable ValType structure(@Nullable ValType type) {
    return type == null ? null : type.structure();
  }
}
