package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A function of a component or of the host, as a component calls it (CanonicalABI, {@code
 * FuncInst}).
 */
public interface Callee {

  /**
   * Begins a call. It may be resolved before this returns, or later.
   *
   * @param caller the calling instance, or null if the host calls
   */
  Cancellation call(Call call, @Nullable ComponentInstance caller);

  /** A way to ask for an end of a call (CanonicalABI, {@code OnCancel}). */
  interface Cancellation {
    /** Nothing to ask for: the call is resolved, or cannot be cancelled. */
    Cancellation NONE = caller -> {};

    /** Asks. */
    void request(@Nullable ComponentInstance caller);
  }
}
