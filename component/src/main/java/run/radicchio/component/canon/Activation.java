package run.radicchio.component.canon;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.adapter.Refusal;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Event;
import run.radicchio.component.runtime.Failures;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.Task;
import run.radicchio.component.runtime.WaitableSet;

/**
 * One call of a function whose type is {@code async}, as the callee sees it (CanonicalABI, {@code
 * canon lift}).
 *
 * <p>Its first turn calls the core function. A function with a callback has a turn for each event
 * after that, and nothing on the stack between them.
 */
final class Activation extends Task implements GuestThread.Turns, BooleanSupplier {
  private final LiftedFunction function;
  private final GuestCall call;
  private final Context context;
  private @Nullable WaitableSet waitableSet;

  /** What a callback returns in its lowest bits: what to do before it is called again. */
  private enum CallbackCode {
    EXIT,
    YIELD,
    WAIT
  }

  Activation(LiftedFunction function, GuestCall call) {
    super(function.instance());
    this.function = function;
    this.call = call;
    this.context = function.context(this);
  }

  @Override
  public Kind kind() {
    return function.kind();
  }

  LiftedFunction function() {
    return function;
  }

  /** Begins the call. */
  void begin(@Nullable ComponentInstance caller) {
    call.begins(this);
    begin(this, caller);
  }

  @Override
  public void next(GuestThread thread, boolean cancelled) {
    CoreExtern.Function callback = function.options().callback();
    if (callback != null && started()) {
      boolean told = cancelled || deliverPendingCancel(true);
      runCallbacks(thread, callback, call(thread, callback, eventOf(told)));
    } else if (enterImplicitThread(thread)) {
      start(thread, callback);
    }
  }

  private void start(GuestThread thread, CoreExtern.@Nullable Function callback) {
    long result;
    try {
      result = call.start(context, function.core());
    } catch (Refusal _) {
      returned();
      exitImplicitThread(thread);
      return;
    }
    if (callback != null) {
      runCallbacks(thread, callback, (int) result);
      return;
    }
    if (!function.options().async()) {
      resolve(new long[] {result}, false);
      function.postReturn(result);
    }
    exitImplicitThread(thread);
  }

  /** Calls back as long as it need not wait for that. */
  private void runCallbacks(GuestThread thread, CoreExtern.Function callback, int first) {
    int packed = first;
    CallbackCode code = code(packed);
    while (code != CallbackCode.EXIT) {
      instance().setExclusiveThread(null);
      waitableSet =
          code == CallbackCode.WAIT ? instance().handle(packed >>> 4, WaitableSet.class) : null;
      if (waitableSet != null) {
        waitableSet.beginWait();
      }
      boolean cancelled = deliverPendingCancel(true);
      if (!cancelled && (waitableSet == null || !getAsBoolean())) {
        thread.waitForNextTurn(this);
        return;
      }
      packed = call(thread, callback, eventOf(cancelled));
      code = code(packed);
    }
    exitImplicitThread(thread);
  }

  /** Whether it can be called back: what it waits for between its turns. */
  @Override
  public boolean getAsBoolean() {
    return instance().exclusiveIsFree()
        && (hasPendingCancel() || waitableSet == null || waitableSet.hasPendingEvent());
  }

  private Event eventOf(boolean cancelled) {
    if (waitableSet != null) {
      return waitableSet.endWait(instance().store(), cancelled);
    }
    return cancelled ? Event.TASK_CANCELLED : Event.NONE;
  }

  private int call(GuestThread thread, CoreExtern.Function callback, Event event) {
    instance().setExclusiveThread(thread);
    try {
      return (int)
          callback.handle().invokeExact(event.code().number(), event.index(), event.payload());
    } catch (Throwable failure) {
      throw Failures.rethrown(failure);
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

  void resolve(long[] flat, boolean taskReturn) {
    checkMayReturn();
    call.resolve(context, flat, taskReturn);
    returned();
  }

  @Override
  protected void cancelled() {
    call.cancelled();
  }
}
