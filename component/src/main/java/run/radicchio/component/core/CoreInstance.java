package run.radicchio.component.core;

/** An instance of a core module. Used by one thread at a time. */
public interface CoreInstance extends AutoCloseable {

  /**
   * What it exports under a name: the same object at each call.
   *
   * @throws IllegalArgumentException if it exports nothing of that name
   */
  CoreExtern export(String name);

  /**
   * Notes what it is now, for {@link #restore}. No function of it may run.
   *
   * @return false if it cannot be set back, since this system cannot, or it may have objects on
   *     Java's heap: then nothing is noted
   * @throws OutOfMemoryError if the system lacks what it takes; the instance is of no use then
   */
  boolean checkpoint();

  /**
   * Sets what it defines back to what that was at the last {@link #checkpoint}: memories, tables,
   * globals, and which segments are dropped. No function of it may run.
   */
  void restore();

  /** Frees the memories that it defines. No function of it may run, now or later. */
  @Override
  void close();
}
