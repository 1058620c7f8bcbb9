package run.radicchio.webgpu.dawn.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is written for a small API, word for word. */
class GeneratorTest {
  private static String resource(String name) throws IOException {
    try (InputStream in = GeneratorTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Set {@code -Dbless=true} to write the golden file anew. */
  @Test
  void writesWhatIsExpected() throws IOException {
    Map<String, String> files = Bindings.write(DawnJson.parse(resource("small.json")));
    StringBuilder all = new StringBuilder();
    files.forEach((name, text) -> all.append("==== ").append(name).append('\n').append(text));
    if (Boolean.getBoolean("bless")) {
      Files.writeString(
          Path.of("src/test/resources/run/radicchio/webgpu/dawn/generator/small.txt"), all);
    }
    assertEquals(resource("small.txt"), all.toString());
  }

  @Test
  void namesWhatIsNotDeclared() {
    String json =
        """
        {"a": {"category": "structure", "members": [{"name": "b", "type": "missing type"}]}}
        """;
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> DawnJson.parse(json));
    assertEquals("'missing type' is used but not declared", failure.getMessage());
  }
}
