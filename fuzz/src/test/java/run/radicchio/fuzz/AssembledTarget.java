package run.radicchio.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Components that are assembled by the choices of the input: instantiated and called. */
public final class AssembledTarget {
  private AssembledTarget() {}

  /** Choices by chance. */
  static List<byte[]> seeds() {
    return IntStream.range(0, 5).mapToObj(AssembledTarget::choices).toList();
  }

  private static byte[] choices(int seed) {
    byte[] choices = new byte[300];
    new Random(seed).nextBytes(choices);
    return choices;
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] choices) {
    ComponentTarget.fuzzerTestOneInput(Assembly.component(new Choices(choices)));
  }
}
