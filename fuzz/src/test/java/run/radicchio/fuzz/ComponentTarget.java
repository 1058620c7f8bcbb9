package run.radicchio.fuzz;

/** Bytes that are taken for a component: read, and where that succeeds instantiated and called. */
public final class ComponentTarget {
  private ComponentTarget() {}

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Promises.Outcome outcome = Promises.read(bytes);
    if (!outcome.isWithinBounds()) {
      // What is done once, such as loading classes, does not count.
      outcome = Promises.read(bytes);
    }
    if (!outcome.isWithinBounds()) {
      throw new AssertionError("takes too much memory: " + outcome);
    }
    if (outcome.problem() == null) {
      Promises.run(bytes);
    }
  }
}
