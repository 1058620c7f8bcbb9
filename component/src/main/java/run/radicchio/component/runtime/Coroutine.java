package run.radicchio.component.runtime;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * A stack of its own for a guest thread (CanonicalABI, "Stack Switching"): a virtual thread that
 * runs only between {@link #resume} and the next {@link #block}, while its resumer waits.
 */
final class Coroutine {
  private final Thread carrier;
  private volatile boolean running;
  private boolean started;
  private boolean ended;
  private boolean killed;
  private boolean cancelled;
  private @Nullable Thread resumer;
  private @Nullable GuestThread switchTo;
  private @Nullable Throwable failure;

  /** Will run a body, from its first {@link #resume} on. */
  Coroutine(Runnable body) {
    carrier =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    body.run();
                  } catch (Killed _) {
                    // The store is at an end, and so is this.
                  } catch (Throwable thrown) {
                    failure = thrown;
                  } finally {
                    ended = true;
                    handBack();
                  }
                });
  }

  /**
   * Runs the body until it blocks or ends.
   *
   * @param cancelled what its {@link #block} returns
   * @return the thread it wants to run next, or null
   * @throws Trap if it trapped, or if the calling Java thread is interrupted, in which case so is
   *     the body
   */
  @Nullable GuestThread resume(boolean cancelled) {
    this.cancelled = cancelled;
    resumer = Thread.currentThread();
    running = true;
    if (started) {
      LockSupport.unpark(carrier);
    } else {
      started = true;
      carrier.start();
    }
    boolean interrupted = false;
    while (running) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        interrupted = true;
        carrier.interrupt();
      }
    }
    resumer = null;
    if (failure != null) {
      throw Failures.rethrown(failure);
    }
    if (interrupted) {
      throw new Trap(Trap.Kind.INTERRUPTED);
    }
    GuestThread next = switchTo;
    switchTo = null;
    return next;
  }

  /**
   * Gives control back to the resumer; called by the body.
   *
   * @param next the thread to run next, or null
   * @return whether it was resumed in order to be cancelled
   */
  boolean block(@Nullable GuestThread next) {
    switchTo = next;
    handBack();
    // An interrupt is for when it runs again. Until then it must not keep this from being parked.
    boolean interrupted = false;
    while (!running) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (killed) {
      throw new Killed();
    }
    return cancelled;
  }

  /** The Java thread that runs the body. */
  Thread javaThread() {
    return carrier;
  }

  /** Ends the body where it is blocked, so that its stack unwinds; does nothing if it has ended. */
  void kill() {
    if (started && !ended) {
      killed = true;
      try {
        resume(false);
      } catch (Trap trap) {
        if (trap.kind() == Trap.Kind.INTERRUPTED) {
          Thread.currentThread().interrupt();
        }
      } catch (RuntimeException | Error _) {
        // What unwinding brings to light comes after the reason for which it is unwound.
      }
    }
  }

  private void handBack() {
    Thread waiting = resumer;
    running = false;
    LockSupport.unpark(waiting);
  }

  /** Unwinds a stack of a store that is at an end. Guests cannot catch it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("the store is closed", null, false, false);
    }
  }
}
