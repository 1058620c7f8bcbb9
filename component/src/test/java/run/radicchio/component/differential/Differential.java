package run.radicchio.component.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Runs scenarios for {@code conformance/differential/compare}. */
public final class Differential {
  private static final String END = ".";

  private Differential() {}

  /**
   * Reads scenarios from the standard input, each ended by a line {@code .}, or {@code . SEED} for
   * a random order of what is ready; writes the trace of each, ended by a line {@code .} too.
   */
  public static void main(String... arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(END) || line.startsWith(END + " ")) {
        Long seed = line.equals(END) ? null : Long.valueOf(line.substring(2));
        Scenario.all(text.toString()).forEach(each -> out.print(trace(each, seed)));
        out.println(END);
        out.flush();
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
  }

  /** A scenario's trace, or what went wrong. */
  private static String trace(Scenario scenario, @Nullable Long seed) {
    try {
      return World.run(scenario, seed);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      return "failure: " + failure + "\n";
    }
  }
}
