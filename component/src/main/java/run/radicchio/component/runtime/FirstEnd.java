package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * The end of a stream or future that came first, if it waits for the other, and whether one is gone
 * (CanonicalABI, the {@code pending} fields of {@code SharedStreamImpl} and {@code
 * SharedFutureImpl}).
 */
final class FirstEnd {
  private final String what;
  private final ElementType element;
  private boolean dropped;
  private @Nullable Pending pending;

  /** A copy that one end has begun. */
  record Pending(@Nullable ComponentInstance owner, Buffer buffer, Transfer.Listener listener) {}

  /** Of a transfer of a kind, {@code stream} or {@code future}. */
  FirstEnd(String what, ElementType element) {
    this.what = what;
    this.element = element;
  }

  ElementType element() {
    return element;
  }

  boolean dropped() {
    return dropped;
  }

  void waits(@Nullable ComponentInstance owner, Buffer buffer, Transfer.Listener listener) {
    pending = new Pending(owner, buffer, listener);
  }

  /** The end that waits for one of an instance, or null; traps where both are of that instance. */
  @Nullable Pending waitingFor(@Nullable ComponentInstance other) {
    if (pending != null && other != null && pending.owner() == other && !element.isNoneOrNumber()) {
      // A temporary restriction of the specification.
      throw new Trap(
          Trap.Kind.INTRA_COMPONENT_COPY, "cannot read from and write to intra-component " + what);
    }
    return pending;
  }

  /** It waits no more, and need not be told. */
  void forget() {
    pending = null;
  }

  /** Ends the copy that waits, if there is one. */
  void finish(CopyResult result) {
    Pending finished = pending;
    if (finished != null) {
      pending = null;
      finished.listener().done(result);
    }
  }

  /** One end is gone. */
  void drop() {
    if (!dropped) {
      dropped = true;
      finish(CopyResult.DROPPED);
    }
  }
}
