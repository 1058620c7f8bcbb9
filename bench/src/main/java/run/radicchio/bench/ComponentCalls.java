package run.radicchio.bench;

import java.lang.invoke.MethodHandles;
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

/** A component calls another. Between bare modules only addresses cross, and nothing is copied. */
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Thread)
public class ComponentCalls {
  private static final int CALLS = 10_000;
  private static final int BULKY_CALLS = 100;

  @Param public Side side;

  private Loops loops;

  /** Of the calling component, or of its core module. */
  static Loops loops(Side side) {
    return switch (side) {
      case COMPONENT -> Loops.ofComponent(GuestFile.COMPONENT_CALLS, new Linker());
      case BARE -> Loops.ofEngine(GuestFile.COMPONENT_CALLS, MethodHandles.lookup());
    };
  }

  @Setup
  public void instantiate(Rehearsal rehearsal) {
    loops = loops(side);
    rehearsal.of(loops.all("add", "string"));
  }

  @TearDown
  public void close() {
    loops.close();
  }

  /** Two {@code u32}, and one as the result. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int add() {
    return loops.run("add", CALLS);
  }

  /** A string of 32 bytes. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int string() {
    return loops.run("string", CALLS);
  }

  /** A {@code list<u8>} of 64 KB. */
  @Benchmark
  @OperationsPerInvocation(BULKY_CALLS)
  public int bytes() {
    return loops.run("bytes", BULKY_CALLS);
  }
}
