package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {ofCommand(), "Java " + Runtime.version()};
  }

  /** The command's own name and version. */
  static String ofCommand() throws IOException {
    try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
      if (file == null) {
        throw new FileNotFoundException("version.txt is not beside " + Version.class);
      }
      return "radicchio " + new String(file.readAllBytes(), UTF_8).strip();
    }
  }
}
