package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Result;
import run.radicchio.component.value.RecordValue;

/** Resources, async functions, futures and streams of the host, used by a guest. */
class SensorsTest {
  private static final Component SENSORS = Guests.load("sensors");

  private final SensorHost host = new SensorHost();
  private final Instance instance = new Linker().add(host).instantiate(SENSORS);

  private Object call(String function, Object... arguments) {
    return instance.function("radicchio:test/scenarios#" + function).orElseThrow().call(arguments);
  }

  /** Every scenario but {@code keep} gives everything back. */
  @AfterEach
  void nothingIsLeft() {
    assertEquals(0, instance.handleCount());
    instance.close();
    assertEquals(0, host.live.get());
  }

  @Test
  void ownedAndBorrowedResources() {
    assertEquals(Optional.of("a -> b"), call("rename", "a", "b"));
    assertEquals(Optional.empty(), call("rename", "", "b"));
    assertEquals("a+b, a, b", call("lend-and-give", "a", "b"));
    assertEquals("s", call("round-trips", "s", 100));
  }

  @Test
  void asyncFunctionThatReturnsOrFails() {
    assertEquals(Result.ok(3.0), call("read", "abc"));
    assertEquals(Result.err("broken sensor"), call("read", "broken"));
  }

  @Test
  void manyAsyncCalls() {
    assertEquals(55, call("add-in-turn", 10));
    assertEquals(5050, call("add-together", 100));
    assertEquals(5050, call("add-at-once", 100));
  }

  @Test
  void cancelledCall() {
    call("give-up");
    assertEquals(1, host.cancelledCalls.get());
  }

  @Test
  void streamOfRecords() {
    List<RecordValue> expected =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    new RecordValue(
                        List.of(i, i / 2.0, i % 2 == 0 ? Optional.of("s") : Optional.empty())))
            .toList();
    assertEquals(expected, call("collect", "s", 300));
    assertEquals(expected.subList(0, 7), call("first", "s", 300, 7));
  }

  @Test
  void streamOfBytes() {
    long sum = IntStream.range(0, 10_000).mapToLong(i -> i % 256).sum();
    assertEquals(sum, call("sum-bytes", 10_000));
    List<?> chunks = (List<?>) call("chunks", 1000, 64);
    assertEquals(1000, chunks.stream().mapToInt(size -> (Integer) size).sum());
  }

  @Test
  void streamOfResources() {
    assertEquals(List.of("x", "y", "z"), call("names", List.of("x", "y", "z")));
  }

  @Test
  void cancelledAndDroppedStreams() {
    call("cancel-read");
    call("ignore-alarms");
    assertEquals(2, host.cancelledStreams.get());
  }

  @Test
  void futures() {
    assertEquals("goodbye s", call("await-lost", "s"));
    call("ignore-lost");
    call("cancel-found");
  }

  @Test
  void closingAnInstanceClosesWhatItKeeps() {
    try (Instance keeper = new Linker().add(host).instantiate(SENSORS)) {
      keeper.function("radicchio:test/scenarios#keep").orElseThrow().call("kept");
      assertEquals(1, host.live.get());
    }
    assertEquals(0, host.live.get());
  }

  @Test
  void wrongNumberOfArguments() {
    assertThrows(IllegalArgumentException.class, () -> call("rename", "a"));
  }
}
