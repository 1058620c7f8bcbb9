package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class InBrowserTest {
  private static final Pattern SHOWN =
      Pattern.compile("radicchio: shown on (http://127\\.0\\.0\\.1:\\d+/#invite=\\S+)\\s+");

  private static RunningCommand run(String... timeout) throws IOException {
    String[] arguments = new String[timeout.length + 4];
    arguments[0] = "run";
    System.arraycopy(timeout, 0, arguments, 1, timeout.length);
    arguments[arguments.length - 3] = "--display";
    arguments[arguments.length - 2] = "browser";
    arguments[arguments.length - 1] = Execution.guest("paint");
    return new RunningCommand(arguments);
  }

  private static URI address(RunningCommand shown) throws InterruptedException {
    String said = shown.firstSaid();
    Matcher form = SHOWN.matcher(said);
    assertTrue(form.matches(), said);
    return URI.create(form.group(1));
  }

  @Test
  void endsWhenNobodyWatchesAnyMore() throws IOException, InterruptedException {
    RunningCommand shown = run();
    assertEquals(new Browser.Visit(0, ""), Browser.visit("visit.mjs", address(shown)));
    assertEquals(0, shown.exitCode(), shown.said());
  }

  @Test
  void whoWatchesIsToldHowItEnded() throws IOException, InterruptedException {
    RunningCommand shown = run("--timeout", "8s");
    URI address = address(shown);
    String notice = "trapped: the deadline passed: a call took more than 8s";
    assertEquals(new Browser.Visit(0, ""), Browser.visit("visit.mjs", address, notice));
    assertEquals(1, shown.exitCode());
    assertTrue(shown.said().contains(notice), shown.said());
  }

  @Test
  void endsWhenItIsToldTo() throws IOException, InterruptedException {
    try (RunningCommand shown = run()) {
      address(shown);
    }
  }
}
