package run.radicchio.component.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a script: {@code x y = operation immediates operands}.
 *
 * @param targets the variables that take the result; none to forget it
 * @param immediates words: types, names of functions, {@code async}
 * @param operands numbers and {@code $}variables
 */
record Step(
    List<String> targets, String operation, List<String> immediates, List<String> operands) {

  static Step of(String line) {
    List<String> words = List.of(line.strip().split("\\s+"));
    int equals = words.indexOf("=");
    List<String> rest = words.subList(equals + 2, words.size());
    List<String> immediates = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    rest.forEach(word -> (isOperand(word) ? operands : immediates).add(word));
    return new Step(
        words.subList(0, Math.max(equals, 0)), words.get(equals + 1), immediates, operands);
  }

  private static boolean isOperand(String word) {
    return word.startsWith("$") || Character.isDigit(word.charAt(0));
  }

  boolean has(String immediate) {
    return immediates.contains(immediate);
  }

  /** The operation with its immediates: what a built-in is made of. */
  String builtIn() {
    return String.join(" ", operation, String.join(" ", immediates)).strip();
  }
}
