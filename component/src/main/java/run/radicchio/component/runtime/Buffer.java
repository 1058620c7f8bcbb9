package run.radicchio.component.runtime;

/**
 * Elements that one end of a stream or future offers, or room that it has for them (CanonicalABI,
 * "Buffer State"). How elements are represented is for those who implement it to know.
 */
public interface Buffer {
  /** The most elements that a buffer can have. */
  int MAX_LENGTH = (1 << 28) - 1;

  /** How many elements are left to take, or fit in. */
  int remaining();

  /** Whether it was made for no elements at all: its end wants to know when the other is there. */
  boolean isZeroLength();

  /** Elements to take. */
  interface Source extends Buffer {}

  /** Room for elements. */
  interface Sink extends Buffer {
    /** Moves elements out of a source, as many as both have at least. */
    void moveFrom(Source source, int count);
  }
}
