package run.radicchio.component.proxy;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.Commission;
import run.radicchio.component.runtime.Store;

/**
 * One call by the host, which waits for it, or has a stage that stands for its outcome. All of it
 * happens in the store, but for {@link #result} and what is told to the stage.
 */
abstract class Invocation implements Commission {
  private static final Object NOT_YET = new Object();

  private @Nullable Object result = NOT_YET;
  private @Nullable Throwable failure;
  private @Nullable Cancellation cancellation;
  private @Nullable CallStage stage;

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
  final void returned(@Nullable Object newResult) {
    result = newResult;
    over();
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
    failure = thrown;
    over();
  }

  private void over() {
    if (stage != null) {
      stage.callIsOver();
    }
  }

  @Override
  public final boolean isOver() {
    return result != NOT_YET || failure != null;
  }

  @Override
  public final void goesOn(Runnable over) {
    stage().callGoesOn(over);
  }

  @Override
  public final void tell() {
    if (failure == null) {
      stage().complete(result);
    } else {
      stage().completeExceptionally(failure);
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
    switch (failure) {
      case null -> {
        return result;
      }
      case Exception exception -> throw exception;
      default -> throw Store.rethrown(failure);
    }
  }

  /** The same for who has no exceptions of results. */
  final @Nullable Object result() {
    try {
      return outcome();
    } catch (Exception thrown) {
      throw Store.rethrown(thrown);
    }
  }
}
