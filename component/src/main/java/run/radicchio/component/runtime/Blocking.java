package run.radicchio.component.runtime;

/**
 * How the guest code of an instance can block in the middle of a turn: by which built-ins its
 * component defines. What it cannot do need not be prepared for.
 */
public enum Blocking {
  /** Not at all. */
  NEVER,
  /** Until something has happened; nothing but that lets it go on. */
  WAITS,
  /** Also so that its threads switch to each other, or a cancellation lets it go on. */
  SWITCHES;

  Blocking or(Blocking other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
