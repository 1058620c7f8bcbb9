package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Stepping.Outcome;
import run.radicchio.webgpu.dawn.steps.Stepping.Step;

/** Some steps, one after the other, from empty slots to the first that is not as predicted. */
final class Try implements Stepping {
  /** What fills slots may need slots to be filled; where that does not end the step is left out. */
  private static final int MOST_FILLINGS = 20;

  private static final Rules RULES = new Rules();

  private final Slots slots = new Slots();
  private final Device first = new Device(false);
  private final Deque<Draw> draws;
  private final List<String> calls = new ArrayList<>();
  private @Nullable Step step;
  private @Nullable Prediction prediction;
  private @Nullable String disagreement;

  Try(List<Draw> draws) {
    this.draws = new ArrayDeque<>(draws);
    Adapter adapter = new Adapter();
    adapter.consumed = true;
    slots.slot(Kind.ADAPTER, 0).put(adapter);
    slots.slot(Kind.DEVICE, 0).put(first);
  }

  /** How many calls were made. */
  int count() {
    return calls.size();
  }

  /** What was not as predicted, after all calls that led there; null if nothing was. */
  @Nullable String disagreement() {
    return disagreement;
  }

  /** The calls so far, the last of which may be under way. */
  List<String> calls() {
    return calls;
  }

  @Override
  public @Nullable Step next(@Nullable Outcome last) {
    if (last != null && !check(last)) {
      return null;
    }
    int fillings = 0;
    while (!draws.isEmpty() || first.hasScope()) {
      Draw draw = draws.isEmpty() ? Draw.of(Call.GPU_DEVICE_POP_ERROR_SCOPE) : draws.pop();
      Arguments arguments = new Arguments(slots, draw.choices());
      try {
        return begin(draw, RULES.of(draw.call()).predict(arguments), arguments.numbers());
      } catch (Arguments.Missing missing) {
        if (fillings++ < MOST_FILLINGS) {
          draws.push(draw);
          missing.filling().reversed().forEach(draws::push);
        }
      }
    }
    return null;
  }

  private Step begin(Draw draw, Prediction predicted, long[] numbers) {
    Device device = predicted.device();
    boolean observed = draw.observed() || predicted.certainFault() == null;
    Integer slot =
        observed && predicted.observable() && device != null ? slots.slotOf(device) : null;
    Step begun = new Step(draw.call(), slot, numbers);
    step = begun;
    prediction = predicted;
    calls.add(
        "%s %s%s"
            .formatted(
                draw.call().wit(), Arrays.toString(numbers), slot == null ? "" : " observed"));
    return begun;
  }

  private boolean check(Outcome outcome) {
    Prediction predicted = prediction;
    Step done = step;
    if (predicted == null || done == null) {
      throw new IllegalStateException("an outcome of no step");
    }
    boolean observed = done.observed() != null;
    String what =
        "%s, %s, returned %s %s"
            .formatted(
                outcome.ending(),
                outcome.caught(),
                Arrays.toString(outcome.numbers()),
                outcome.message());
    calls.set(calls.size() - 1, calls.getLast() + ": " + what);
    if (!predicted.allows(outcome, observed)) {
      disagreement =
          "The last of these calls is not as the specification says, which is "
              + predicted
              + ":\n"
              + String.join("\n", calls);
      return false;
    }
    predicted.take(outcome, observed);
    Device device = predicted.device();
    if (!observed && device != null && predicted.observable()) {
      device.dispatch(predicted.certainFault());
    }
    return true;
  }
}
