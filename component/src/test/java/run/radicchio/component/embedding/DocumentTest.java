package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/embedding.md shows is what runs here. */
class DocumentTest {
  private static final Path SOURCES = Path.of("src/test/java/run/radicchio/component/embedding");
  private static final Path DOCUMENT = Path.of("../docs/embedding.md");

  private static final Pattern REGION =
      Pattern.compile("^ *// docs: [a-z ]+ \\{\n(.*?)^ *// } docs$", multiline());
  private static final Pattern BLOCK = Pattern.compile("^```java\n(.*?)^```$", multiline());

  private static int multiline() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private static List<String> matches(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(found -> found.group(1).stripTrailing().stripIndent()).toList();
  }

  @Test
  void everyBlockIsARegionOfATestAndEveryRegionABlock() throws IOException {
    List<String> regions = new ArrayList<>();
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.toList()) {
        regions.addAll(matches(REGION, read(source)));
      }
    }
    List<String> blocks = matches(BLOCK, read(DOCUMENT));
    assertEquals(
        String.join("\n---\n", regions.stream().sorted().toList()),
        String.join("\n---\n", blocks.stream().sorted().toList()));
  }
}
