package run.radicchio.component.runtime;

import run.radicchio.component.Trap;

/** What an index of an instance's handle table can stand for. */
public sealed interface Handle permits ResourceHandle, Waitable, WaitableSet, ErrorContext {

  /** What it is, for messages. */
  String describe();

  /** A trap for an index that stands for something else than it is used as. */
  static Trap wrongType(int index, String expected, String found) {
    return new Trap(
        Trap.Kind.WRONG_HANDLE_TYPE,
        "handle index %s used with the wrong type, expected %s but found %s"
            .formatted(Integer.toUnsignedString(index), expected, found));
  }

  /** What handles of a class are, for messages. */
  static String describe(Class<? extends Handle> type) {
    StringBuilder words = new StringBuilder();
    for (char c : type.getSimpleName().toCharArray()) {
      if (Character.isUpperCase(c) && !words.isEmpty()) {
        words.append('-');
      }
      words.append(Character.toLowerCase(c));
    }
    return words.toString();
  }
}
