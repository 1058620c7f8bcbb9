package run.radicchio.component;

import java.util.List;

/** Imports that the host lacks or has with other types: all of them, a line each. */
public final class LinkException extends ComponentException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // always a List.copyOf
  private final List<String> problems;

  /** With one line a problem: the import, what the component expects, what the host has. */
  public LinkException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems), null);
    this.problems = List.copyOf(problems);
  }

  /** One line a problem. */
  public List<String> problems() {
    return problems;
  }
}
