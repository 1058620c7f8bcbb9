package run.radicchio.component.differential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run of a definition's script as guest code. */
final class Frame {
  /** The steps that call no built-in. */
  static final Set<String> OWN_STEPS =
      Set.of("exit", "yield", "wait", "return", "let", "load", "store", "store-words");

  private static final int YIELD = 1;
  private static final int WAIT = 2;

  private final Guest guest;
  private final String tag;
  private final List<List<Step>> turns;
  private final Map<String, Long> locals = new HashMap<>();
  private int turn;

  /**
   * Of a definition.
   *
   * @param tag its name and how often it has been run
   */
  Frame(Guest guest, String tag, List<List<Step>> turns) {
    this.guest = guest;
    this.tag = tag;
    this.turns = turns;
  }

  /** Runs the first turn; the arguments are {@code $a0} and so on. Returns what the script does. */
  long enter(long[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      locals.put("a" + i, arguments[i]);
    }
    guest.say(withNumbers(tag + " enters", arguments));
    return runTurn();
  }

  /** Runs the next turn as the callback. */
  int callBack(int event, int first, int second) {
    locals.put("event", Integer.toUnsignedLong(event));
    locals.put("p1", Integer.toUnsignedLong(first));
    locals.put("p2", Integer.toUnsignedLong(second));
    guest.say(
        withNumbers(tag + " called-back", locals.get("event"), locals.get("p1"), locals.get("p2")));
    return (int) runTurn();
  }

  /** Runs the next turn as the post-return function. */
  void postReturn(long[] results) {
    guest.say(withNumbers(tag + " post-return", results));
    runTurn();
  }

  private long runTurn() {
    if (turn < turns.size()) {
      for (Step step : turns.get(turn++)) {
        long[] operands = step.operands().stream().mapToLong(this::value).toArray();
        String said = withNumbers(tag + " " + step.builtIn(), operands);
        switch (step.operation()) {
          case "exit" -> {
            return end(said, 0);
          }
          case "yield" -> {
            return end(said, YIELD);
          }
          case "wait" -> {
            return end(said, WAIT | operands[0] << 4);
          }
          case "return" -> {
            return end(said, operands[0]);
          }
          default -> run(step, operands, said);
        }
      }
    }
    return end(tag + " ends", 0);
  }

  private long end(String said, long result) {
    guest.say(said);
    return result;
  }

  private long value(String operand) {
    if (!operand.startsWith("$")) {
      return Long.parseLong(operand);
    }
    String name = operand.substring(1);
    Long local = locals.get(name);
    return local != null ? local : guest.variable(name);
  }

  private void run(Step step, long[] operands, String said) {
    switch (step.operation()) {
      case "let" -> guest.assign(step.targets().getFirst(), operands[0]);
      case "load" -> {
        long loaded = Integer.toUnsignedLong(guest.memory().load(operands[0]));
        guest.assign(step.targets().getFirst(), loaded);
        guest.say(said + " -> " + Long.toHexString(loaded));
      }
      case "store" -> store(operands, 1, said);
      case "store-words" -> store(operands, Integer.BYTES, said);
      default -> call(step, operands, said);
    }
  }

  /** Stores little-endian numbers of a size, from the address that the first operand is. */
  private void store(long[] operands, int size, String said) {
    for (int i = 0; i < (operands.length - 1) * size; i++) {
      long number = operands[1 + i / size];
      guest.memory().store(operands[0] + i, (byte) (number >>> (Byte.SIZE * (i % size))));
    }
    guest.say(said);
  }

  private void call(Step step, long[] operands, String said) {
    BuiltIns.BuiltIn builtIn = guest.builtIns().get(step);
    long result = builtIn.call().call(operands);
    guest.say(builtIn.hasResult() ? said + " -> " + Long.toHexString(result) : said);
    assign(step, result);
  }

  private void assign(Step step, long result) {
    List<String> targets = step.targets();
    if (targets.size() == 2) {
      guest.assign(targets.getFirst(), result & 0xFFFF_FFFFL);
      guest.assign(targets.getLast(), result >>> 32);
    } else if (targets.size() == 1) {
      guest.assign(targets.getFirst(), step.operation().equals("start") ? result >>> 4 : result);
    }
  }

  private static String withNumbers(String words, long... numbers) {
    StringBuilder said = new StringBuilder(words);
    for (long number : numbers) {
      said.append(' ').append(Long.toUnsignedString(number));
    }
    return said.toString();
  }
}
