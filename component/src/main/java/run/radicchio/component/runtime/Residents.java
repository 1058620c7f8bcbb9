package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The instances of a store. Safe for use by several threads, where it is public. */
public final class Residents {
  /** What is not over in so many is not nearly over. */
  private static final int MOST_TURNS = 64;

  private final Store store;
  private final List<ComponentInstance> instances = new ArrayList<>();
  private boolean hostWasCalled;

  Residents(Store store) {
    this.store = store;
  }

  void add(ComponentInstance instance) {
    store.quota().takeInstance();
    instances.add(instance);
  }

  /** Their threads. */
  List<GuestThread> threads() {
    List<GuestThread> threads = new ArrayList<>();
    instances.forEach(instance -> instance.threads().forEach(threads::add));
    return threads;
  }

  /** How many handles they have. */
  public int handleCount() {
    return store.inside(this::handles);
  }

  private int handles() {
    return instances.stream().mapToInt(instance -> instance.handles().count()).sum();
  }

  /** One of them calls the host, or will at once. Happens in the store. */
  public void callHost() {
    hostWasCalled = true;
  }

  /**
   * Notes what they are now, for {@link #restore}.
   *
   * @param cores notes what the core instances are, and says whether that is possible
   * @return false if it is not, or they have called the host: what they know from that is not to be
   *     known again
   * @throws IllegalStateException if one of them is calling the host on this Java thread
   */
  public boolean checkpoint(BooleanSupplier cores) {
    store.checkOutside();
    return store.inside(
        () -> areAtRest() && !hostWasCalled && handles() == 0 && cores.getAsBoolean());
  }

  /**
   * Makes them what they were at the checkpoint; gives back what they own.
   *
   * @param cores makes the core instances what they were
   * @return false if something goes on, or anyone waits for something of theirs: then nothing is
   *     done
   * @throws IllegalStateException if one of them is calling the host on this Java thread
   * @throws RuntimeException if closing a host's resource failed; the store is of no use then
   */
  public boolean restore(Runnable cores) {
    store.checkOutside();
    return store.inside(
        () -> {
          store.failing(this::runOut);
          boolean areAtRest = areAtRest();
          if (areAtRest) {
            release();
            instances.forEach(ComponentInstance::renew);
            store.schedule().renew();
            cores.run();
          }
          return areAtRest;
        });
  }

  /** Lets what is nearly over come to its end. */
  private void runOut() {
    for (int i = 0; i < MOST_TURNS && !store.hasEnded() && store.runReadyInTime(); i++) {}
  }

  private boolean areAtRest() {
    return store.isAtRest()
        && instances.stream().allMatch(instance -> instance.threads().count() == 0);
  }

  /**
   * Gives back what they own, and forgets them.
   *
   * @throws RuntimeException if closing a host's resource failed, once all are closed
   */
  void end() {
    try {
      release();
    } finally {
      instances.clear();
    }
  }

  private void release() {
    List<RuntimeException> failures = new ArrayList<>();
    instances.forEach(instance -> instance.releaseHandles(failures));
    if (!failures.isEmpty()) {
      RuntimeException first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
