package run.radicchio.component.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * Stops what runs in a store, by interrupts.
 *
 * <p>An interrupt may come just as that has ended which it was for. So only who is inside is
 * interrupted, and what it did not heed by the time it leaves is taken back: no caller finds its
 * thread interrupted because its call's time was over.
 */
final class Interruption {
  private final Turnstile turnstile;
  private final Set<Thread> interrupted = new HashSet<>();
  private volatile @Nullable Trap reason;

  Interruption(Turnstile turnstile) {
    this.turnstile = turnstile;
  }

  /** Interrupts who is inside, if anyone. It may be done again, to who did not heed it. */
  synchronized void stop(Trap why) {
    if (reason == null) {
      reason = why;
    }
    Thread inside = turnstile.inside();
    if (inside != null && (interrupted.contains(inside) || !inside.isInterrupted())) {
      interrupted.add(inside);
      inside.interrupt();
    }
  }

  /** Why the store is stopped; null where it is not. */
  @Nullable Trap reason() {
    return reason;
  }

  /** The current thread has left, or failed: an interrupt by {@link #stop} is over. */
  void takeBack() {
    if (reason != null) {
      takeBackFrom(Thread.currentThread());
    }
  }

  private synchronized void takeBackFrom(Thread current) {
    if (interrupted.remove(current)) {
      var _ = Thread.interrupted();
    }
  }

  /**
   * What a failure in the store means: where it was stopped, that.
   *
   * <p>A host function that is interrupted fails in ways of its own.
   */
  Throwable meaning(Throwable failure) {
    if (!(failure instanceof Trap trap)) {
      return failure;
    }
    Trap why = reason;
    boolean mayBeStop =
        trap.kind() == Trap.Kind.INTERRUPTED || trap.kind() == Trap.Kind.HOST_FAILURE;
    if (why != null && mayBeStop) {
      takeBack();
      return again(why, failure);
    }
    if (trap.kind() == Trap.Kind.INTERRUPTED) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }

  /** A trap of the same meaning, thrown at another place. */
  static Trap again(Trap why, Throwable cause) {
    String message = why.getMessage();
    return new Trap(
        why.kind(),
        message == null ? why.kind().words() : message,
        cause,
        cause instanceof Trap trap ? trap.guestFrames() : List.of());
  }
}
