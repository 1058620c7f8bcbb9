package run.radicchio.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import run.radicchio.component.Linker;

/** A guest calls the host. */
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Thread)
public class HostCalls {
  private static final int CALLS = 10_000;

  @Param public Side side;

  private Loops loops;

  /** Of a guest whose host is there. */
  static Loops loops(Side side) {
    return switch (side) {
      case COMPONENT -> Loops.ofComponent(GuestFile.HOST_CALLS, new Linker().add(new PlainHost()));
      case BARE -> Loops.ofEngine(GuestFile.HOST_CALLS, EngineHost.LOOKUP);
    };
  }

  @Setup
  public void instantiate(Rehearsal rehearsal) {
    loops = loops(side);
    rehearsal.of(
        loops.all(
            "add",
            "borrow",
            "own",
            "string",
            "string-result",
            "record-flat",
            "record-memory",
            "bytes-kilobyte",
            "bytes-megabyte",
            "numbers-kilobyte",
            "enum-flags",
            "variant",
            "result"));
  }

  @TearDown
  public void close() {
    loops.close();
  }

  /** Two {@code u32}, and one as the result. */
  @AtMost(nanoseconds = 15, over = AtMost.BARE)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int add() {
    return loops.run("add", CALLS);
  }

  /** A method of a borrowed resource. */
  @AtMost(nanoseconds = 25, over = AtMost.BARE)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int borrow() {
    return loops.run("borrow", CALLS);
  }

  /** A resource given away, and given back. */
  @AtMost(nanoseconds = 25, over = AtMost.BARE)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int own() {
    return loops.run("own", CALLS);
  }

  /** A string of 32 bytes. */
  @AtMost(nanoseconds = 100, over = AtMost.BARE)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int string() {
    return loops.run("string", CALLS);
  }

  /** A string of 32 bytes as the result. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int stringResult() {
    return loops.run("string-result", CALLS);
  }

  /** A record of eight fields, five of them options, in thirteen core parameters. */
  @AtMost(nanoseconds = 150, over = AtMost.BARE)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int recordFlat() {
    return loops.run("record-flat", CALLS);
  }

  /** The same record and four {@code u32} before it, which are too many and so are in memory. */
  @AtMost(nanoseconds = 150, over = AtMost.BARE)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int recordMemory() {
    return loops.run("record-memory", CALLS);
  }

  /** A {@code list<u8>} of 1 KB, as a view. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int bytesKilobyte() {
    return loops.run("bytes-kilobyte", CALLS);
  }

  /** A {@code list<u8>} of 1 MB, as a view. */
  @AtMost(nanoseconds = 2, over = "bytesKilobyte") // for noise
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int bytesMegabyte() {
    return loops.run("bytes-megabyte", CALLS);
  }

  /** A {@code list<u32>} of 1 KB, as an array. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int numbersKilobyte() {
    return loops.run("numbers-kilobyte", CALLS);
  }

  /** An enum, and flags. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int enumFlags() {
    return loops.run("enum-flags", CALLS);
  }

  /** A variant. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int variant() {
    return loops.run("variant", CALLS);
  }

  /** A {@code result} without an error. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int result() {
    return loops.run("result", CALLS);
  }
}
