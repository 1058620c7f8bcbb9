package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.binding.ErrorBinding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Quota;
import run.radicchio.component.runtime.Subtask;

/** Where an instance imports a Java method: what generated code needs to know of it. */
public final class HostSite {
  private final Context context;
  private final ComponentInstance instance;
  private final Quota quota;
  private final FunctionBinding function;
  private final @Nullable Object receiver;
  private final @Nullable Settlement settlement;

  /** For the next call that may lend, so that mostly none is made; null while it is in use. */
  private @Nullable Context idle;

  /** What becomes of an asynchronous call once the method has returned. */
  public interface Settlement {
    /** Before anything of the call happens: traps where it must not. */
    void begin();

    /**
     * Waits for what the method returned, or lets the guest do so.
     *
     * @param context of the call; with its subtask as the lender, if it may lend
     * @param stage what the method returned
     * @param resultAddress where the guest wants the result, as it gave it; 0 for a flat result
     * @return the bits of what the core function returns, or 0
     */
    long settle(
        Context context, @Nullable Object stage, @Nullable Throwable thrown, int resultAddress);
  }

  /**
   * A site.
   *
   * @param context of values that hold nothing borrowed
   * @param receiver the object whose method it is; null for a method of a resource
   * @param settlement for a function of an {@code async} type; else null
   */
  public HostSite(
      Context context,
      FunctionBinding function,
      @Nullable Object receiver,
      @Nullable Settlement settlement) {
    this.context = context;
    this.instance = context.instance();
    this.quota = instance.store().quota();
    this.function = function;
    this.receiver = receiver;
    this.settlement = settlement;
  }

  /** The method as this guest calls it, which is about to do so for the first time. */
  MethodHandle linked(MethodHandle call) {
    instance.store().residents().callHost();
    return call.bindTo(this);
  }

  /** A call begins that lends nothing. */
  Context enter() {
    instance.checkMayLeave();
    quota.beginCopies();
    if (settlement != null) {
      settlement.begin();
    }
    return context;
  }

  /** A call begins that may lend. */
  Context enterLending() {
    enter();
    Context called = idle;
    idle = null;
    return called == null ? new Context(context.options(), instance, new Subtask(), null) : called;
  }

  /** A call ends that may have lent, and of which nobody knows any more. */
  void giveBack(Context called) {
    called.giveBack();
    idle = called;
  }

  /** The object whose method it is. */
  @Nullable Object receiver() {
    return receiver;
  }

  /** The payload of an error that the function's type allows; traps for anything else thrown. */
  @Nullable Object errorPayload(Throwable thrown) {
    return errorPayload(function, thrown);
  }

  /** The payload of an error that a function's type allows; traps for anything else thrown. */
  public static @Nullable Object errorPayload(FunctionBinding function, Throwable thrown) {
    ErrorBinding error = function.error();
    if (error != null && error.exception().isInstance(thrown)) {
      return error.payloadOf().apply(thrown);
    }
    if (thrown instanceof Trap trap) {
      throw trap;
    }
    throw new Trap(
        Trap.Kind.HOST_FAILURE,
        "the host's %s failed: %s".formatted(function.name(), thrown),
        thrown);
  }

  /** An asynchronous method has returned or thrown. */
  long settle(Context call, @Nullable Object stage, @Nullable Throwable thrown, int resultAddress) {
    if (settlement == null) {
      throw new IllegalStateException(function.name() + " is not async");
    }
    return settlement.settle(call, stage, thrown, resultAddress);
  }
}
