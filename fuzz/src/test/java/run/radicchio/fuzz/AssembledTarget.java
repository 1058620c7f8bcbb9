package run.radicchio.fuzz;

/** Components that are assembled by the choices of the input: instantiated and called. */
public final class AssembledTarget {
  private AssembledTarget() {}

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] choices) {
    ComponentTarget.fuzzerTestOneInput(Assembly.component(new Choices(choices)));
  }
}
