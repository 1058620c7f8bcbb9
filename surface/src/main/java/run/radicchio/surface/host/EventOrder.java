package run.radicchio.surface.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what happens to a surface in order, although each kind of event has a stream of its own: an
 * event is told when a reader waits for it, and what came later waits until then. Otherwise a
 * pointer would be up before it has moved, for a guest that reads one move at a time.
 *
 * <p>One event is on its way to the guest at a time, until the guest asks for another, on any
 * stream: of several that are ready, a guest is told in no order, and where it reads a stream again
 * whose next event waits already, it has that at once, before those of other streams.
 *
 * <p>Nothing is told before the guest is ready for its first frame, as it opens its streams until
 * then.
 *
 * <p>A guest may open a stream and not read it, or not come back for more. What cannot be told
 * within a second is told all the same; where nobody asks for it, it goes to that stream alone, and
 * holds nothing up any longer.
 */
final class EventOrder {
  private static final long PATIENCE_MILLIS = 1000;

  /** Enough for what hands do while a frame is drawn, little for a guest that does not read. */
  private static final int KEPT = 1024;

  // Guarded by this.
  private final Deque<Step> steps = new ArrayDeque<>();
  private @Nullable Step timed;
  private @Nullable Step overdue;
  private boolean running;
  private boolean onItsWay;
  private boolean begun;

  /** One of the things that happen, which is like no other. */
  private static final class Step {
    final BooleanSupplier canBeTold;
    final Runnable tell;

    Step(BooleanSupplier canBeTold, Runnable tell) {
      this.canBeTold = canBeTold;
      this.tell = tell;
    }
  }

  EventOrder() {
    steps.add(new Step(() -> begun, () -> {}));
  }

  /** The guest is ready for a frame. */
  void begin() {
    synchronized (this) {
      begun = true;
    }
    advance();
  }

  /** Tells an event after all that came before it. Where there are too many, the oldest is lost. */
  <T> void tell(EventStream<T> stream, T event) {
    add(new Step(stream::takesNext, () -> stream.tell(event)));
  }

  /** Runs something after all that came before it. */
  void then(Runnable action) {
    add(new Step(() -> true, action));
  }

  /** A reader was given something. */
  synchronized void took() {
    onItsWay = true;
  }

  /** A reader asks for more, and so has what it was given. */
  synchronized void asked() {
    onItsWay = false;
  }

  private void add(Step step) {
    synchronized (this) {
      if (steps.size() == KEPT) {
        steps.remove();
      }
      steps.add(step);
    }
    advance();
  }

  /** Some reader may wait. */
  void advance() {
    Step next = claim();
    while (next != null) {
      next.tell.run();
      next = next();
    }
  }

  /** One thread tells at a time. */
  private synchronized @Nullable Step claim() {
    return running ? null : next();
  }

  /** The next one to tell; null if there is none, or its turn has not come. */
  private synchronized @Nullable Step next() {
    Step head = steps.peek();
    running = head != null && (head == overdue || (!onItsWay && head.canBeTold.getAsBoolean()));
    if (running) {
      return steps.remove();
    }
    if (head != null && head != timed) {
      timed = head;
      CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .execute(() -> giveUp(head));
    }
    return null;
  }

  private void giveUp(Step step) {
    synchronized (this) {
      if (steps.peek() != step) {
        return;
      }
      overdue = step;
    }
    advance();
  }
}
