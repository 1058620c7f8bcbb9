package run.radicchio.conformance.webgpu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import run.radicchio.conformance.webgpu.Case.End;
import run.radicchio.conformance.webgpu.Case.Input;

/**
 * Reads what a group prints: the Test Anything Protocol, where comments {@code # right input} and
 * {@code # wrong input} say what the cases after them give, and comments after a case that failed
 * say what was expected and what was got.
 */
final class Results {
  private static final Pattern CASE =
      Pattern.compile("(?<not>not )?ok (?<number>\\d+) - (?<name>.*?)( # SKIP (?<why>.*))?");
  private static final Pattern PLAN = Pattern.compile("1\\.\\.(?<count>\\d+)");

  private final List<Case> cases = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private Input input = Input.RIGHT;
  private int planned = -1;

  /** Takes the next line. */
  void add(String line) {
    Matcher read = CASE.matcher(line);
    Matcher plan = PLAN.matcher(line);
    if (line.equals("# right input")) {
      input = Input.RIGHT;
    } else if (line.equals("# wrong input")) {
      input = Input.WRONG;
    } else if (read.matches()) {
      addCase(read);
    } else if (line.startsWith("# ") && !cases.isEmpty() && cases.getLast().end() == End.FAILED) {
      addRemark(line.substring(2));
    } else if (plan.matches() && planned < 0) {
      planned = Integer.parseInt(plan.group("count"));
    } else {
      strays.add(line);
    }
  }

  private void addCase(Matcher read) {
    if (Integer.parseInt(read.group("number")) != cases.size() + 1) {
      strays.add(read.group());
    }
    String why = read.group("why");
    End end = read.group("not") != null ? End.FAILED : why != null ? End.SKIPPED : End.PASSED;
    cases.add(new Case(read.group("name"), input, end, why == null ? List.of() : List.of(why)));
  }

  private void addRemark(String remark) {
    Case failed = cases.removeLast();
    List<String> remarks = new ArrayList<>(failed.remarks());
    remarks.add(remark);
    cases.add(failed.ending(End.FAILED, remarks));
  }

  /** The cases so far. */
  List<Case> cases() {
    return List.copyOf(cases);
  }

  /** What is wrong with the results as a whole: they do not end, or hold what is no result. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    strays.forEach(line -> problems.add("it printed what is not expected there: " + line));
    if (planned < 0) {
      problems.add("it ended after %d cases, not at its end".formatted(cases.size()));
    } else if (planned != cases.size()) {
      problems.add("it has %d cases, of which it ran %d".formatted(planned, cases.size()));
    }
    return problems;
  }
}
