package run.radicchio.component.proxy;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.Commission;
import run.radicchio.component.runtime.Failures;

/**
 * One call by the host, which waits for it, or has a stage that stands for its outcome. All of it
 * happens in the store, but for {@link #result} and what is told to the stage.
 */
abstract class Invocation implements Commission {
  private static final Object NOT_YET = new Object();

  private @Nullable Object outcome = NOT_YET;
  private @Nullable Cancellation cancellation;
  private @Nullable CallStage stage;

  /** An outcome that is no result. */
  private record Failure(Exception reason) {}

  /** Begins the call, which has not been cancelled. */
  abstract void call();

  @Override
  public final void begin() {
    if (stage != null && stage.isCancelled()) {
      cancelled();
    } else {
      call();
    }
  }

  /**
   * Has the call begin without waiting for it.
   *
   * @return what is completed as soon as it is over, and cancels it
   */
  final CallStage leaveTo(Entrance entrance) {
    CallStage itsStage = new CallStage(this, entrance);
    stage = itsStage;
    entrance.begin(this);
    return itsStage;
  }

  /** Says how to ask the guest to end the call. */
  public final void begins(Cancellation newCancellation) {
    cancellation = newCancellation;
  }

  /** Asks the guest to end the call. */
  final void cancel() {
    if (!isOver() && cancellation != null) {
      cancellation.request(null);
    }
  }

  /** The guest has ended the call, as it was asked to. */
  public final void cancelled() {
    failed(new CancellationException("the call was cancelled"));
  }

  /** It has returned; null where that is nothing. */
  final void returned(@Nullable Object result) {
    over(result);
  }

  /**
   * It has come to another end, of which its caller is told.
   *
   * @throws Trap if that is what it is
   */
  final void failed(Exception thrown) {
    if (thrown instanceof Trap trap) {
      throw trap;
    }
    over(new Failure(thrown));
  }

  private void over(@Nullable Object newOutcome) {
    outcome = newOutcome;
    if (stage != null) {
      stage.callIsOver();
    }
  }

  @Override
  public final boolean isOver() {
    return outcome != NOT_YET;
  }

  @Override
  public final void goesOn(Runnable over) {
    stage().callGoesOn(over);
  }

  @Override
  public final void tell() {
    if (outcome instanceof Failure(Exception reason)) {
      stage().completeExceptionally(reason);
    } else {
      stage().complete(outcome);
    }
  }

  @Override
  public final void fail(Throwable reason) {
    stage().fail(reason);
  }

  private CallStage stage() {
    if (stage == null) {
      throw new IllegalStateException("somebody waits for this call");
    }
    return stage;
  }

  /**
   * What it returned, null where that is nothing.
   *
   * @throws Exception why it did not
   */
  final @Nullable Object outcome() throws Exception {
    if (outcome instanceof Failure(Exception reason)) {
      throw reason;
    }
    return outcome;
  }

  /** The same for who has no exceptions of results. */
  final @Nullable Object result() {
    try {
      return outcome();
    } catch (Exception thrown) {
      throw Failures.rethrown(thrown);
    }
  }
}
