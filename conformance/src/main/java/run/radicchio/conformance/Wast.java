package run.radicchio.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Turns the tests' text into scripts by {@code wasm-tools}, which must be on the PATH. */
final class Wast {
  private Wast() {}

  /**
   * The script of a {@code .wast} file. Where the tool refuses the file, the script is one command
   * that says so.
   *
   * @param folder an empty folder for the script's files
   * @throws IOException if the tool is not there or the script cannot be read
   */
  static Script convert(Path wast, Path folder) throws IOException, InterruptedException {
    Path json = folder.resolve("script.json");
    Process tool = start(wast, json, folder);
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tool.waitFor() != 0) {
      String reason = "wasm-tools does not convert it: " + said.lines().findFirst().orElse("");
      return new Script(
          wast.toString(), List.of(new Command.Unsupported(Exclusions.WHOLE_FILE, reason)));
    }
    return Script.read(json);
  }

  private static Process start(Path wast, Path json, Path folder) throws IOException {
    try {
      return new ProcessBuilder(
              "wasm-tools",
              "json-from-wast",
              wast.toString(),
              "-o",
              json.toString(),
              "--wasm-dir",
              folder.toString())
          .redirectErrorStream(true)
          .start();
    } catch (IOException failure) {
      throw new IOException(
          "cannot run wasm-tools, which is needed for "
              + wast
              + ": install it, or give what `wasm-tools json-from-wast` writes",
          failure);
    }
  }
}
