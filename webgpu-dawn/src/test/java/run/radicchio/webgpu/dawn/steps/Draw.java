package run.radicchio.webgpu.dawn.steps;

import java.util.List;

/**
 * What was drawn at random for a step: a call, and numbers that choose its slots and arguments one
 * after the other. 0 is the simplest choice, which shrinking leads to, and stands for those that
 * are not there.
 *
 * @param observed whether scopes are to catch the error of just this call, where they can
 */
record Draw(Call call, boolean observed, List<Integer> choices) {
  static Draw of(Call call, Integer... choices) {
    return new Draw(call, true, List.of(choices));
  }

  static Draw unobserved(Call call, Integer... choices) {
    return new Draw(call, false, List.of(choices));
  }

  /** As it is written in a test. */
  @Override
  public String toString() {
    int needed = choices.size();
    while (needed > 0 && choices.get(needed - 1) == 0) {
      needed--;
    }
    StringBuilder text = new StringBuilder(observed ? "Draw.of(Call." : "Draw.unobserved(Call.");
    text.append(call);
    choices.subList(0, needed).forEach(choice -> text.append(", ").append(choice));
    return text.append(")").toString();
  }
}
