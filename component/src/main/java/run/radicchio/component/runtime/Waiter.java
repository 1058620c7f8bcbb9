package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/** The Java thread that waits in a store for a call that it began, as long as it does. */
final class Waiter {
  private @Nullable Thread thread = Thread.currentThread();

  /** Null once it no longer waits. */
  @Nullable Thread thread() {
    return thread;
  }

  /** It waits no longer. */
  void goes() {
    thread = null;
  }
}
