package run.radicchio.component.runtime;

/** Waits for what guests of a store do, and must know when they do nothing any more. */
public interface EndListener {
  /**
   * The store is at an end. Called at most once, outside of the store.
   *
   * @param why what ended it, or for who begins to listen later, a trap that says so
   */
  void ended(Throwable why);
}
