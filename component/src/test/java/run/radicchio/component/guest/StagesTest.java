package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Trap;

/** Calls that nobody waits for: when they begin, who tells of their outcome, and how they end. */
@Timeout(60)
class StagesTest {
  private static final Component TURNS = Guests.load("turns");

  private final SignalHost host = new SignalHost();
  private final Instance turns = new Linker().add(host).instantiate(TURNS);

  private CompletableFuture<Object> begin(String name, Object... arguments) {
    return turns.function(name).orElseThrow().callAsync(arguments);
  }

  /** Begins a call, and waits until it asks for a signal. */
  private CompletableFuture<Object> beginAndAsk(String name, int number)
      throws InterruptedException {
    CompletableFuture<Object> stage = begin(name, number);
    assertEquals(number, host.begun.take());
    return stage;
  }

  private Object call(String name, Object... arguments) {
    return turns.function(name).orElseThrow().call(arguments);
  }

  /** Calls a function on a thread of its own that waits, and waits until it asks for a signal. */
  private CompletableFuture<Object> callElsewhere(String name, int number)
      throws InterruptedException {
    CompletableFuture<Object> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                result.complete(call(name, number));
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            });
    assertEquals(number, host.begun.take());
    return result;
  }

  private static Trap trapOf(CompletableFuture<?> stage) {
    return assertInstanceOf(
        Trap.class, assertThrows(CompletionException.class, stage::join).getCause());
  }

  @AfterEach
  void end() {
    turns.close();
  }

  @Test
  void aGuestBeginsOnTheThreadThatCalls() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    host.whenTold = _ -> thread.set(Thread.currentThread());
    assertTrue(begin("left#tell", 1).isDone());
    assertSame(Thread.currentThread(), thread.get());
    assertEquals(5, begin("right#now", 4).getNow(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "wait-turn", "wait-loop", "wait-stackful"})
  void aGuestThatWaitsLetsItsCallerGoOn(String wait) {
    CompletableFuture<Object> stage = begin("left#" + wait, 1);
    assertEquals(1, host.begun.remove());
    assertEquals(7, call("right#add", 3, 4));
    assertFalse(stage.isDone());
    host.complete(1);
    assertEquals(101, stage.join());
    assertEquals(0, turns.handleCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"right#wait-turn", "left#wait-loop", "relay#wait-stackful"})
  void aThousandCallsAtATime(String name) throws InterruptedException {
    List<CompletableFuture<Object>> stages = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      stages.add(begin(name, i));
    }
    List<Integer> numbers = new ArrayList<>();
    boolean oneAtATime = name.equals("right#wait-turn"); // it may block in the middle of a turn
    for (int i = 0; i < 1000; i++) {
      numbers.add(host.begun.take());
      if (oneAtATime) {
        host.complete(numbers.removeLast());
      }
    }
    Collections.shuffle(numbers, new Random(1));
    numbers.forEach(host::complete);
    for (int i = 0; i < 1000; i++) {
      assertEquals(100 + i, stages.get(i).join());
    }
    assertEquals(0, turns.handleCount());
  }

  @Test
  void callsOfManyThreads() {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    host.whenTold = number -> assertTrue(number > 0);
    for (int i = 0; i < 8; i++) {
      int first = 1000 * i;
      threads.add(
          CompletableFuture.runAsync(
              () -> {
                for (int number = first; number < first + 200; number++) {
                  CompletableFuture<Object> waits = begin("left#wait-loop", number);
                  assertEquals(number + 1, begin("relay#now", number).join());
                  while (!host.signals.containsKey(number)) {
                    Thread.onSpinWait();
                  }
                  host.complete(number);
                  assertEquals(100 + number, waits.join());
                }
              }));
    }
    threads.forEach(CompletableFuture::join);
  }

  @Test
  void whatDependsOnAStageMayCallIn() {
    CompletableFuture<Object> stage = begin("left#wait-loop", 1);
    CompletableFuture<Object> both =
        stage
            .thenApply(result -> call("left#add", result, 1))
            .thenCompose(result -> begin("right#now", result));
    host.complete(1);
    assertEquals(103, both.join());
  }

  @Test
  void whatDependsOnAStageMayWaitForAnother() throws InterruptedException {
    CompletableFuture<Object> first = beginAndAsk("left#wait-loop", 1);
    CompletableFuture<Object> second = beginAndAsk("left#wait-loop", 2);
    CompletableFuture<Object> third = beginAndAsk("left#wait-loop", 3);
    CompletableFuture<Object> sum =
        first.thenApply(one -> (int) one + (int) second.join() + (int) third.join());
    CompletableFuture<Object> other = third.thenApply(three -> (int) three + (int) second.join());
    host.complete(3);
    host.complete(1);
    host.complete(2);
    assertEquals(306, sum.join());
    assertEquals(205, other.join());
  }

  /** Who drives is not kept by what depends on the call of another. */
  @Test
  void whatDependsOnAStageMayWaitForWhoDrives() throws InterruptedException {
    CompletableFuture<Object> driver = callElsewhere("right#wait", 1);
    CompletableFuture<Object> stage = beginAndAsk("left#wait-loop", 2);
    CountDownLatch told = new CountDownLatch(1);
    CompletableFuture<Object> sum =
        stage.thenApply(
            two -> {
              told.countDown();
              return (int) two + (int) driver.join();
            });
    host.complete(2);
    told.await();
    host.complete(1);
    assertEquals(203, sum.join());
  }

  @Test
  void aHostFunctionBeginsACallThatBeginsLater() {
    AtomicReference<CompletableFuture<Object>> stage = new AtomicReference<>();
    host.whenTold =
        number -> {
          stage.set(begin("right#now", number));
          assertFalse(stage.get().isDone());
        };
    call("left#tell", 4);
    assertEquals(5, stage.get().join());
  }

  @Test
  void aGuestThatTrapsLater() {
    CompletableFuture<Object> stage = begin("left#wait-loop", 1);
    CompletableFuture<Object> other = begin("right#wait-loop", 2);
    host.signals.get(1).completeExceptionally(new IllegalStateException("broken"));
    assertEquals(Trap.Kind.HOST_FAILURE, trapOf(stage).kind());
    assertEquals(Trap.Kind.HOST_FAILURE, trapOf(other).kind(), "which ends together with the one");
    assertEquals(Trap.Kind.CANNOT_ENTER, trapOf(begin("right#now", 1)).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadlock-callback", "deadlock-stackful"})
  void waitingForNothingIsADeadlock(String guest) {
    try (Instance instance = new Linker().instantiate(Guests.load(guest))) {
      CompletableFuture<Object> stage = instance.function("run").orElseThrow().callAsync();
      assertEquals(Trap.Kind.DEADLOCK, trapOf(stage).kind());
    }
  }

  @Test
  void waitingForNothingIsADeadlockOnceNothingElseCanCome() throws InterruptedException {
    CompletableFuture<Object> driver = callElsewhere("right#wait", 1);
    CompletableFuture<Object> stage = begin("left#wait-in-vain", 2);
    assertEquals(7, call("right#add", 3, 4));
    assertFalse(stage.isDone());
    host.complete(1);
    assertEquals(101, driver.join());
    assertEquals(Trap.Kind.DEADLOCK, trapOf(stage).kind());
  }

  @Test
  void whatGoesOnInVainAfterItsResultIsNoDeadlock() {
    assertEquals(1, begin("left#return-and-wait-in-vain", 1).join());
    assertEquals(5, begin("right#now", 4).join());
  }

  @Test
  void closingEndsWhatHasBegunAndWhatHasNot() {
    AtomicReference<CompletableFuture<Object>> late = new AtomicReference<>();
    CompletableFuture<Object> waits = begin("left#wait-loop", 1);
    CompletableFuture<Object> blocks = begin("right#wait", 2);
    CompletableFuture<Object> heldBack = begin("right#wait", 3);
    host.whenTold =
        number -> {
          late.set(begin("right#now", number));
          throw new IllegalStateException("broken");
        };
    assertThrows(Trap.class, () -> call("left#tell", 4));
    for (CompletableFuture<Object> stage : List.of(waits, blocks, heldBack)) {
      assertEquals(Trap.Kind.HOST_FAILURE, trapOf(stage).kind());
    }
    assertEquals(Trap.Kind.CANNOT_ENTER, trapOf(late.get()).kind());
  }

  @Test
  void closingEndsCalls() {
    List<CompletableFuture<Object>> stages =
        List.of(
            begin("left#wait-loop", 1),
            begin("right#wait", 2),
            begin("right#wait-turn", 3),
            begin("relay#wait-loop", 4));
    turns.close();
    for (CompletableFuture<Object> stage : stages) {
      assertEquals(Trap.Kind.CLOSED, trapOf(stage).kind());
    }
  }

  @Test
  void aCallThatIsCancelledBeforeItBeginsDoesNotBegin() {
    host.whenTold =
        number -> {
          CompletableFuture<Object> stage = begin("right#wait-loop", number);
          assertTrue(stage.cancel(true));
          assertThrows(CancellationException.class, stage::join);
        };
    call("left#tell", 4);
    assertEquals(5, begin("right#now", 4).join());
    assertTrue(host.begun.isEmpty());
  }

  @Test
  void theArgumentsOfACallAreItsOwn() {
    CompletableFuture<Object> unsuitable = begin("left#add", 1, "two");
    assertInstanceOf(
        IllegalArgumentException.class,
        assertThrows(CompletionException.class, unsuitable::join).getCause());
    assertEquals(3, begin("left#add", 1, 2).join());
  }

  @Test
  void anInterruptFromBeforeIsNotForTheGuest() {
    Thread.currentThread().interrupt();
    CompletableFuture<Object> stage = begin("left#now", 1);
    assertTrue(Thread.interrupted());
    assertEquals(2, stage.join());
  }

  @Test
  void interruptingTheThreadThatRunsAGuestEndsIt() throws InterruptedException {
    try (Instance loop = new Linker().instantiate(Guests.load("loop"))) {
      AtomicReference<CompletableFuture<Object>> stage = new AtomicReference<>();
      Thread caller =
          Thread.ofPlatform()
              .start(() -> stage.set(loop.function("run").orElseThrow().callAsync()));
      caller.join(200);
      assertTrue(caller.isAlive(), "it runs a guest that never ends");
      caller.interrupt();
      caller.join();
      assertEquals(Trap.Kind.INTERRUPTED, trapOf(stage.get()).kind());
    }
  }
}
