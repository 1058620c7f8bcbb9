package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.ValType;

/**
 * What lies between the two ends of a stream or future (CanonicalABI, "Stream State", "Future
 * State"), as one end sees it.
 */
public interface Transfer {

  /** What is transferred. */
  ElementType element();

  /** Ends the copy that this end has begun. It may be told at once, or later. */
  void cancel();

  /** This end is gone. */
  void drop();

  /** The side from which elements are read. */
  interface ReadableSide extends Transfer {
    /**
     * Begins to read into a sink. Progress and the end are told to a listener, at once or later.
     */
    void read(@Nullable ComponentInstance reader, Buffer.Sink sink, Listener listener);
  }

  /** The side to which elements are written. */
  interface WritableSide extends Transfer {
    /** Begins to write from a source. Progress and the end are told to a listener. */
    void write(@Nullable ComponentInstance writer, Buffer.Source source, Listener listener);
  }

  /** Told of a copy's progress (CanonicalABI, {@code OnCopy}, {@code OnCopyDone}). */
  interface Listener {
    /**
     * Some elements were copied, and more may be before the owner looks.
     *
     * @param reclaim takes the buffer back: nothing is copied after it
     */
    void copied(Runnable reclaim);

    /** The copy is over. */
    void done(CopyResult result);
  }

  /** Whether two element types are the same type at run time. */
  static boolean sameElement(ElementType a, ElementType b) {
    ValType left = a.type();
    ValType right = b.type();
    if (left == null || right == null) {
      return left == right;
    }
    return TypeIdentity.same(left, a.scope(), right, b.scope());
  }
}
