package run.radicchio.bench;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.webgpu.dawn.DawnGpu;

/** Guests call as often as they are told, and what crosses arrives. */
class GuestsTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final String TEXT = "thirty-two bytes of plain ASCII.";

  @ParameterizedTest
  @CsvSource({
    "add, 6, 6",
    "borrow, 6, 6",
    "string, 96, 96",
    "string-result, 32, 0", // a bare guest's host writes nothing
    "record-flat, 1024, 1024",
    "record-memory, 1028, 256", // the address
    "bytes-kilobyte, 3072, 3072",
    "bytes-megabyte, 3145728, 3145728",
    "numbers-kilobyte, 768, 768",
    "enum-flags, 6, 6",
    "variant, 6, 6",
    "result, 1, 0"
  })
  void guestCallsHostThreeTimes(String loop, int inComponent, int bare) {
    try (Loops component = HostCalls.loops(Side.COMPONENT);
        Loops engine = HostCalls.loops(Side.BARE)) {
      assertEquals(inComponent, component.run(loop, 3));
      assertEquals(bare, engine.run(loop, 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void componentCallsAnotherThreeTimes(Side side) {
    try (Loops loops = ComponentCalls.loops(side)) {
      assertEquals(6, loops.run("add", 3));
      assertEquals(3 * 32, loops.run("string", 3));
      assertEquals(3 * 65536, loops.run("bytes", 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostCallsGuest(Side side) {
    try (Guest guest = Guest.of(side)) {
      assertEquals(42, guest.add(40, 2));
      assertEquals(32, guest.length(TEXT));
      assertEquals(TEXT, guest.echo(TEXT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void webGpuIsCalledTwice(Side side) {
    Map<String, Integer> results =
        Map.ofEntries(
            entry("size", 2 * 16 * MEGABYTE),
            entry("encode", 2),
            entry("write-k1", 2),
            entry("write-k64", 2),
            entry("write-m1", 2),
            entry("write-m16", 2),
            entry("map-b16", 2 * 16),
            entry("map-m4", 2 * 4 * MEGABYTE),
            entry("bind-group", 2),
            entry("buffer", 2),
            entry("settle", 2));
    try (DawnGpu webgpu = WebGpuCalls.open("software");
        Loops loops = WebGpuCalls.loops(side, webgpu)) {
      results.forEach((loop, result) -> assertEquals(result, loops.run(loop, 2), loop));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ready-callback", "ready-stackful", "await-callback", "await-stackful"})
  void hostAwaitsGuest(String export) {
    try (Completer caller = new Completer.OfCaller();
        Completer other = new Completer.OfOther()) {
      for (Completer completer : new Completer[] {caller, other}) {
        try (Instance instance =
            new Linker()
                .add(completer)
                .instantiate(Component.load(GuestFile.ASYNC_CALLS.bytes()))) {
          assertEquals(Completer.RESULT, instance.function(export).orElseThrow().call());
        }
      }
    }
  }
}
