package run.radicchio.component.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one Java thread at a time into a store, in the order in which they came.
 *
 * <p>A lock that, unlike those of {@code java.util.concurrent}, says who is inside and lets that
 * thread put another in its place.
 */
final class Turnstile {
  private static final VarHandle INSIDE = insideField();
  private static final long URGING_PERIOD_MILLIS = 10;

  private volatile @Nullable Thread inside;
  private final Queue<Thread> queue = new ConcurrentLinkedQueue<>();

  private static VarHandle insideField() {
    try {
      return MethodHandles.lookup().findVarHandle(Turnstile.class, "inside", Thread.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** The Java thread that is inside, or null. */
  @Nullable Thread inside() {
    return inside;
  }

  /** Whether the current thread is inside. */
  boolean isInside() {
    return inside == Thread.currentThread();
  }

  /** Whether others wait to be let in. */
  boolean hasQueue() {
    return !queue.isEmpty();
  }

  /**
   * Waits until the current thread is inside, by itself or because another put it there; an
   * interrupt is for later.
   */
  void enter() {
    if (!isInside() && !tryEnter()) {
      enterInTurn(false, this::park);
    }
  }

  /**
   * The same for who wants the one inside to make haste.
   *
   * @param urge done until then, every {@value #URGING_PERIOD_MILLIS} milliseconds
   */
  void enterUrging(Runnable urge) {
    urge.run();
    enterInTurn(
        false,
        () -> {
          LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(URGING_PERIOD_MILLIS));
          urge.run();
        });
  }

  private void park() {
    LockSupport.park(this);
  }

  /**
   * Waits until the current thread is inside.
   *
   * @throws InterruptedException if it is interrupted before; it is not inside then
   */
  void enterInterruptibly() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!tryEnter() && enterInTurn(true, this::park)) {
      throw new InterruptedException();
    }
  }

  /** Returns whether the current thread is inside now, since nobody was or waited to be. */
  boolean tryEnter() {
    return queue.isEmpty() && INSIDE.compareAndSet(this, null, Thread.currentThread());
  }

  /** Returns whether it was given up because the thread was interrupted. */
  private boolean enterInTurn(boolean interruptibly, Runnable pause) {
    Thread self = Thread.currentThread();
    queue.add(self);
    boolean interrupted = false;
    while (inside != self && (queue.peek() != self || !INSIDE.compareAndSet(this, null, self))) {
      pause.run();
      interrupted |= Thread.interrupted();
      if (interrupted && interruptibly) {
        queue.remove(self);
        letNextIn();
        return true;
      }
    }
    queue.remove(self);
    if (interrupted) {
      self.interrupt();
    }
    return false;
  }

  /** The current thread, which is inside, goes out. */
  void leave() {
    inside = null;
    letNextIn();
  }

  private void letNextIn() {
    Thread next = queue.peek();
    if (next != null) {
      LockSupport.unpark(next);
    }
  }

  /** The current thread, which is inside, puts another in its place, without waking it. */
  void passTo(Thread other) {
    inside = other;
  }
}
