package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say is so. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".dev");
  private static final Path SOURCES = Path.of("src/test/java/run/radicchio/cli");

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private static String between(String start, String end, String text) {
    int from = text.indexOf(start);
    int to = text.indexOf(end, from + start.length());
    assertTrue(from >= 0 && to >= 0, () -> "nothing between " + start + " and " + end);
    return text.substring(from + start.length(), to);
  }

  @ParameterizedTest
  @CsvSource({"README.md, ReadmeExample, README", "docs/streaming.md, StreamingExample, streaming"})
  void theExampleIsTheOneThatRuns(String document, String example, String mark) throws IOException {
    String shown = between("```java\n", "```", read(ROOT.resolve(document)));
    String source = read(SOURCES.resolve(example + ".java"));
    String compiled = between("// " + mark + " {\n", "  // } " + mark, source);
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

  /** All of them, but what other people's packages bring. */
  static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path document) throws IOException {
    Matcher links = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)").matcher(read(document));
    Stream<String> targets = links.results().map(link -> link.group(1));
    assertEquals(
        List.of(),
        targets
            .filter(target -> !target.contains("://"))
            .filter(target -> !Files.exists(document.resolveSibling(target)))
            .toList());
  }
}
