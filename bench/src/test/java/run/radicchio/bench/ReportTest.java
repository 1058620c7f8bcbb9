package run.radicchio.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.bench.Measurements.Case;
import run.radicchio.bench.Measurements.Cost;

class ReportTest {
  private final Measurements measurements = new Measurements();

  private void measured(Class<?> type, String method, Side side, double nanoseconds) {
    measurements.add(new Case(type.getName(), method, ""), side, new Cost(nanoseconds, 123));
  }

  /** The lines but the head, with one space where they have several. */
  private List<String> report() {
    return new Report(measurements)
        .lines().stream().skip(1).map(line -> line.replaceAll(" +", " ")).toList();
  }

  @Test
  void leastCountsOverTheBareSide() {
    measured(HostCalls.class, "add", Side.COMPONENT, 20);
    measured(HostCalls.class, "add", Side.COMPONENT, 17.5);
    measured(HostCalls.class, "add", Side.BARE, 3);
    assertEquals(List.of("HostCalls.add 17.5 ns 3.0 ns 14.5 ns 15.0 ns 123 met"), report());
  }

  @Test
  void otherBenchmarkMayBeWhatDoesNotCount() {
    measured(HostCalls.class, "bytesKilobyte", Side.COMPONENT, 40);
    measured(HostCalls.class, "bytesMegabyte", Side.COMPONENT, 90);
    assertEquals(
        List.of(
            "HostCalls.bytesKilobyte 40.0 ns 123",
            "HostCalls.bytesMegabyte 90.0 ns 50.0 ns 2.0 ns 123 missed"),
        report());
  }

  @Test
  void shareOfAnotherBenchmarkMayCount() {
    measured(Processes.class, "megabyte", Side.COMPONENT, 10e9);
    measured(Processes.class, "megabyteAgain", Side.COMPONENT, 2.5e9);
    assertEquals(
        List.of(
            "Processes.megabyte 10000 ms 123",
            "Processes.megabyteAgain 2500 ms 25.0 % 33.0 % 123 met"),
        report());
  }

  @Test
  void bytesCountToo() {
    Case ready = new Case(AsyncCalls.class.getName(), "readyCallback", "PLATFORM");
    measurements.add(ready, Side.COMPONENT, new Cost(250, 401));
    assertEquals(
        List.of("AsyncCalls.readyCallback PLATFORM 250 ns 250 ns 300 ns 401 400 missed"), report());
  }

  @Test
  void multipleCountsOrTheTimeOverTheBareSide() {
    measured(WebGpuCalls.class, "bindGroup", Side.COMPONENT, 1400);
    measured(WebGpuCalls.class, "bindGroup", Side.BARE, 1000);
    measured(WebGpuCalls.class, "map16Bytes", Side.COMPONENT, 60);
    measured(WebGpuCalls.class, "map16Bytes", Side.BARE, 20);
    assertEquals(
        List.of(
            "WebGpuCalls.bindGroup 1400 ns 1000 ns 1.40 x 1.30 x 123 64.0 missed",
            "WebGpuCalls.map16Bytes 60.0 ns 20.0 ns 3.00 x 3.50 x 123 192 met"),
        report());
  }

  @Test
  void withoutTheBareSideNothingIsSaidOfTheDifference() {
    measured(HostCalls.class, "add", Side.COMPONENT, 20);
    assertEquals(List.of("HostCalls.add 20.0 ns 123"), report());
  }
}
