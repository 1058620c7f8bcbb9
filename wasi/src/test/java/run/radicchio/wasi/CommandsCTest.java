package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.component.Component;

/** A program of C with its library, on WASI 0.2. */
class CommandsCTest {
  private static final Component COMMANDS = Ended.guest("commands-c");

  @TempDir Path folder;

  private static Ended run(Wasi.Builder given, String... words) {
    return Ended.of(COMMANDS, given, words);
  }

  private Ended runInFolder(String... words) {
    return run(Wasi.builder().directory(folder, "/data", Access.READ_WRITE), words);
  }

  @Test
  void hasWhatItIsGivenAndNothingElse() {
    run(Wasi.builder(), "arguments", "ä", "", "b c").printed("ä\n\nb c\n");
    run(Wasi.builder().environment(Map.of("A", "1=2")), "variable", "A").printed("1=2\n");
    run(Wasi.builder(), "variable", "PATH").printed("(none)\n");
    assertEquals(1, run(Wasi.builder(), "list", "/").status());
    assertEquals(new Ended(1, "", "nothing: is no command\n"), run(Wasi.builder(), "nothing"));
  }

  @Test
  void readsAndWritesTheStandardStreams() {
    byte[] input = "one\ntwo\n".getBytes(UTF_8);
    run(Wasi.builder().stdin(new ByteArrayInputStream(input)), "number-lines")
        .printed("1 one\n2 two\n");
  }

  @Test
  void hasTime() {
    run(Wasi.builder().clock(InstantSource.fixed(Instant.ofEpochSecond(0))), "time")
        .printed("1970-01-01T00:00:00Z\n");
    run(Wasi.builder(), "sleep", "5000000").printed("slept\n");
  }

  @Test
  void worksWithFiles() throws IOException {
    runInFolder("write", "/data/file", "some text").printed("");
    runInFolder("append", "/data/file", " and more").printed("");
    runInFolder("read", "/data/file", "5").printed("text and more");
    runInFolder("stat", "/data/file").printed("file 18\n");
    runInFolder("make-directory", "/data/sub").printed("");
    runInFolder("stat", "/data/sub").printed("directory %d\n".formatted(sizeOf("sub")));
    runInFolder("rename", "/data/file", "/data/moved").printed("");
    runInFolder("list", "/data").printed("moved\nsub\n");
    runInFolder("remove", "/data/sub").printed("");
    assertEquals("some text and more", Files.readString(folder.resolve("moved")));
    assertEquals(
        new Ended(1, "", "/data/file: No such file or directory\n"),
        runInFolder("read", "/data/file", "0"));
    assertEquals(1, runInFolder("read", "/data/../../etc/passwd", "0").status());
  }

  private long sizeOf(String name) throws IOException {
    return Files.size(folder.resolve(name));
  }
}
