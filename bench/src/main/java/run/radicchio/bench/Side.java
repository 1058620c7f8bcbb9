package run.radicchio.bench;

/** What runs a guest's code. */
public enum Side {
  /** Radicchio runs the component. */
  COMPONENT,
  /**
   * The core engine runs the component's core modules, bound to each other and to Java directly.
   */
  ENGINE
}
