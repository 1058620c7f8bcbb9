package run.radicchio.component.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What guests and the host do.
 *
 * @param title says what it is about
 * @param definitions what the guests consist of
 * @param host what the host does, each step once nothing is left to run
 */
record Scenario(String title, List<Definition> definitions, List<Step> host) {
  private static final String TITLE = "== ";
  private static final Pattern FUNCTION =
      Pattern.compile("func (\\w+)\\.(\\S+) (\\w+) \\((.*)\\)(?: -> (\\S+))?");
  private static final Pattern OTHER = Pattern.compile("(thread|resource) (\\w+)\\.(\\S+)");

  /** A part of a guest. */
  sealed interface Definition {
    /** The guest's name. */
    String guest();

    /** Its own name. */
    String name();

    /** The steps of each of its turns. */
    List<List<Step>> turns();
  }

  /**
   * A function that it exports.
   *
   * @param parameters the text of their types, between commas
   * @param result the text of its type, or empty
   * @param turns of the core function; then of the callback, one for each time that it is called,
   *     or of the post-return function
   */
  record Function(
      String guest,
      String name,
      Kind kind,
      String parameters,
      String result,
      List<List<Step>> turns)
      implements Definition {}

  /** A core function for {@code thread.new-indirect}. */
  record ThreadStart(String guest, String name, List<List<Step>> turns) implements Definition {}

  /** A resource type that it defines, and what its destructor does. */
  record Resource(String guest, String name, List<List<Step>> turns) implements Definition {}

  /** How a function is lifted. */
  enum Kind {
    SYNC(false, false),
    BLOCKING(true, false),
    CALLBACK(true, true),
    STACKFUL(true, true);

    private final boolean asyncType;
    private final boolean asyncOption;

    Kind(boolean asyncType, boolean asyncOption) {
      this.asyncType = asyncType;
      this.asyncOption = asyncOption;
    }

    boolean asyncType() {
      return asyncType;
    }

    boolean asyncOption() {
      return asyncOption;
    }
  }

  /** All scenarios of a file. */
  static List<Scenario> all(String text) {
    List<Scenario> scenarios = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(TITLE) && !lines.isEmpty()) {
        scenarios.add(of(lines));
        lines.clear();
      }
      String words = line.replaceFirst("#.*", "").stripTrailing();
      if (!words.isEmpty()) {
        lines.add(line.startsWith(TITLE) ? line : words);
      }
    }
    if (!lines.isEmpty()) {
      scenarios.add(of(lines));
    }
    return scenarios;
  }

  private static Scenario of(List<String> lines) {
    if (!lines.getFirst().startsWith(TITLE)) {
      throw new IllegalArgumentException("a scenario begins with `== title`: " + lines.getFirst());
    }
    List<Definition> definitions = new ArrayList<>();
    List<Step> host = new ArrayList<>();
    List<List<Step>> turns = List.of();
    List<Step> steps = host;
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(" ")) {
        steps.add(Step.of(line));
      } else if (line.equals("host")) {
        steps = host;
      } else {
        steps = new ArrayList<>();
        if (!line.equals("turn")) {
          turns = new ArrayList<>();
          definitions.add(definition(line, turns));
        }
        turns.add(steps);
      }
    }
    return new Scenario(lines.getFirst().substring(TITLE.length()), definitions, host);
  }

  private static Definition definition(String line, List<List<Step>> turns) {
    Matcher function = FUNCTION.matcher(line);
    if (function.matches()) {
      return new Function(
          function.group(1),
          function.group(2),
          Kind.valueOf(function.group(3).toUpperCase(java.util.Locale.ROOT)),
          function.group(4),
          function.group(5) == null ? "" : function.group(5),
          turns);
    }
    Matcher other = OTHER.matcher(line);
    if (!other.matches()) {
      throw new IllegalArgumentException("neither a definition nor an indented step: " + line);
    }
    return other.group(1).equals("thread")
        ? new ThreadStart(other.group(2), other.group(3), turns)
        : new Resource(other.group(2), other.group(3), turns);
  }
}
