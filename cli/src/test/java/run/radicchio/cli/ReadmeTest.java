package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is so. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLE = Path.of("src/test/java/run/radicchio/cli/ReadmeExample.java");

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private static String between(String start, String end, String text) {
    int from = text.indexOf(start);
    int to = text.indexOf(end, from + start.length());
    assertTrue(from >= 0 && to >= 0, () -> "nothing between " + start + " and " + end);
    return text.substring(from + start.length(), to);
  }

  @Test
  void theExampleIsTheOneThatRuns() throws IOException {
    String shown = between("```java\n", "```", read(ROOT.resolve("README.md")));
    String compiled = between("// README {\n", "  // } README", read(EXAMPLE));
    assertEquals(compiled.indent(-2), shown);
  }

  @Test
  void theExampleRuns() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
      System.setOut(out);
      ReadmeExample.run(Path.of(Execution.guest("hello-compute")));
    } finally {
      System.setOut(before);
    }
    assertEquals(
        List.of("Steps: [0, 1, 7, 2]", "Ok[value=null]"), printed.toString(UTF_8).lines().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "RATIONALE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "docs/conformance.md",
        "docs/coverage.md",
        "docs/deviations.md",
        "docs/embedding.md",
        "docs/walkthrough.md",
        "conformance/webgpu/README.md",
        "guests/README.md",
        "guests/hello-compute-c/README.md",
        "guests/javascript/README.md",
        "guests/image-filter/README.md",
        "guests/scatter-plot/README.md",
        "guests/simulation/README.md",
        "guests/tests/README.md",
        "guests/video-filter/README.md",
        "guests/volume/README.md",
        "natives/README.md"
      })
  void linksLeadSomewhere(String document) throws IOException {
    Path file = ROOT.resolve(document);
    Matcher links = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)").matcher(read(file));
    Stream<String> targets = links.results().map(link -> link.group(1));
    assertEquals(
        List.of(),
        targets
            .filter(target -> !target.contains("://"))
            .filter(target -> !Files.exists(file.resolveSibling(target)))
            .toList());
  }
}
