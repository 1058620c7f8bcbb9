package run.radicchio.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import run.radicchio.component.Component;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;

/** A component is loaded and instantiated in a JVM that has done so before. */
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Thread)
public class Loading {
  private final byte[] rust = GuestFile.ECHO.bytes();
  private final LinkedComponent small = linked(GuestFile.GUEST_CALLS.bytes());
  private final LinkedComponent linkedRust = linked(rust);
  private int loads;

  /** What was loaded before would be recognised. */
  private byte[] neverLoaded() {
    return Section.marked(rust, loads++);
  }

  private static LinkedComponent linked(byte[] component) {
    return new Linker().link(Component.load(component));
  }

  /** Instantiates, and closes, one of five functions. */
  @Benchmark
  public void instantiateSmall() {
    small.instantiate().close();
  }

  /** Instantiates, and closes, one of 63 KB. */
  @Benchmark
  public void instantiateRust() {
    linkedRust.instantiate().close();
  }

  /** Reads and checks one of 63 KB. */
  @Benchmark
  public Component loadRust() {
    return Component.load(neverLoaded());
  }

  /** Reads, checks, compiles and instantiates one of 63 KB. */
  @Benchmark
  public void loadAndInstantiateRust() {
    linked(neverLoaded()).instantiate().close();
  }
}
