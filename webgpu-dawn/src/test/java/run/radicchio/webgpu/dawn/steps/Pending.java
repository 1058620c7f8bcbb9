package run.radicchio.webgpu.dawn.steps;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;
import run.radicchio.webgpu.dawn.steps.Stepping.Outcome;

/** A call that is under way, and how it may end. */
final class Pending {
  private Set<Ending> endings;
  private final Consumer<Outcome> effect;
  private final Runnable givenUp;

  Pending(Set<Ending> endings, Consumer<Outcome> effect, Runnable givenUp) {
    this.endings = endings;
    this.effect = effect;
    this.givenUp = givenUp;
  }

  /** A call that is always done, and changes nothing but what it returns. */
  static Pending done(Consumer<Outcome> effect) {
    return new Pending(EnumSet.of(Ending.DONE), effect, () -> {});
  }

  /** A call that fails in one of these ways, and changes nothing. */
  static Pending failing(Ending first, Ending... others) {
    return new Pending(EnumSet.of(first, others), _ -> {}, () -> {});
  }

  /** Nobody waits for it any more. */
  void giveUp() {
    givenUp.run();
  }

  /** Something happened by which the call can only end in these ways. */
  void endsWith(Ending first, Ending... others) {
    endings = EnumSet.of(first, others);
  }

  Set<Ending> endings() {
    return endings;
  }

  void take(Outcome outcome) {
    effect.accept(outcome);
  }
}
