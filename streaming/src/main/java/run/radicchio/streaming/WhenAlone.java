package run.radicchio.streaming;

/** What becomes of a guest that nobody watches any more, after a time of grace. */
public enum WhenAlone {
  /** It is not asked to draw until somebody watches again. */
  PAUSE,
  /** It ends. */
  END
}
