package run.radicchio.component.runtime;

/**
 * Something that happened to a waitable (CanonicalABI, {@code EventTuple}).
 *
 * @param index the waitable's
 * @param payload its meaning depends on the code
 */
public record Event(Code code, int index, int payload) {

  /** Nothing happened. */
  public static final Event NONE = new Event(Code.NONE, 0, 0);

  /** The task was asked to end. */
  public static final Event TASK_CANCELLED = new Event(Code.TASK_CANCELLED, 0, 0);

  /** What happened. */
  public enum Code {
    NONE(0),
    SUBTASK(1),
    STREAM_READ(2),
    STREAM_WRITE(3),
    FUTURE_READ(4),
    FUTURE_WRITE(5),
    TASK_CANCELLED(6);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    /** The code in the ABI. */
    public int number() {
      return number;
    }
  }
}
