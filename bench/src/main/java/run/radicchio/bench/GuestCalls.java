package run.radicchio.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The host calls a guest. */
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Thread)
public class GuestCalls {
  @Param public Side side;

  private Guest guest;
  private int a = 40;
  private int b = 2;
  private String text = "thirty-two bytes of plain ASCII.";

  @Setup
  public void instantiate(Rehearsal rehearsal) {
    guest = Guest.of(side);
    rehearsal.of(List.of(repeated(this::add), repeated(this::string), repeated(this::stringEcho)));
  }

  private static Runnable repeated(Runnable call) {
    return () -> {
      for (int i = 0; i < Rehearsal.CALLS; i++) {
        call.run();
      }
    };
  }

  @TearDown
  public void close() {
    guest.close();
  }

  /** Two {@code u32}, and one as the result. */
  @AtMost(nanoseconds = 60, over = AtMost.BARE)
  @Benchmark
  public int add() {
    return guest.add(a, b);
  }

  /** A string of 32 bytes. */
  @Benchmark
  public int string() {
    return guest.length(text);
  }

  /** A string of 32 bytes, which comes back, and a call of {@code post-return}. */
  @AtMost(nanoseconds = 250)
  @Benchmark
  public String stringEcho() {
    return guest.echo(text);
  }
}
