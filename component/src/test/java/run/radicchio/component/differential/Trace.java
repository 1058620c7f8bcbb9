package run.radicchio.component.differential;

/** What was seen, a line each, until a trap ends everything. */
final class Trace {
  private final StringBuilder lines = new StringBuilder();
  private boolean ended;

  void line(String words) {
    if (!ended) {
      lines.append(words).append('\n');
    }
  }

  /** Nothing is seen any more. */
  void end() {
    ended = true;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
