package run.radicchio.wasi;

/** What a guest may do with a directory that it is given, and all below it. */
public enum Access {
  /** Read files and list directories. */
  READ_ONLY,
  /** All of that, and write, make, rename and remove. */
  READ_WRITE
}
