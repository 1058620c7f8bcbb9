package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The components of {@code rules.wast}: each is accepted, or refused for the reason it gives. */
class RulesTest {
  @TestFactory
  Stream<DynamicTest> rules() {
    return Components.rules().stream()
        .map(
            rule -> {
              String[] parts = rule.split("\t", 3);
              String expected = parts[1];
              byte[] bytes = HexFormat.of().parseHex(parts[2]);
              return DynamicTest.dynamicTest(
                  "rules.wast:" + parts[0] + " " + expected, () -> check(bytes, expected));
            });
  }

  private static void check(byte[] bytes, String expected) {
    if (expected.isEmpty()) {
      Components.read(bytes);
    } else {
      String problem = Components.problem(bytes);
      assertTrue(problem.contains(expected), problem);
    }
  }
}
