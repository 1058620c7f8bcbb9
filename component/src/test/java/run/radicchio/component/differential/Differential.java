package run.radicchio.component.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs scenarios for {@code conformance/differential/compare}. */
public final class Differential {
  private static final String END = ".";

  private Differential() {}

  /**
   * Reads scenarios from the standard input, each ended by a line {@code .}; writes the trace of
   * each, ended by such a line too. After the point there can be {@code waiting}, so that Java
   * threads wait for the host's calls, and a seed, for a random order of what is ready.
   */
  public static void main(String... arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      List<String> words = List.of(line.split(" "));
      if (words.getFirst().equals(END)) {
        boolean waiting = words.contains("waiting");
        Long seed = words.size() > (waiting ? 2 : 1) ? Long.valueOf(words.getLast()) : null;
        Scenario.all(text.toString()).forEach(each -> out.print(trace(each, seed, waiting)));
        out.println(END);
        out.flush();
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
  }

  /** A scenario's trace, or what went wrong. */
  private static String trace(Scenario scenario, @Nullable Long seed, boolean waiting) {
    try {
      return World.run(scenario, seed, waiting);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      return "failure: " + failure + "\n";
    }
  }
}
