package run.radicchio.webgpu.dawn.steps;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.SoftwareDevice;

/** Calls of all of {@code wasi:webgpu}, in random order, right and wrong. */
class StepsTest {
  private static @Nullable Stepper stepper;

  /** One for all tries, since a device takes long to make; another after one that trapped. */
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

  @AfterContainer
  static void close() {
    Stepper there = stepper;
    if (there != null) {
      there.close();
    }
    stepper = null;
  }

  private static void run(List<Draw> draws) {
    Try steps = new Try(draws);
    Stepper there = stepper();
    try {
      there.run(steps);
    } catch (RuntimeException e) {
      close();
      throw new AssertionError(
          "The last of these calls did not return:\n" + String.join("\n", steps.calls()), e);
    }
    assertNull(steps.disagreement(), steps.disagreement());
    assertNull(
        there.left(), () -> "These calls leave something:\n" + String.join("\n", steps.calls()));
  }

  @Example
  void everyCallCanBeMade() {
    for (Call call : Call.values()) {
      run(List.of(Draw.of(call)));
    }
  }

  @Property(tries = 200)
  void callsAreAsTheSpecificationSays(@ForAll("draws") List<Draw> draws) {
    run(draws);
  }

  @Provide
  Arbitrary<List<Draw>> draws() {
    return Draws.some(60);
  }
}
