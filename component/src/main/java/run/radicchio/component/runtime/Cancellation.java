package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/** A way to ask for an end of a call (CanonicalABI, {@code OnCancel}). */
public interface Cancellation {
  /** Nothing to ask for: the call is resolved, or cannot be cancelled. */
  Cancellation NONE = caller -> {};

  /**
   * Asks.
   *
   * @param caller the calling instance, or null if the host calls
   */
  void request(@Nullable ComponentInstance caller);
}
