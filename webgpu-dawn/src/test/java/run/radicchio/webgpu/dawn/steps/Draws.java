package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random draws, which shrink to few and simple ones. */
final class Draws {
  private static final int MOST_CHOICES = 20;

  private Draws() {}

  /** Many, of which calls that only tell something are fewer. */
  static Arbitrary<List<Draw>> some(int most) {
    List<Call> calls = new ArrayList<>();
    for (Call call : Call.values()) {
      calls.addAll(Collections.nCopies(weight(call), call));
    }
    Arbitrary<List<Integer>> choices =
        Arbitraries.integers().between(0, 9999).withoutEdgeCases().list().ofSize(MOST_CHOICES);
    return Combinators.combine(
            Arbitraries.of(calls),
            Arbitraries.integers().between(0, 9).map(number -> number != 9),
            choices)
        .as(Draw::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most);
  }

  private static int weight(Call call) {
    String name = call.name();
    if (name.startsWith("GPU_SUPPORTED")
        || name.startsWith("RECORD")
        || name.startsWith("GPU_ADAPTER")
        || name.startsWith("GPU_COMPILATION")
        || name.endsWith("LABEL")) {
      return 1;
    }
    if (name.endsWith("DROP")) {
      return 2;
    }
    return call == Call.GPU_DEVICE_DESTROY || call == Call.LOST_WAIT ? 1 : 10;
  }
}
