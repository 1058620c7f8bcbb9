package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class StreamCommandTest {
  private static final Path BROWSER = Path.of("src/test/browser");
  private static final Path UNPACKED = Path.of("target/browser");

  /** The command, until it is closed. */
  private static final class Streamed implements AutoCloseable {
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final StringWriter err = new StringWriter();
    private final Thread thread;
    private final URI invitation;

    Streamed(String... options) throws IOException {
      PipedWriter out = new PipedWriter();
      BufferedReader said = new BufferedReader(new PipedReader(out));
      List<String> arguments = new ArrayList<>(List.of("stream", "--addr", "127.0.0.1:0"));
      arguments.addAll(List.of(options));
      StandardStreams streams =
          new StandardStreams(
              InputStream.nullInputStream(),
              OutputStream.nullOutputStream(),
              OutputStream.nullOutputStream(),
              Set.of());
      thread =
          Thread.ofPlatform()
              .start(
                  () ->
                      exitCode.complete(
                          Radicchio.commandLine(streams)
                              .setOut(new PrintWriter(out, true))
                              .setErr(new PrintWriter(err, true))
                              .execute(arguments.toArray(String[]::new))));
      String line = said.readLine();
      assertTrue(line.startsWith("streaming on http://127.0.0.1:"), line);
      invitation = URI.create(line.substring("streaming on ".length()));
    }

    @Override
    public void close() {
      thread.interrupt();
      assertEquals(0, exitCode.join(), err.toString());
    }
  }

  @Test
  void someoneWatchesAndSteersTheCube() throws IOException, InterruptedException {
    try (Streamed streamed = new Streamed("--gpu", "software", Execution.guest("cube"))) {
      Process browser =
          new ProcessBuilder(
                  "node",
                  BROWSER.resolve("cube.mjs").toString(),
                  streamed.invitation.toString(),
                  UNPACKED.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, browser.waitFor(), said + streamed.err);
    }
  }

  @Test
  void optionsAreChecked() {
    Execution.of("stream", "--allow-origin", "example.org", Execution.guest("cube"))
        .failed(
            2,
            "radicchio: --allow-origin: expected an origin such as https://example.org, found"
                + " `example.org`\n");
    Execution.of("stream", "--min-bit-rate", "2", "--max-bit-rate", "1", Execution.guest("cube"))
        .failed(2, "radicchio: --min-bit-rate 2 is more than --max-bit-rate 1\n");
  }

  @Test
  void whatIsNotOfferedIsSaidAtOnce() {
    Execution execution = Execution.of("stream", Execution.guest("tests/missing-import"));
    assertEquals(1, execution.exitCode());
  }
}
