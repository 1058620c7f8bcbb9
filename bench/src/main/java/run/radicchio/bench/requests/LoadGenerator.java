package run.radicchio.bench.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code h2load}, which asks a server over and over again by HTTP/1.1. It is written in C and takes
 * little of the machine from those that it measures.
 *
 * @param program its file
 * @param requests how many it makes
 * @param connections over how many, which are kept
 */
record LoadGenerator(Path program, int requests, int connections) {
  private static final String NAME = "h2load";
  private static final Pattern RATE = Pattern.compile("finished in [^,]+, ([0-9.]+) req/s");

  /**
   * Looks for it where commands are.
   *
   * @throws IOException if it is not there
   */
  static LoadGenerator find(String path, int requests, int connections) throws IOException {
    for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      Path program = Path.of(folder, NAME);
      if (Files.isExecutable(program)) {
        return new LoadGenerator(program, requests, connections);
      }
    }
    throw new IOException(
        "h2load is not on the PATH, which makes the requests. Install it: it is nghttp2's, in"
            + " Debian's package nghttp2-client");
  }

  /** The same with so many times as many requests. */
  LoadGenerator times(int factor) {
    return new LoadGenerator(program, factor * requests, connections);
  }

  /**
   * Makes the requests.
   *
   * @param answer what each answer must say
   * @return how many were answered in a second
   * @throws IOException if one was not answered as it should be
   */
  double ask(URI uri, String answer) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--h1",
                    "-n",
                    String.valueOf(requests),
                    "-c",
                    String.valueOf(connections),
                    uri.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("h2load failed: " + said);
    }
    return rate(said, answer);
  }

  /** What it says that it measured. */
  double rate(String said, String answer) throws IOException {
    long bytes = (long) requests * answer.getBytes(UTF_8).length;
    Matcher rate = RATE.matcher(said);
    if (!rate.find()
        || !said.contains(" %d succeeded, 0 failed,".formatted(requests))
        || !said.contains("status codes: %d 2xx,".formatted(requests))
        || !said.contains("(%d) data".formatted(bytes))) {
      throw new IOException("not all requests were answered as they should be: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}
