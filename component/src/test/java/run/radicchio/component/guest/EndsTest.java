package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Instance;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.LinkException;
import run.radicchio.component.Linker;
import run.radicchio.component.Trap;

/** Guests that come to a bad end, and hosts that live on. */
class EndsTest {

  private static Trap trapOf(String guest) {
    try (Instance instance = new Linker().instantiate(Guests.load(guest))) {
      return assertThrows(Trap.class, () -> instance.function("run").orElseThrow().call());
    }
  }

  @Test
  void trapNamesTheGuestsFunctions() {
    Trap trap = trapOf("trap");
    assertEquals(Trap.Kind.UNREACHABLE, trap.kind());
    assertEquals(List.of("Main!divide-by-luck", "Main!plan", "Main!run"), trap.guestFrames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadlock-callback", "deadlock-stackful"})
  void waitingForNothingIsADeadlock(String guest) {
    assertEquals(Trap.Kind.DEADLOCK, trapOf(guest).kind());
  }

  @Test
  void asyncCallTellsOfATrap() {
    try (Instance instance = new Linker().instantiate(Guests.load("trap"))) {
      CompletionException failure =
          assertThrows(
              CompletionException.class,
              () ->
                  instance.function("run").orElseThrow().callAsync().toCompletableFuture().join());
      assertEquals(Trap.Kind.UNREACHABLE, ((Trap) failure.getCause()).kind());
    }
  }

  @Test
  void anInstanceThatTrappedCannotBeEntered() {
    try (Instance instance = new Linker().instantiate(Guests.load("trap"))) {
      assertThrows(Trap.class, () -> instance.function("run").orElseThrow().call());
      Trap again = assertThrows(Trap.class, () -> instance.function("run").orElseThrow().call());
      assertEquals(Trap.Kind.CANNOT_ENTER, again.kind());
    }
  }

  @Test
  void interruptingTheCallerEndsALoop() throws InterruptedException {
    try (Instance instance = new Linker().instantiate(Guests.load("loop"))) {
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread caller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      instance.function("run").orElseThrow().call();
                    } catch (Trap trap) {
                      failure.set(trap);
                    }
                  });
      while (!isInGuest(caller)) {
        caller.join(5);
      }
      // From its first function to its loop it has only to call.
      caller.join(100);
      caller.interrupt();
      caller.join();
      assertEquals(Trap.Kind.INTERRUPTED, ((Trap) failure.get()).kind());
      assertTrue(((Trap) failure.get()).guestFrames().contains("Main!wait-for-godot"));
    }
  }

  /** Compiled guests are classes of a package of their own. */
  private static boolean isInGuest(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("guest."));
  }

  @Test
  void closingAnInstanceEndsItsCalls() throws InterruptedException {
    Instance instance = new Linker().instantiate(Guests.load("loop"));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    instance.function("run").orElseThrow().call();
                  } catch (Trap trap) {
                    failure.set(trap);
                  }
                });
    while (!isInGuest(caller)) {
      caller.join(5);
    }
    instance.close();
    caller.join();
    assertEquals(Trap.Kind.CLOSED, ((Trap) failure.get()).kind());
  }

  @Test
  void missingImportsNameWhatIsThere() {
    Linker linker = new Linker().add(new SensorHost());
    LinkException failure =
        assertThrows(LinkException.class, () -> linker.instantiate(Guests.load("missing-import")));
    assertEquals(
        List.of(
            "the component imports radicchio:nowhere/teleport@1.2.3, which the host does not have;"
                + " it has radicchio:test/sensors"),
        failure.problems());
  }

  @Test
  void unsupportedProposalIsNamed() {
    InvalidComponentException failure =
        assertThrows(InvalidComponentException.class, () -> Guests.load("simd"));
    assertTrue(failure.getMessage().contains("SIMD"), failure.getMessage());
  }
}
