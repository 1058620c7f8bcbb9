package run.radicchio.webgpu.dawn.steps;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How often each call was made, and how often it was wrong. */
final class Tally {
  private final Map<Call, Integer> right = new EnumMap<>(Call.class);
  private final Map<Call, Integer> wrong = new EnumMap<>(Call.class);
  private int tries;

  void add(Try steps) {
    tries++;
    steps
        .calls()
        .forEach(made -> (made.wrong() ? wrong : right).merge(made.call(), 1, Integer::sum));
  }

  int tries() {
    return tries;
  }

  private static int sum(Map<Call, Integer> calls) {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Set<Call> neverRight() {
    Set<Call> never = EnumSet.allOf(Call.class);
    never.removeAll(right.keySet());
    return never;
  }

  @Override
  public String toString() {
    return "%d calls in %d tries, %d right and %d wrong; never right: %s"
        .formatted(sum(right) + sum(wrong), tries, sum(right), sum(wrong), neverRight());
  }
}
