package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Component;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/**
 * Tasks that wait: in the middle of a turn or between turns, below others or alone, while one Java
 * thread or several call in.
 */
@Timeout(60)
class TurnsTest {
  private static final Component TURNS = Guests.load("turns");

  private final SignalHost host = new SignalHost();
  private final Instance turns = new Linker().add(host).instantiate(TURNS);

  /** A call on a Java thread that waits for it. */
  private static final class Caller {
    private final CompletableFuture<Object> result = new CompletableFuture<>();
    private final Thread thread;

    Caller(Thread.Builder builder, Instance instance, String name, Object... arguments) {
      thread =
          builder.start(
              () -> {
                try {
                  result.complete(call(instance, name, arguments));
                } catch (Throwable failure) {
                  result.completeExceptionally(failure);
                }
              });
    }

    Trap trap() {
      return assertInstanceOf(
          Trap.class, assertThrows(CompletionException.class, result::join).getCause());
    }
  }

  private static Object call(Instance instance, String name, Object... arguments) {
    return instance.function(name).orElseThrow().call(arguments);
  }

  private Object call(String name, Object... arguments) {
    return call(turns, name, arguments);
  }

  /** Calls a function on a thread of its own, and waits until it has called for a signal. */
  private Caller callAndBegin(String name, int number) throws InterruptedException {
    Caller caller = new Caller(Thread.ofPlatform(), turns, name, number);
    assertEquals(number, host.begun.take());
    return caller;
  }

  private static void awaitParked(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING) {
      thread.join(1);
    }
  }

  @AfterEach
  void end() {
    turns.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "wait-turn", "wait-loop", "wait-stackful"})
  void aTaskThatBlocksLetsOthersRun(String wait) throws InterruptedException {
    Caller blocked = callAndBegin("left#" + wait, 1);
    assertEquals(7, call("right#add", 3, 4));
    assertEquals(5, call("right#now", 4));
    assertEquals(0, call("right#yield", 3));
    assertEquals(7, call("left#add", 3, 4));
    assertFalse(blocked.result.isDone());
    host.complete(1);
    assertEquals(101, blocked.result.join());
    assertEquals(0, turns.handleCount());
  }

  @ParameterizedTest
  @CsvSource({
    "left#wait, right#wait",
    "left#wait-turn, right#wait-turn",
    "left#wait-turn, right#wait-loop",
    "left#wait-stackful, left#wait-stackful",
    "left#wait-loop, left#wait-loop",
    "relay#wait, right#wait",
    "relay#wait-turn, right#wait-stackful"
  })
  void tasksEndInTheOrderInWhichTheirSignalsCome(String first, String second)
      throws InterruptedException {
    Caller one = callAndBegin(first, 1);
    Caller two = callAndBegin(second, 2);
    host.complete(2);
    assertEquals(102, two.result.join());
    assertFalse(one.result.isDone());
    host.complete(1);
    assertEquals(101, one.result.join());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "wait-turn", "wait-loop", "wait-stackful"})
  void aTaskThatWaitsForAnotherGuest(String wait) throws InterruptedException {
    Caller caller = callAndBegin("relay#" + wait, 3);
    assertEquals(7, call("relay#add", 3, 4));
    host.complete(3);
    assertEquals(103, caller.result.join());
    assertEquals(0, turns.handleCount());
  }

  @Test
  void aCallIsHeldBackWhileAnotherHasTheInstance() throws InterruptedException {
    Caller first = callAndBegin("left#wait", 1);
    Caller second = new Caller(Thread.ofPlatform(), turns, "left#wait-turn", 2);
    Caller third = new Caller(Thread.ofPlatform(), turns, "left#wait-loop", 3);
    assertEquals(7, call("right#add", 3, 4));
    host.complete(1);
    assertEquals(101, first.result.join());
    int next = host.begun.take();
    host.complete(next);
    host.complete(host.begun.take());
    assertEquals(102, second.result.join());
    assertEquals(103, third.result.join());
  }

  @Test
  void aCallThatIsHeldBackCanBeCancelled() throws InterruptedException {
    Caller first = callAndBegin("left#wait", 1);
    awaitParked(first.thread);
    CompletableFuture<Object> second = turns.function("left#wait").orElseThrow().callAsync(2);
    CompletableFuture<Object> third = turns.function("left#wait").orElseThrow().callAsync(3);
    assertTrue(second.cancel(true));
    host.complete(1);
    assertEquals(101, first.result.join());
    assertEquals(3, host.begun.take());
    host.complete(3);
    assertEquals(103, third.join());
  }

  @Test
  void aTaskIsCancelledBetweenItsTurns() throws InterruptedException {
    CompletableFuture<Object> call = turns.function("left#wait-loop").orElseThrow().callAsync(1);
    assertEquals(1, host.begun.take());
    CompletableFuture<Integer> signal = host.signals.get(1);
    assertTrue(call.cancel(true));
    assertThrows(CancellationException.class, call::join);
    assertEquals(6, host.notes.take());
    assertThrows(CancellationException.class, signal::join);
    assertEquals(5, call("left#now", 4));
    assertEquals(0, turns.handleCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"left", "relay"})
  void aGuestCancelsWhatItCalled(String instance) {
    assertEquals(4, call(instance + "#begin-and-cancel", 1), "CANCELLED_BEFORE_RETURNED");
    assertTrue(host.signals.get(1).isCancelled());
    assertEquals(instance.equals("relay") ? List.of(6) : List.of(), List.copyOf(host.notes));
    assertEquals(0, turns.handleCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"return-then-wait", "return-then-loop"})
  void aTaskGoesOnAfterItHasReturned(String name) throws InterruptedException {
    Caller caller = callAndBegin("left#" + name, 1);
    assertEquals(5, call("right#now", 4));
    host.complete(1);
    assertEquals(1, caller.result.join());
    assertEquals(101, host.notes.take());
  }

  /** A second instance, which unlike the parts of the first can be called while that runs. */
  private Instance neighbour() {
    return new Linker().add(host).instantiate(TURNS, turns.store());
  }

  @Test
  void aHostFunctionCallsIntoTheStoreThatCallsIt() {
    List<Object> results = new ArrayList<>();
    Instance neighbour = neighbour();
    host.whenTold =
        number -> {
          results.add(call(neighbour, "right#add", number, 1));
          results.add(call(neighbour, "right#now", number));
        };
    call("left#tell", 20);
    assertEquals(List.of(21, 21), results);
  }

  @Test
  void aHostFunctionCannotWaitForTheStoreThatCallsIt() {
    Instance neighbour = neighbour();
    host.whenTold = number -> call(neighbour, "right#wait-turn", number);
    Trap trap = assertThrows(Trap.class, () -> call("left#tell", 20));
    assertEquals(Trap.Kind.HOST_FAILURE, trap.kind());
    assertTrue(
        trap.getMessage()
            .contains("a host function cannot wait for a call into the store that is calling it"),
        trap.getMessage());
  }

  @Test
  void aHostFunctionBeginsACallThatGoesOnAfterIt() throws InterruptedException {
    List<CompletableFuture<Object>> calls = new ArrayList<>();
    host.whenTold =
        number -> calls.add(turns.function("right#wait-turn").orElseThrow().callAsync(number));
    call("left#tell", 20);
    assertEquals(20, host.begun.take());
    host.complete(20);
    assertEquals(120, calls.getFirst().join());
  }

  @Test
  void waitingForNothingIsADeadlock() {
    Trap trap = assertThrows(Trap.class, () -> call("left#wait-in-vain", 1));
    assertEquals(Trap.Kind.DEADLOCK, trap.kind());
    assertEquals(List.of("set-wait", "Main!wait-in-vain"), trap.guestFrames());
  }

  @Test
  void aSignalThatIsAwaitedElsewhereIsNoDeadlock() throws InterruptedException {
    Caller other = callAndBegin("right#wait", 1);
    Caller vain = new Caller(Thread.ofPlatform(), turns, "left#wait-in-vain", 2);
    assertEquals(7, call("right#add", 3, 4));
    host.complete(1);
    // Who waits in vain finds out as soon as nothing else can be waited for.
    assertEquals(Trap.Kind.DEADLOCK, vain.trap().kind());
    assertEquals(101, other.result.join());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "wait-turn", "wait-loop", "wait-stackful"})
  void interruptingTheCallerEndsTheStore(String wait) throws InterruptedException {
    Caller other = callAndBegin("right#wait", 1);
    Caller interrupted = callAndBegin("left#" + wait, 2);
    interrupted.thread.interrupt();
    assertEquals(Trap.Kind.INTERRUPTED, interrupted.trap().kind());
    assertEquals(Trap.Kind.CANNOT_ENTER, other.trap().kind());
    Trap late = assertThrows(Trap.class, () -> call("right#add", 1, 2));
    assertEquals(Trap.Kind.CANNOT_ENTER, late.kind());
  }

  @Test
  void closingEndsWhateverIsBlocked() throws InterruptedException {
    List<Caller> callers =
        List.of(
            callAndBegin("left#wait-loop", 1),
            callAndBegin("right#wait-turn", 2),
            callAndBegin("relay#wait", 3),
            callAndBegin("right#wait-stackful", 4),
            new Caller(Thread.ofPlatform(), turns, "right#wait", 5));
    awaitParked(callers.getLast().thread);
    // Whoever called before is in the store now.
    assertEquals(7, call("left#add", 3, 4));
    turns.close();
    for (Caller caller : callers) {
      assertEquals(Trap.Kind.CLOSED, caller.trap().kind());
      caller.thread.join();
      assertFalse(caller.thread.isInterrupted());
    }
  }

  @Test
  void closingEndsWhatWaitsInVainAfterItHasReturned() throws InterruptedException {
    Caller caller = new Caller(Thread.ofPlatform(), turns, "left#return-and-wait-in-vain", 1);
    awaitParked(caller.thread);
    assertEquals(7, call("right#add", 3, 4));
    turns.close();
    assertEquals(Trap.Kind.CLOSED, caller.trap().kind());
  }

  /** Waits for a call, or for its stage, or for another call that depends on it. */
  private static Object callInSomeWay(Instance instance, String name, int number) {
    ExportedFunction function = instance.function(name).orElseThrow();
    return switch (ThreadLocalRandom.current().nextInt(3)) {
      case 0 -> function.call(number);
      case 1 -> function.callAsync(number).join();
      default ->
          function
              .callAsync(number)
              .thenApply(
                  result -> {
                    assertEquals(number + 1, call(instance, "relay#now", number));
                    return result;
                  })
              .join();
    };
  }

  /** Whoever waits, and on what thread: every call gets its own result. */
  @ParameterizedTest
  @ValueSource(longs = {-1, 1, 2, 3})
  void manyCallersAndSignalsInAnyOrder(long seed) throws InterruptedException {
    StoreOptions options = StoreOptions.defaults().withSeed(seed < 0 ? null : seed);
    List<String> functions =
        List.of("wait", "wait-turn", "wait-loop", "wait-stackful", "now", "return-then-loop");
    List<String> instances = List.of("left", "right", "relay");
    AtomicInteger numbers = new AtomicInteger(1000);
    AtomicInteger callers = new AtomicInteger(8);
    try (Instance instance = new Linker().add(host).instantiate(TURNS, new Store(options))) {
      List<CompletableFuture<Void>> ends = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.add(end);
        Thread.Builder builder = i % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual();
        builder.start(
            () -> {
              try {
                for (int j = 0; j < 100; j++) {
                  ThreadLocalRandom random = ThreadLocalRandom.current();
                  String function = functions.get(random.nextInt(functions.size()));
                  String name = instances.get(random.nextInt(3)) + "#" + function;
                  int number = numbers.incrementAndGet();
                  int expected =
                      switch (function) {
                        case "now" -> number + 1;
                        case "return-then-loop" -> number;
                        default -> number + 100;
                      };
                  assertEquals(expected, callInSomeWay(instance, name, number), name);
                }
                end.complete(null);
              } catch (Throwable failure) {
                end.completeExceptionally(failure);
              } finally {
                callers.decrementAndGet();
              }
            });
      }
      List<Integer> open = new ArrayList<>();
      while (callers.get() > 0 || !host.begun.isEmpty() || !open.isEmpty()) {
        host.begun.drainTo(open);
        if (open.isEmpty()) {
          Thread.onSpinWait();
        } else {
          host.complete(open.remove(ThreadLocalRandom.current().nextInt(open.size())));
        }
      }
      ends.forEach(CompletableFuture::join);
    }
  }
}
