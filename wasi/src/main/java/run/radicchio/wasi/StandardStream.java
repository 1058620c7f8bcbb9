package run.radicchio.wasi;

/** One of the standard streams. */
public enum StandardStream {
  /** Standard input. */
  IN,
  /** Standard output. */
  OUT,
  /** Standard error. */
  ERR
}
