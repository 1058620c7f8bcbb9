package run.radicchio.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Runs everything that a guest has, in turns, before one thing of it is measured. In a program no
 * place of the runtime or the engine sees a single function; where it does, the JVM compiles for
 * that function alone, and even an interpreter looks like generated code.
 */
@State(Scope.Benchmark)
public class Rehearsal {
  /** How often all is run; 0 for what a thing costs in a program that does nothing else. */
  @Param("200")
  public int rehearsals;

  /** How often a loop of a guest calls in its turn. */
  static final int CALLS = 200;

  /** Runs things in turns. */
  void of(List<Runnable> things) {
    for (int i = 0; i < rehearsals; i++) {
      things.forEach(Runnable::run);
    }
  }
}
