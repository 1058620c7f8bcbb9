package run.radicchio.component.text;

/** Text that is not the WAVE that was expected. */
public final class WaveException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final int line;
  private final int column;

  /**
   * With what was expected and what is there.
   *
   * @param message without the place, which is put before it
   * @param line counted from 1
   * @param column in characters (code points), counted from 1
   */
  public WaveException(String message, int line, int column) {
    super((line == 1 ? "" : "line " + line + ", ") + "column " + column + ": " + message);
    this.line = line;
    this.column = column;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** The column in characters (code points), counted from 1. */
  public int column() {
    return column;
  }
}
