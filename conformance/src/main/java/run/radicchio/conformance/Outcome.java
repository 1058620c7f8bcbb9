package run.radicchio.conformance;

/** How a command of a script ended. */
sealed interface Outcome {
  /** As the script says. */
  record Passed() implements Outcome {}

  /** As the script says, but for the words in which something was refused. */
  record OtherWords(String expected, String actual) implements Outcome {}

  /** Otherwise. */
  record Failed(String reason) implements Outcome {}

  /** As the script says. */
  Outcome PASSED = new Passed();

  /** Whether the words of a message are those that are expected: one says the other. */
  static boolean sameWords(String expected, String actual) {
    String bare = expected.replaceFirst("^wasm trap: ", "");
    return actual.contains(bare) || bare.contains(actual);
  }
}
