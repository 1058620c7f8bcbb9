package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/** A program of Rust's standard library, on WASI 0.2. */
class CommandsP2Test {
  private static final Component COMMANDS = Ended.guest("commands-p2");

  @TempDir Path folder;

  private static Ended run(Wasi.Builder given, String... words) {
    return Ended.of(COMMANDS, given, words);
  }

  private static Ended run(String... words) {
    return run(Wasi.builder(), words);
  }

  private Ended runInFolder(String... words) {
    return run(Wasi.builder().directory(folder, "/data", Access.READ_WRITE), words);
  }

  @Test
  void hasWhatItIsGivenAndNothingElse() {
    run("arguments", "ä", "", "b c").printed("arguments\nä\n\nb c\n");
    run("environment").printed("");
    run(Wasi.builder().environment(Map.of("B", "2=3", "A", "")), "environment")
        .printed("A=\nB=2=3\n");
    assertEquals(1, run("list", "/").status());
    assertEquals(1, run("list", ".").status());
  }

  @Test
  void readsAndWritesTheStandardStreams() {
    byte[] input = new byte[1_000_000];
    new Random(1).nextBytes(input);
    for (int i = 0; i < input.length; i++) {
      input[i] = (byte) (input[i] & 0x7f);
    }
    Ended copied = run(Wasi.builder().stdin(new ByteArrayInputStream(input)), "cat");
    copied.printed(new String(input, UTF_8));
    run(Wasi.builder().stdin(new ByteArrayInputStream("a\nb".getBytes(UTF_8))), "number-lines")
        .printed("1 a\n2 b\n");
    assertEquals(new Ended(0, "", "no\n"), run("complain", "no"));
    assertEquals(5 * 10_000, run("repeat", "line", "10000").out().length());
  }

  @Test
  void ends() {
    assertEquals(new Ended(0, "", ""), run("exit", "0"));
    assertEquals(1, run("exit", "7").status()); // the adapter says only that it failed
    assertEquals(new Ended(1, "", "nothing: is no command\n"), run("nothing"));
    Trap trap = assertThrows(Trap.class, () -> run("panic"));
    assertEquals(Trap.Kind.UNREACHABLE, trap.kind());
  }

  @Test
  void hasTimeAndChance() {
    run("sleep", "5").printed("slept long enough: true\n");
    run("chance").printed("true\n");
    run(Wasi.builder().clock(InstantSource.fixed(Instant.ofEpochSecond(99))), "time")
        .printed("99\n");
  }

  @Test
  void worksWithFiles() throws IOException {
    runInFolder("write", "/data/file", "some text").printed("");
    runInFolder("append", "/data/file", " and more").printed("");
    runInFolder("read", "/data/file").printed("some text and more");
    runInFolder("read-at", "/data/file", "5", "4").printed("text\n");
    runInFolder("resize", "/data/file", "4").printed("");
    runInFolder("stat", "/data/file").printed("file 4\n");
    runInFolder("make-directory", "/data/sub").printed("");
    runInFolder("copy", "/data/file", "/data/sub/copy").printed("");
    runInFolder("link", "/data/file", "/data/sub/hard").printed("");
    runInFolder("list", "/data").printed("directory sub\nfile file\n");
    runInFolder("rename", "/data/sub/copy", "/data/moved").printed("");
    runInFolder("remove", "/data/sub/hard").printed("");
    runInFolder("remove-directory", "/data/sub").printed("");
    assertEquals("some", Files.readString(folder.resolve("moved")));
    assertEquals(1, runInFolder("create-new", "/data/moved").status());
    assertEquals(1, runInFolder("read", "/data/../moved").status());
    assertEquals(1, runInFolder("read", "/etc/passwd").status());
  }

  @Test
  void copiesALargeFile() throws IOException {
    byte[] content = new byte[5_000_001];
    new Random(2).nextBytes(content);
    Files.write(folder.resolve("large"), content);
    runInFolder("copy", "/data/large", "/data/copy").printed("");
    assertEquals(-1, Files.mismatch(folder.resolve("large"), folder.resolve("copy")));
  }

  @Test
  void aGuestThatSleepsIsStoppedInTime() {
    Wasi wasi = Wasi.builder().arguments(List.of("commands", "sleep", "100000000")).build();
    LinkedComponent linked = wasi.addTo(new Linker()).link(COMMANDS);
    Store store = new Store(StoreOptions.defaults().withDeadline(Duration.ofSeconds(1)));
    try (Instance instance = linked.instantiate(store)) {
      Trap trap = assertThrows(Trap.class, () -> wasi.run(instance));
      assertEquals(Trap.Kind.DEADLINE_PASSED, trap.kind());
    }
  }

  @Test
  void aGuestThatWaitsForInputIsStoppedInTime() {
    InputStream silent = new Silence();
    Wasi wasi = Wasi.builder().arguments(List.of("commands", "cat")).stdin(silent).build();
    LinkedComponent linked = wasi.addTo(new Linker()).link(COMMANDS);
    Store store = new Store(StoreOptions.defaults().withDeadline(Duration.ofSeconds(1)));
    try (Instance instance = linked.instantiate(store)) {
      Trap trap = assertThrows(Trap.class, () -> wasi.run(instance));
      assertEquals(Trap.Kind.DEADLINE_PASSED, trap.kind());
    }
  }

  @Test
  void whatCannotBeGivenIsRefused() {
    Wasi.Builder given = Wasi.builder();
    assertThrows(IllegalArgumentException.class, () -> given.arguments(List.of("a\0b")));
    assertThrows(IllegalArgumentException.class, () -> given.environment(Map.of("", "x")));
    assertThrows(IllegalArgumentException.class, () -> given.environment(Map.of("a=b", "x")));
    assertThrows(IllegalArgumentException.class, () -> given.environment(Map.of("a", "\0")));
    IllegalArgumentException missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> given.directory(folder.resolve("none"), "/", Access.READ_ONLY));
    assertTrue(missing.getMessage().contains("none"), missing.getMessage());
  }

  /** Input that never comes, and does not mind interrupts, as that of a terminal. */
  private static final class Silence extends InputStream {
    @Override
    public int read() {
      return read(new byte[1], 0, 1);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      while (true) {
        try {
          wait();
        } catch (InterruptedException ignored) {
          // It goes on.
        }
      }
    }
  }
}
