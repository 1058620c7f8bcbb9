package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;

/** The instances of a store. */
final class Residents {
  private final List<ComponentInstance> instances = new ArrayList<>();

  void add(ComponentInstance instance) {
    instances.add(instance);
  }

  /** Their threads. */
  List<GuestThread> threads() {
    List<GuestThread> threads = new ArrayList<>();
    instances.forEach(instance -> instance.threads().forEach(threads::add));
    return threads;
  }

  int handleCount() {
    return instances.stream().mapToInt(instance -> instance.handles().count()).sum();
  }

  /**
   * Gives back what they own, and forgets them.
   *
   * @throws RuntimeException if closing a host's resource failed, once all are closed
   */
  void release() {
    List<RuntimeException> failures = new ArrayList<>();
    instances.forEach(instance -> instance.releaseHandles(failures));
    instances.clear();
    if (!failures.isEmpty()) {
      RuntimeException first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
