package run.radicchio.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import run.radicchio.component.Linker;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

/**
 * A guest calls {@code wasi:webgpu}; bare, Java calls the same interfaces. Other threads and the
 * GPU work beside what is measured, so a clock measures, and of its times the median counts.
 */
@BenchmarkMode(Mode.SampleTime)
@State(Scope.Thread)
public class WebGpuCalls {
  private static final int CALLS = 10_000;
  private static final int SLOWER_CALLS = 1_000;
  private static final int BULKY_CALLS = 100;
  private static final int LARGE_CALLS = 16;
  private static final int LARGEST_CALLS = 4;

  @Param public Side side;

  /** A part of its name, or {@code software}. */
  @Param("software")
  public String gpu;

  private DawnGpu webgpu;
  private Loops loops;

  /** Opens GPUs of a name. */
  static DawnGpu open(String gpu) {
    return DawnGpu.open(DawnGpu.Options.defaults().withGpus(GpuChoice.of(gpu)));
  }

  /** Of a guest whose GPU is there, or of Java. */
  static Loops loops(Side side, DawnGpu webgpu) {
    return switch (side) {
      case COMPONENT -> Loops.ofComponent(GuestFile.WEBGPU_CALLS, new Linker().add(webgpu));
      case BARE -> new WebGpuInJava(webgpu);
    };
  }

  @Setup
  public void instantiate(Rehearsal rehearsal) {
    webgpu = open(gpu);
    loops = loops(side, webgpu);
    rehearsal.of(
        loops.all("size", "encode", "write-k1", "bind-group", "buffer", "map-b16", "settle"));
  }

  @TearDown
  public void close() {
    loops.close();
    webgpu.close();
  }

  /** A getter. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 64)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int size(Between runs) {
    return loops.run("size", CALLS);
  }

  /** Two calls: binds a group in a compute pass, and dispatches. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 128)
  @Benchmark
  @OperationsPerInvocation(SLOWER_CALLS)
  public int encode(Between runs) {
    return loops.run("encode", SLOWER_CALLS);
  }

  /** Writes 1 KB to a buffer. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 64)
  @Benchmark
  @OperationsPerInvocation(SLOWER_CALLS)
  public int writeKilobyte(Between runs) {
    return loops.run("write-k1", SLOWER_CALLS);
  }

  /** Writes 64 KB. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 64)
  @Benchmark
  @OperationsPerInvocation(BULKY_CALLS)
  public int write64Kilobytes(Between runs) {
    return loops.run("write-k64", BULKY_CALLS);
  }

  /** Writes 1 MB. */
  @AtMost(times = 1 / 0.9, nanoseconds = 0, over = AtMost.BARE, bytes = 64)
  @Benchmark
  @OperationsPerInvocation(LARGE_CALLS)
  public int writeMegabyte(Between runs) {
    return loops.run("write-m1", LARGE_CALLS);
  }

  /** Writes 16 MB. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 64)
  @Benchmark
  @OperationsPerInvocation(LARGEST_CALLS)
  public int write16Megabytes(Between runs) {
    return loops.run("write-m16", LARGEST_CALLS);
  }

  /** Three calls: maps a buffer of 16 bytes and waits, reads them, and unmaps it. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 192)
  @Benchmark
  @OperationsPerInvocation(BULKY_CALLS)
  public int map16Bytes(Between runs) {
    return loops.run("map-b16", BULKY_CALLS);
  }

  /** The same of 4 MB. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 192)
  @Benchmark
  @OperationsPerInvocation(LARGE_CALLS)
  public int map4Megabytes(Between runs) {
    return loops.run("map-m4", LARGE_CALLS);
  }

  /** Creates a bind group of three buffers, and drops it. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 64)
  @Benchmark
  @OperationsPerInvocation(BULKY_CALLS)
  public int bindGroup(Between runs) {
    return loops.run("bind-group", BULKY_CALLS);
  }

  /** Three calls: creates a buffer, destroys it, and drops it. */
  @AtMost(times = 1.3, nanoseconds = 50, over = AtMost.BARE, bytes = 192)
  @Benchmark
  @OperationsPerInvocation(BULKY_CALLS)
  public int buffer(Between runs) {
    return loops.run("buffer", BULKY_CALLS);
  }

  /** What is done after each run of a loop. */
  @State(Scope.Thread)
  public static class Between {
    @TearDown(Level.Invocation)
    public void settle(WebGpuCalls calls) {
      // Until the GPU has caught up, Dawn keeps what it was given.
      HeapUse.apart(() -> calls.loops.run("settle", 1));
      // To run a loop takes heap, too.
      HeapUse.apartAgain(() -> calls.loops.run("settle", 0));
    }
  }
}
