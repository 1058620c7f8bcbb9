package run.radicchio.component.canon;

import org.jspecify.annotations.Nullable;

/** The caller's side of a call to the host: values are Java's. */
public interface HostCall {

  /** The callee begins: gives the arguments. Called once. */
  @Nullable Object[] start();

  /**
   * The callee ends: takes its result. Called once, unless a trap ends everything.
   *
   * @param result null where it has none
   */
  void resolve(@Nullable Object result);
}
