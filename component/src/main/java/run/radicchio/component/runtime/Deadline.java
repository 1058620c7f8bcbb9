package run.radicchio.component.runtime;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * The end of the time that a call has. Either the call is over first, or the time is, and then the
 * store is stopped; never both.
 */
final class Deadline {
  private static final Clock CLOCK = Clock.start();

  /** Of what has any time. */
  static final Deadline NONE = new Deadline(Duration.ZERO);

  private final Duration time;
  private final AtomicBoolean decided = new AtomicBoolean();
  private Clock.@Nullable Alarm alarm;
  private boolean ended;

  private Deadline(Duration time) {
    this.time = time;
  }

  /**
   * Begins now.
   *
   * @param time null for any
   */
  static Deadline of(Store store, @Nullable Duration time) {
    if (time == null) {
      return NONE;
    }
    Deadline deadline = new Deadline(time);
    deadline.alarm = CLOCK.set(NANOSECONDS.convert(time), () -> deadline.pass(store));
    return deadline;
  }

  /**
   * Stopping a store may take a while, for which the clock of all stores does not wait. A virtual
   * thread might never be run: guests that are to be stopped can have all the threads that run
   * such.
   */
  private void pass(Store store) {
    if (decided.compareAndSet(false, true)) {
      var _ =
          Thread.ofPlatform()
              .daemon()
              .name("radicchio-deadline")
              .start(() -> store.stop(trap(), () -> {}));
    }
  }

  private Trap trap() {
    String text = time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    return new Trap(
        Trap.Kind.DEADLINE_PASSED,
        "%s: a call took more than %s".formatted(Trap.Kind.DEADLINE_PASSED.words(), text));
  }

  /** The call is over. Returns a trap if its time was before; once only, and null else. */
  @Nullable Trap end() {
    if (alarm == null || ended) {
      return null;
    }
    ended = true;
    boolean inTime = decided.compareAndSet(false, true);
    alarm.cancel();
    return inTime ? null : trap();
  }

  /**
   * The call is over.
   *
   * @throws Trap if its time was before
   */
  void endInTime() {
    Trap late = end();
    if (late != null) {
      throw late;
    }
  }
}
