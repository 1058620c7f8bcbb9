package run.radicchio.component.canon;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.abi.Options;
import run.radicchio.component.adapter.GuestSite;
import run.radicchio.component.adapter.PassageAdapters;
import run.radicchio.component.adapter.PassageSite;
import run.radicchio.component.adapter.Refusal;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.SyncTask;
import run.radicchio.component.runtime.Task;
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
  private final Context context;

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
    this.context = new Context(options, instance);
  }

  FlatCall core() {
    return core;
  }

  Options options() {
    return options;
  }

  /** Where a call's values go. */
  Context context(Task task) {
    return adapters.lends() ? new Context(options, instance, null, task) : context;
  }

  Task.Kind kind() {
    return kind;
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
    return new GuestSite(new Context(options, instance), core.handle(), ends, error, explained);
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
  public void call(GuestCall call, @Nullable ComponentInstance caller) {
    if (kind.asyncType()) {
      new Activation(this, call).begin(caller);
    } else {
      callSync(call, caller);
    }
  }

  private void callSync(GuestCall call, @Nullable ComponentInstance caller) {
    SyncTask task = enter(caller);
    Context context = context(task);
    long result;
    try {
      result = call.start(context, core);
    } catch (Refusal _) {
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
  public SyncTask enter(@Nullable ComponentInstance caller) {
    return SyncTask.enter(instance, caller);
  }

  /**
   * Ends a call that {@link #enter} began.
   *
   * @throws Trap if the guest keeps a handle that was lent to it
   */
  public void leave(SyncTask task) {
    task.leave();
  }

  /** Calls {@code post-return}, if there is one. */
  void postReturn(long result) {
    FlatCall postReturn = options.postReturn();
    if (postReturn != null) {
      instance.setMayLeave(false);
      postReturn.call(type.result() == null ? new long[0] : new long[] {result});
      instance.setMayLeave(true);
    }
  }

  /**
   * {@code canon task.return}: takes the result of the running task (CanonicalABI).
   *
   * @param resultType what the built-in was defined with, in the resource types of the instance
   * @param withOptions what the built-in was defined with
   */
  static void taskReturn(
      Task task, @Nullable ValType resultType, Options withOptions, long[] flat) {
    if (!(task instanceof Activation activation) || !task.kind().asyncOption()) {
      throw new Trap(Trap.Kind.NOT_ASYNC);
    }
    if (!activation.function().returns(resultType, withOptions)) {
      throw new Trap(Trap.Kind.TASK_RETURN_MISMATCH);
    }
    activation.resolve(flat, true);
  }

  private boolean returns(@Nullable ValType resultType, Options withOptions) {
    return (resultType == type.result()
            || Objects.equals(structure(resultType), structure(type.result())))
        && withOptions.liftsLike(options);
  }

  private static @Nullable ValType structure(@Nullable ValType type) {
    return type == null ? null : type.structure();
  }
}
