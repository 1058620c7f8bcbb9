package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StreamCommandTest {
  /** The command, on a port that is free. */
  private static RunningCommand stream(String... options) throws IOException {
    return new RunningCommand(
        Stream.concat(Stream.of("stream", "--addr", "127.0.0.1:0"), Arrays.stream(options))
            .toArray(String[]::new));
  }

  private static URI invitation(RunningCommand streamed) throws IOException {
    String line = streamed.nextLine();
    assertTrue(line.startsWith("streaming on http://127.0.0.1:"), line);
    return URI.create(line.substring("streaming on ".length()));
  }

  /** Has a script watch a guest in a browser. */
  private static void watch(String script, String... guest)
      throws IOException, InterruptedException {
    String[] options =
        Stream.concat(Stream.of("--gpu", "software"), Arrays.stream(guest)).toArray(String[]::new);
    try (RunningCommand streamed = stream(options)) {
      Browser.Visit visit = Browser.visit(script, invitation(streamed));
      assertEquals(0, visit.exitCode(), visit.said() + streamed.said());
    }
  }

  @Test
  void someoneWatchesAndSteersTheCube() throws IOException, InterruptedException {
    watch("cube.mjs", Execution.guest("cube"));
  }

  @Test
  void someoneWatchesAndSteersTwoCubes() throws IOException, InterruptedException {
    watch("cubes.mjs", Execution.guest("cube"), "--surfaces", "2");
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
