package run.radicchio.webgpu.dawn.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/walkthrough.md shows is what runs here. */
class DocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/walkthrough.md");
  private static final Pattern REGION =
      Pattern.compile("^ *// docs: [a-z ]+ \\{\n(.*?)^ *// } docs$", multiline());
  private static final Pattern WHOLE = Pattern.compile("(.*)", Pattern.DOTALL);

  private static int multiline() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }

  private static Stream<String> matches(Pattern pattern, Path file) {
    try {
      String text = Files.readString(file).replace("\r\n", "\n");
      return pattern
          .matcher(text)
          .results()
          .map(found -> found.group(1).stripTrailing().stripIndent())
          .filter(found -> !found.isEmpty());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sorted(Stream<String> parts) {
    return String.join("\n---\n", parts.sorted().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "java,  java, src/test/java/run/radicchio/webgpu/dawn/walkthrough",
    "rust,  rs,   ../guests/walkthrough/src",
    "wgsl,  wgsl, ../guests/walkthrough/src",
    "c,     c,    ../guests/walkthrough-c",
  })
  void everyBlockIsPartOfProgram(String language, String extension, Path folder)
      throws IOException {
    Pattern block = Pattern.compile("^```" + language + "\n(.*?)^```$", multiline());
    Pattern part = language.equals("wgsl") ? WHOLE : REGION;
    List<Path> sources;
    try (Stream<Path> files = Files.list(folder)) {
      sources = files.filter(file -> file.toString().endsWith("." + extension)).toList();
    }
    assertEquals(
        sorted(sources.stream().flatMap(file -> matches(part, file))),
        sorted(matches(block, DOCUMENT)));
  }
}
