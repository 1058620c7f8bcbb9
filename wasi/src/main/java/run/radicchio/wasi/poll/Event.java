package run.radicchio.wasi.poll;

/** Something that is ready or not, and wakes who waits for it. */
public interface Event {
  /** Whether it is ready now; never waits. */
  boolean isReady();

  /**
   * Wakes somebody each time that it may have become ready, from now until the registration is
   * closed. It may do so too often, on any thread, and does so at once where it may be ready
   * already.
   *
   * @param wake does not wait
   */
  Registration onReady(Runnable wake);

  /** Somebody who wants to be woken. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** What is ready always. */
  static Event always() {
    return Always.READY;
  }
}
