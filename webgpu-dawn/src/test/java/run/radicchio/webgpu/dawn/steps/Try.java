package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Stepping.Caught;
import run.radicchio.webgpu.dawn.steps.Stepping.Outcome;
import run.radicchio.webgpu.dawn.steps.Stepping.Step;

/** Some steps, one after the other, from empty slots to the first that is not as predicted. */
final class Try implements Stepping {
  /** Steps that others need need few of others themselves. */
  private static final int DEEPEST = 10;

  private static final Rules RULES = new Rules();

  private final Slots slots = new Slots();
  private final Device first = new Device(false);
  private final Deque<Waiting> draws = new ArrayDeque<>();
  private final List<Made> calls = new ArrayList<>();
  private @Nullable Step step;
  private @Nullable Prediction prediction;
  private @Nullable String disagreement;

  /**
   * A draw whose turn comes.
   *
   * @param depth how many others wait for it, and for those it waits for
   * @param tried what was done to fill slots for it, and to make it right
   */
  private record Waiting(Draw draw, int depth, Set<List<Draw>> tried) {
    Waiting(Draw draw, int depth) {
      this(draw, depth, new HashSet<>());
    }
  }

  /**
   * A call that was made.
   *
   * @param wrong whether it was refused, or spoilt what is encoded
   * @param words what it was and what it came to, for people to read
   */
  record Made(Call call, boolean wrong, String words) {}

  Try(List<Draw> draws) {
    draws.forEach(draw -> this.draws.add(new Waiting(draw, 0)));
    Adapter adapter = new Adapter();
    adapter.consumed = true;
    slots.slot(Kind.ADAPTER, 0).put(adapter);
    slots.slot(Kind.DEVICE, 0).put(first);
  }

  /** What was not as predicted, after all calls that led there; null if nothing was. */
  @Nullable String disagreement() {
    return disagreement;
  }

  /** The calls so far, the last of which may be under way. */
  List<Made> calls() {
    return calls;
  }

  @Override
  public @Nullable Step next(@Nullable Outcome last) {
    if (last != null && !check(last)) {
      return null;
    }
    while (prepare()) {
      Waiting next = draws.pop();
      Draw draw = next.draw;
      Arguments arguments = new Arguments(slots, draw.choices(), next.tried);
      try {
        return begin(draw, RULES.of(draw.call()).predict(arguments), arguments);
      } catch (Arguments.Missing missing) {
        // What could not be filled stays empty, and the draw is left out.
        if (next.tried.add(missing.filling()) && next.depth < DEEPEST) {
          draws.push(next);
          for (Draw first : missing.filling().reversed()) {
            draws.push(new Waiting(first, next.depth + 1));
          }
        }
      }
    }
    return null;
  }

  /** Whether there is a step to do: at the end, what undoes changes of the first device. */
  private boolean prepare() {
    if (draws.isEmpty() && first.hasScope()) {
      push(Draw.of(Call.GPU_DEVICE_POP_ERROR_SCOPE));
    }
    if (draws.isEmpty() && slots.label(first) != 0) {
      push(Draw.of(Call.GPU_DEVICE_SET_LABEL));
    }
    if (draws.isEmpty() && slots.label(first.queue) != 0) {
      push(Draw.of(Call.GPU_QUEUE_SET_LABEL));
      push(Draw.of(Call.GPU_DEVICE_QUEUE));
    }
    return !draws.isEmpty();
  }

  private void push(Draw draw) {
    draws.push(new Waiting(draw, 0));
  }

  private Step begin(Draw draw, Prediction predicted, Arguments arguments) {
    Device device = predicted.device();
    boolean inScopes = draw.observed() || predicted.certainFault() == null;
    Integer slot =
        inScopes && predicted.observable() && device != null ? slots.slotOf(device) : null;
    Step begun = new Step(draw.call(), slot, arguments.numbers());
    step = begun;
    prediction = predicted;
    String observed = slot == null ? "" : " in scopes";
    String words =
        "%s(%s)%s".formatted(draw.call().wit(), String.join(", ", arguments.words()), observed);
    calls.add(new Made(draw.call(), predicted.wrong(), words));
    return begun;
  }

  private static String words(Outcome outcome) {
    String error = outcome.caught() == Caught.NOTHING ? "" : ", " + outcome.caught();
    String returned = outcome.numbers().length == 0 ? "" : " " + Arrays.toString(outcome.numbers());
    String message = outcome.message().isEmpty() ? "" : ": " + outcome.message();
    return outcome.ending() + returned + error + message;
  }

  private boolean check(Outcome outcome) {
    Prediction predicted = prediction;
    Step done = step;
    if (predicted == null || done == null) {
      throw new IllegalStateException("an outcome of no step");
    }
    boolean observed = done.observed() != null;
    Made made = calls.removeLast();
    boolean wrong = made.wrong() || outcome.failed();
    calls.add(new Made(made.call(), wrong, made.words() + ": " + words(outcome)));
    if (!predicted.allows(outcome, observed)) {
      disagreement =
          "The last of these calls is not as the specification says, which is "
              + predicted
              + ":\n"
              + this;
      return false;
    }
    predicted.take(outcome, observed);
    Device device = predicted.device();
    if (!observed && device != null && predicted.observable()) {
      device.dispatch(predicted.certainFault());
    }
    return true;
  }

  /** The calls, one a line. */
  @Override
  public String toString() {
    return calls.stream().map(Made::words).collect(Collectors.joining("\n"));
  }
}
