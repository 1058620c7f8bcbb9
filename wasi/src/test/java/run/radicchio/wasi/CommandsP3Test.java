package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/** A guest of WASI 0.3, with its streams and futures. */
class CommandsP3Test {
  private static final Component COMMANDS = Ended.guest("commands-p3");

  @TempDir Path folder;

  private static Ended run(Wasi.Builder given, String... words) {
    return Ended.of(COMMANDS, given, words);
  }

  private static Ended run(String... words) {
    return run(Wasi.builder(), words);
  }

  private Ended runInFolder(String... words) {
    return run(Wasi.builder().directory(folder, "/", Access.READ_WRITE), words);
  }

  @Test
  void hasWhatItIsGiven() {
    run("arguments", "ä", "").printed("arguments\nä\n");
    run(Wasi.builder().environment(Map.of("A", "b")), "environment").printed("[(\"A\", \"b\")]");
    run(Wasi.builder().clock(InstantSource.fixed(Instant.ofEpochSecond(-9))), "time").printed("-9");
    run("chance").printed("true");
  }

  @Test
  void ends() {
    assertEquals(new Ended(7, "", ""), run("exit", "7"));
    assertEquals(new Ended(0, "", ""), run("exit", "0"));
    assertEquals(new Ended(1, "", "this is no command\n"), run("nothing"));
  }

  @Test
  void waits() {
    run("sleep", "1000000").printed("true");
    run("sleep", "0").printed("true");
  }

  @Test
  void movesStandardInputToStandardOutput() {
    byte[] input = "some text, again and again\n".repeat(50_000).getBytes(UTF_8);
    for (String command : List.of("cat", "hand-on")) {
      run(Wasi.builder().stdin(new ByteArrayInputStream(input)), command)
          .printed(new String(input, UTF_8));
      run(command).printed("");
    }
  }

  /** Nobody waits for input that the guest does not want any more. */
  @Test
  void whoHasReadEnoughGoesOn() throws IOException {
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream silent = new PipedInputStream(writer)) {
      writer.write('x');
      writer.flush();
      run(Wasi.builder().stdin(silent), "first-byte").printed("Some(120)");
    }
  }

  @Test
  void isToldWhereNobodyReadsItsOutput() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Wasi wasi =
        Wasi.builder()
            .arguments(List.of("commands", "cat"))
            .stdin(new ByteArrayInputStream(new byte[1 << 20]))
            .stdout(broken)
            .build();
    try (Instance instance = wasi.addTo(new Linker()).instantiate(COMMANDS)) {
      assertEquals(1, wasi.run(instance));
    }
  }

  @Test
  void worksWithFiles() throws IOException {
    runInFolder("write", "file", "some text").printed("");
    runInFolder("append", "file", ", and more").printed("");
    runInFolder("read", "file").printed("some text, and more");
    runInFolder("stat", "file").printed("DescriptorType::RegularFile 19");
    Files.createDirectory(folder.resolve("sub"));
    runInFolder("rename", "file", "sub/file").printed("");
    runInFolder("list", ".").printed("DescriptorType::Directory sub");
    runInFolder("list", "sub").printed("DescriptorType::RegularFile file");
    assertEquals(new Ended(1, "", "ErrorCode::NotDirectory\n"), runInFolder("list", "sub/file"));
    runInFolder("remove", "sub/file").printed("");
    assertEquals(new Ended(1, "", "ErrorCode::NoEntry\n"), runInFolder("read", "file"));
    assertEquals(new Ended(1, "", "ErrorCode::NotPermitted\n"), runInFolder("read", "../x"));
    assertEquals(new Ended(1, "", "ErrorCode::IsDirectory\n"), runInFolder("read", "sub"));
    assertEquals(new Ended(1, "", "ErrorCode::NoEntry\n"), runInFolder("list", "x/../sub"));
    assertEquals(new Ended(1, "", "there is no directory\n"), run("read", "file"));
  }

  @Test
  void copiesALargeFile() throws IOException {
    byte[] content = new byte[5_000_001];
    new Random(2).nextBytes(content);
    Files.write(folder.resolve("large"), content);
    runInFolder("copy", "large", "copy").printed("");
    assertEquals(-1, Files.mismatch(folder.resolve("large"), folder.resolve("copy")));
  }
}
