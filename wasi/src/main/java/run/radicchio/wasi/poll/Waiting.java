package run.radicchio.wasi.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import run.radicchio.component.Trap;

/** Waiting for events on the current thread. */
public final class Waiting {
  private Waiting() {}

  /**
   * Waits until one is ready.
   *
   * @throws Trap {@code INTERRUPTED} if the thread is interrupted, which is how guests are stopped
   */
  public static void until(Event event) {
    untilAny(List.of(event));
  }

  /**
   * Waits until one at least is ready.
   *
   * @return the places in the list of those that are
   * @throws Trap {@code INTERRUPTED} if the thread is interrupted, which is how guests are stopped
   */
  public static int[] untilAny(List<? extends Event> events) {
    int[] ready = ready(events);
    if (ready.length > 0) {
      return ready;
    }
    Semaphore woken = new Semaphore(0);
    List<Event.Registration> registrations = new ArrayList<>(events.size());
    try {
      for (Event event : events) {
        registrations.add(event.onReady(woken::release));
      }
      // Again, since one may have become ready before it knew who waits.
      for (ready = ready(events); ready.length == 0; ready = ready(events)) {
        woken.acquire();
        woken.drainPermits();
      }
      return ready;
    } catch (InterruptedException interruption) {
      throw new Trap(
          Trap.Kind.INTERRUPTED, "the guest was interrupted where it waits", interruption);
    } finally {
      registrations.forEach(Event.Registration::close);
    }
  }

  private static int[] ready(List<? extends Event> events) {
    return IntStream.range(0, events.size()).filter(i -> events.get(i).isReady()).toArray();
  }
}
