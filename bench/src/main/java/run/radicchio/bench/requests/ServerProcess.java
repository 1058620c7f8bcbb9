package run.radicchio.bench.requests;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs.
 *
 * @param name what the table says
 * @param root where it serves
 */
record ServerProcess(String name, URI root, Process process) implements AutoCloseable {
  private static final String ADDRESS = "serving on ";

  /**
   * Starts a server, and waits until it has said where it serves.
   *
   * @throws IOException if it says something else
   */
  static ServerProcess start(String name, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    // Kept open, since it may say more.
    BufferedReader said = process.inputReader();
    @Nullable String line = said.readLine();
    if (line == null || !line.startsWith(ADDRESS)) {
      process.destroy();
      throw new IOException(
          "%s should have said where it serves, and said: %s".formatted(command, line));
    }
    return new ServerProcess(name, URI.create(line.substring(ADDRESS.length())), process);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
