package run.radicchio.webgpu.dawn.steps;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.SoftwareDevice;

/** Makes one try after the other, all by one instance with one device until something is wrong. */
final class Tries {
  /** What was being tried when a process crashed. */
  private static final Path LAST = Path.of("target/steps.txt");

  private static final Duration HANGS = Duration.ofMinutes(2);

  private static @Nullable Stepper stepper;
  private static final Tally TALLY = new Tally();

  private Tries() {}

  /** Makes these calls, which have to be as predicted, and to leave nothing. */
  static Try make(List<Draw> draws) {
    note(draws);
    Try steps = new Try(draws);
    try {
      Stepper ready = stepper();
      assertTimeoutPreemptively(HANGS, () -> ready.run(steps));
      assertNull(steps.disagreement(), steps.disagreement());
      String left = ready.left();
      assertNull(left, () -> left + " is left by these calls:\n" + steps);
    } catch (RuntimeException e) {
      close();
      throw new AssertionError("The last of these calls did not return:\n" + steps, e);
    } catch (AssertionError e) {
      close();
      throw e;
    }
    TALLY.add(steps);
    return steps;
  }

  private static void note(List<Draw> draws) {
    try {
      Files.writeString(
          LAST, draws.stream().map(Draw::toString).collect(Collectors.joining(",\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stepper stepper() {
    Stepper there = stepper;
    if (there == null) {
      there = new Stepper(SoftwareDevice.WEBGPU);
      stepper = there;
      there.run(new Try(List.of()));
      there.rest();
    }
    return there;
  }

  /** What was made so far, in all tries. */
  static Tally tally() {
    return TALLY;
  }

  static void close() {
    Stepper there = stepper;
    stepper = null;
    if (there != null) {
      there.close();
    }
  }
}
