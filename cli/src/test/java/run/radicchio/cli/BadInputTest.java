package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no component, cannot be linked, or fails: a clear error each, and the JVM lives. */
class BadInputTest {
  private static final String HOST =
      "it has wasi:cli, wasi:io, wasi:clocks, wasi:random, wasi:filesystem, wasi:sockets, wasi:http,"
          + " wasi:webgpu, print, now, wasi-gfx:surface, wasi-gfx:frame-buffer";

  @TempDir private Path folder;

  private Execution runBytes(byte... bytes) throws IOException {
    Path file = Files.write(folder.resolve("x.wasm"), bytes);
    Execution execution = Execution.of("run", file.toString());
    return new Execution(
        execution.exitCode(), execution.out(), execution.err().replace(file.toString(), "x.wasm"));
  }

  private static Execution runTest(String name) {
    String file = Execution.guest("tests/" + name);
    Execution execution = Execution.of("run", file);
    return new Execution(
        execution.exitCode(), execution.out(), execution.err().replace(file, name));
  }

  @Test
  void truncatedComponent() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(Execution.guest("hello-compute")));
    for (int length = 1; length < whole.length; length += whole.length / 16) {
      Execution execution = runBytes(Arrays.copyOf(whole, length));
      assertEquals(1, execution.exitCode(), execution.err());
      assertTrue(
          execution.err().startsWith("radicchio: x.wasm: unexpected end-of-file: expected "),
          execution.err());
      assertEquals(1, execution.err().lines().count(), execution.err());
    }
  }

  @Test
  void emptyFile() throws IOException {
    runBytes()
        .failed(
            1,
            "radicchio: x.wasm: unexpected end-of-file: expected a component, found nothing"
                + " (at offset 0x0)\n");
  }

  @Test
  void coreModule() throws IOException {
    runBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0})
        .failed(
            1,
            "radicchio: x.wasm: is a core module, not a component: expected a version header for a"
                + " component; `wasm-tools component new` makes a component of a module"
                + " (at offset 0x0)\n");
  }

  @Test
  void text() throws IOException {
    runBytes((byte) '(', (byte) 'c')
        .failed(
            1,
            "radicchio: x.wasm: is not WebAssembly: expected a component, which begins with \\0asm"
                + " (text is made into one by `wasm-tools parse`) (at offset 0x0)\n");
  }

  @Test
  void emptyStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(new byte[0]));
    try {
      Execution.of("run", "-")
          .failed(
              1,
              "radicchio: standard input: unexpected end-of-file: expected a component, found"
                  + " nothing (at offset 0x0)\n");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void directory() {
    Execution.of("run", folder.toString())
        .failed(2, "radicchio: " + folder + " is a directory, not a component\n");
  }

  @Test
  void missingFile() {
    Execution.of("run", "nowhere/x.wasm")
        .failed(2, "radicchio: %s does not exist\n".formatted(Path.of("nowhere/x.wasm")));
  }

  @Test
  void unknownImport() {
    runTest("missing-import")
        .failed(
            1,
            "radicchio: missing-import: the component imports radicchio:nowhere/teleport@1.2.3,"
                + " which the host does not have; "
                + HOST
                + "\n");
  }

  @Test
  void unknownVersion() {
    runTest("missing-version")
        .failed(
            1,
            "radicchio: missing-version: the component imports wasi:webgpu/webgpu@9.0.0,"
                + " which the host has in no compatible version; it has"
                + " wasi:webgpu/webgpu@0.3.0-rc.2, wasi:webgpu/webgpu@0.2.0-rc.2\n");
  }

  @Test
  void importsOfOtherTypes() {
    Execution execution = runTest("wrong-type");
    assertEquals(1, execution.exitCode());
    assertEquals(2, execution.err().lines().count(), execution.err());
    String imported =
        "the component's import wasi:webgpu/webgpu@0.3.0-rc.2 does not match the host";
    assertTrue(execution.err().contains(imported + ": get-gpu: "), execution.err());
    assertTrue(execution.err().contains(imported + ": [method]gpu-device.limits: "));
  }

  @Test
  void guestWithUnsupportedInstructions() {
    Execution execution = runTest("simd");
    assertEquals(1, execution.exitCode());
    assertTrue(execution.err().contains("\"SIMD\""), execution.err());
    assertEquals(1, execution.err().lines().count(), execution.err());
  }

  @Test
  void guestThatTraps() {
    runTest("trap")
        .failed(
            1,
            """
            radicchio: trap trapped: wasm `unreachable` instruction executed
              at Main!divide-by-luck, Main!plan, Main!run
            """);
  }

  @Test
  void guestThatTrapsVerbosely() {
    Execution execution = Execution.of("--verbose", "run", Execution.guest("tests/trap"));
    assertEquals(1, execution.exitCode());
    assertTrue(execution.err().contains("\tat run.radicchio.cli"), execution.err());
  }

  @Test
  void guestsThatWaitForNothing() {
    for (String name : new String[] {"deadlock-callback", "deadlock-stackful"}) {
      runTest(name)
          .failed(
              1,
              "radicchio: "
                  + name
                  + " trapped: deadlock detected: event loop cannot make further progress\n");
    }
  }

  @Test
  void guestThatNeverEnds() throws InterruptedException {
    CompletableFuture<Execution> ended = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().start(() -> ended.complete(runTest("loop")));
    while (!isInGuest(thread)) {
      Thread.sleep(10);
    }
    // From its first function to its loop it has only to call.
    thread.join(100);
    thread.interrupt();
    Execution execution = ended.join();
    assertEquals(1, execution.exitCode());
    assertTrue(
        execution.err().startsWith("radicchio: loop trapped: the guest was interrupted"),
        execution.err());
    assertTrue(execution.err().contains("wait-for-godot"), execution.err());
  }

  /** Compiled guests are classes of a package of their own. */
  private static boolean isInGuest(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("guest."));
  }
}
