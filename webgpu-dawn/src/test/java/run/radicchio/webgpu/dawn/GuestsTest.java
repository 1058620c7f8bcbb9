package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Instance;
import run.radicchio.component.Result;

/** Guests that compute on a GPU, from their first call to the last handle. */
class GuestsTest {
  private static final String STEPS = "Steps: [0, 1, 7, 2]";

  @ParameterizedTest
  @ValueSource(strings = {"hello-compute", "hello-compute-c"})
  void helloComputePrintsTheSteps(String name) {
    Program program = new Program(name, SoftwareDevice.WEBGPU);
    runToTheEnd(program);
    assertEquals(List.of(STEPS), program.printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost-callback", "lost-stackful"})
  void guestSeesItsDeviceLost(String name) {
    Program program = new Program(name, SoftwareDevice.WEBGPU);
    runToTheEnd(program);
    assertEquals(
        List.of(STEPS, "Uncaptured errors: none, read cancelled", "Lost: destroyed"),
        program.printed());
  }

  /** It returns success, has no handle left, and Dawn has no object more. */
  private static void runToTheEnd(Program program) {
    // What all guests share is made when the first one asks.
    SoftwareDevice.adapter().close();
    Map<String, Integer> before = SoftwareDevice.WEBGPU.liveObjects();
    try (Instance instance = program.component().instantiate()) {
      assertEquals(Result.ok(null), instance.function("run").orElseThrow().call());
      assertEquals(0, instance.handleCount());
      // What other tests gave back may have been released meanwhile.
      SoftwareDevice.WEBGPU
          .liveObjects()
          .forEach((kind, count) -> assertTrue(count <= before.getOrDefault(kind, 0), kind));
    }
  }

  /**
   * Runs as often as {@code radicchio.test.instantiations} says: 600 times in each build, 10,000 by
   * the command in CONTRIBUTING.md.
   */
  @Test
  void manyInstantiationsLeaveNothing() {
    int count = Integer.getInteger("radicchio.test.instantiations", 600);
    Program program = new Program("hello-compute", SoftwareDevice.WEBGPU);
    runMany(program, 100);
    Usage early = Usage.now();
    runMany(program, count - 100);
    Usage late = Usage.now();
    // Some slack for what the JVM itself compiles and starts; one instance has a memory of 1.1 MiB.
    assertAll(
        "from " + early + " to " + late,
        () -> assertTrue(late.heap() < early.heap() + (4 << 20)),
        () -> assertTrue(late.anonymous() < early.anonymous() + (64 << 20)),
        () -> assertTrue(late.threads() < early.threads() + 10));
  }

  private static void runMany(Program program, int count) {
    for (int i = 0; i < count; i++) {
      runToTheEnd(program);
      assertEquals(List.of(STEPS), program.printed());
    }
  }
}
