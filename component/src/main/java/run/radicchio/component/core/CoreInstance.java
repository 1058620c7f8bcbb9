package run.radicchio.component.core;

/** An instance of a core module. Used by one thread at a time. */
public interface CoreInstance extends AutoCloseable {

  /**
   * What it exports under a name: the same object at each call.
   *
   * @throws IllegalArgumentException if it exports nothing of that name
   */
  CoreExtern export(String name);

  /** Frees the memories that it defines. No function of it may run, now or later. */
  @Override
  void close();
}
