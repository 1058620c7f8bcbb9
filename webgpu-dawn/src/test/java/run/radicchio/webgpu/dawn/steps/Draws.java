package run.radicchio.webgpu.dawn.steps;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random draws of one theme, which shrink to few and simple ones. */
final class Draws {
  private static final int MOST_CHOICES = 20;

  private Draws() {}

  /** At most so many. The more of the choices are simple, the more of the calls are right. */
  static Arbitrary<List<Draw>> some(int most) {
    return Combinators.combine(Arbitraries.of(Theme.class), Arbitraries.of(1, 2, 6, 20))
        .as((theme, simple) -> draw(theme, simple).list().ofMinSize(1).ofMaxSize(most))
        .flatMap(draws -> draws);
  }

  private static Arbitrary<Draw> draw(Theme theme, int simple) {
    Arbitrary<Integer> choice =
        Arbitraries.frequencyOf(
            Tuple.of(simple, Arbitraries.just(0)),
            Tuple.of(2, Arbitraries.integers().between(0, 9999).withoutEdgeCases()));
    return Combinators.combine(
            Arbitraries.of(theme.calls()),
            Arbitraries.integers().between(0, 9).map(number -> number != 9),
            choice.list().ofSize(MOST_CHOICES))
        .as(Draw::new);
  }
}
