package run.radicchio.bench;

/** With the Component Model, or without. */
public enum Side {
  /** Radicchio runs the component. */
  COMPONENT,
  /**
   * The core engine runs the component's core modules, bound to each other and to Java directly; or
   * Java itself does what the component does.
   */
  BARE
}
