package run.radicchio.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A headless Chromium that a script of {@code src/test/browser} leads. */
final class Browser {
  private static final Path SCRIPTS = Path.of("src/test/browser");
  private static final Path UNPACKED = Path.of("target/browser");

  private Browser() {}

  /** What a script came to. */
  record Visit(int exitCode, String said) {}

  /** Has a script visit an address, and waits until it has. */
  static Visit visit(String script, URI address, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                SCRIPTS.resolve(script).toString(),
                address.toString(),
                UNPACKED.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Process browser = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Visit(browser.waitFor(), said);
  }
}
