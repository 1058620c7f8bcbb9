package run.radicchio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Bytes that are taken for a component: read, and where that succeeds instantiated and called. */
public final class ComponentTarget {
  private static final Path RULES = Path.of("../component/src/test/wat/component/rules.txt");

  private ComponentTarget() {}

  /** The components that each break one rule, or none. */
  static List<byte[]> seeds() throws IOException {
    try (Stream<String> rules = Files.lines(RULES)) {
      return rules.map(rule -> HexFormat.of().parseHex(rule.split("\t", 3)[2])).toList();
    }
  }

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
