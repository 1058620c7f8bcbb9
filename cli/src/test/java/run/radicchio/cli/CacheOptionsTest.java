package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import run.radicchio.component.CodeCache;

class CacheOptionsTest {
  private static final String FILE = Execution.guest("tests/command");

  @TempDir Path temporary;

  /** A component that no other test has in memory, since it would not be compiled then. */
  private String fresh(int number) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(FILE));
    int constant = indexOf(bytes, (byte) 0x41, (byte) 42);
    bytes[constant + 1] = (byte) number;
    return Files.write(temporary.resolve(number + ".wasm"), bytes).toString();
  }

  private static int indexOf(byte[] bytes, byte... part) {
    int at = 0;
    while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
      at++;
    }
    return at;
  }

  private long codeIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".code")).count();
    }
  }

  @Test
  void codeIsKeptInTheFolderThatIsNamed() throws IOException {
    Path folder = temporary.resolve("cache");
    String component = fresh(11);
    Execution.of("run", "--cache", folder.toString(), "--invoke", "answer()", component)
        .printed("11\n");
    assertEquals(1, codeIn(folder));
    Execution inspected = Execution.of("inspect", "--cache", folder.toString(), component);
    assertEquals(Execution.of("inspect", "--no-cache", component), inspected);
    assertEquals(1, codeIn(folder));
  }

  @Test
  void itMayBeKeptNowhere() {
    CacheOptions options = CommandLine.populateCommand(new CacheOptions(), "--no-cache");
    assertSame(CodeCache.none(), options.cache());
    assertNotSame(CodeCache.none(), new CacheOptions().cache());
  }

  @Test
  void bothAtOnceAreMisuse() {
    Execution execution = Execution.of("run", "--cache", "folder", "--no-cache", FILE);
    assertEquals(2, execution.exitCode());
    assertTrue(execution.err().contains("mutually exclusive"), execution.err());
  }
}
