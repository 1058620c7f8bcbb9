package run.radicchio.component.runtime;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** A call as its caller sees it (CanonicalABI, "Subtask State"). */
public final class Subtask extends Waitable implements Supplier<Event> {
  private static final @Nullable ResourceHandle[] NONE = {};

  private State state = State.STARTING;

  // The handles that are lent: mostly one, which then needs no array.
  private @Nullable ResourceHandle firstLender;
  private @Nullable ResourceHandle[] furtherLenders = NONE;
  private int furtherLenderCount;

  private int index;
  private boolean resolveDelivered;
  private boolean cancellationRequested;
  private Cancellation cancellation = Cancellation.NONE;

  /** How far it is. */
  public enum State {
    STARTING(0),
    STARTED(1),
    RETURNED(2),
    CANCELLED_BEFORE_STARTED(3),
    CANCELLED_BEFORE_RETURNED(4);

    private final int status;

    State(int status) {
      this.status = status;
    }

    /** The status in the ABI. */
    public int status() {
      return status;
    }
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** The callee takes the arguments. */
  public void start() {
    state = State.STARTED;
  }

  /** The callee returned, its result being lowered. */
  public void returned() {
    state = State.RETURNED;
  }

  /** The callee was cancelled. */
  public void cancelled() {
    state =
        state == State.STARTING ? State.CANCELLED_BEFORE_STARTED : State.CANCELLED_BEFORE_RETURNED;
  }

  /** Whether the callee is done. */
  public boolean resolved() {
    return state.compareTo(State.RETURNED) >= 0;
  }

  /** Counts a handle as lent until the caller knows that the callee is done. */
  public void addLender(ResourceHandle handle) {
    handle.lend();
    if (firstLender == null) {
      firstLender = handle;
      return;
    }
    if (furtherLenderCount == furtherLenders.length) {
      furtherLenders = Arrays.copyOf(furtherLenders, Math.max(4, 2 * furtherLenderCount));
    }
    furtherLenders[furtherLenderCount++] = handle;
  }

  /** The caller knows that the callee is done. */
  public void deliverResolve() {
    if (firstLender != null) {
      firstLender.giveBack();
      firstLender = null;
    }
    while (furtherLenderCount > 0) {
      ResourceHandle lender = furtherLenders[--furtherLenderCount];
      furtherLenders[furtherLenderCount] = null;
      lender.giveBack();
    }
    resolveDelivered = true;
  }

  /**
   * Gives its caller a handle to it, unless it is over. Returns what an {@code async} lowered
   * function does: the state, and the handle above it.
   */
  public int statusFor(ComponentInstance caller) {
    if (resolved()) {
      deliverResolve();
      return State.RETURNED.status();
    }
    index = caller.handles().add(this);
    return state.status() | (index << 4);
  }

  /** Tells of something that comes now, once its caller has a handle to look at. */
  public void tell() {
    if (index != 0) {
      setPendingEvent(this);
    }
  }

  /** What its caller is told. */
  @Override
  public Event get() {
    if (resolved()) {
      deliverResolve();
    }
    return new Event(Event.Code.SUBTASK, index, state.status());
  }

  /** Waits for the end of one that its caller has no handle to. */
  public void await(GuestThread thread) {
    if (!resolved()) {
      thread.waitUntil(this::resolved, false);
    }
    deliverResolve();
  }

  /** How to ask the callee to end. */
  public void setCancellation(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * Asks the callee to end; traps if it was asked before, or the caller knows that it is done
   * (CanonicalABI, {@code canon subtask.cancel}).
   */
  public void requestCancellation(ComponentInstance caller) {
    cancellationRequested = true;
    cancellation.request(caller);
  }

  /** Whether it was asked to end. */
  public boolean cancellationRequested() {
    return cancellationRequested;
  }

  /** Traps where a cancellation must not be asked for. */
  public void checkCancellable() {
    if (resolveDelivered) {
      throw new Trap(Trap.Kind.SUBTASK_ALREADY_RESOLVED);
    }
    if (cancellationRequested) {
      throw new Trap(Trap.Kind.SUBTASK_ALREADY_CANCELLED);
    }
  }

  /** Stops the thread until the callee is done: an event that tells of its start is no end. */
  public void waitUntilResolved(GuestThread thread) {
    waitUntil(thread, this::resolved);
  }

  /** Forgets it; traps unless the caller knows that the callee is done. */
  public void drop() {
    if (!resolveDelivered) {
      throw new Trap(Trap.Kind.SUBTASK_NOT_RESOLVED);
    }
    dropWaitable();
  }

  @Override
  public String describe() {
    return "subtask";
  }
}
