package run.radicchio.component.runtime;

import run.radicchio.component.Trap;

/** One end of a stream or future in a handle table (CanonicalABI, {@code CopyEnd}). */
public final class CopyEnd extends Waitable {
  private final Kind kind;
  private final Transfer transfer;
  private State state = State.IDLE;

  /** Which end of what. */
  public enum Kind {
    READABLE_STREAM(Event.Code.STREAM_READ, "readable end of a stream"),
    WRITABLE_STREAM(Event.Code.STREAM_WRITE, "writable end of a stream"),
    READABLE_FUTURE(Event.Code.FUTURE_READ, "readable end of a future"),
    WRITABLE_FUTURE(Event.Code.FUTURE_WRITE, "writable end of a future");

    private final Event.Code event;
    private final String words;

    Kind(Event.Code event, String words) {
      this.event = event;
      this.words = words;
    }

    /** The event that tells of its copies. */
    public Event.Code event() {
      return event;
    }

    /** Whether it is an end of a stream. */
    public boolean isStream() {
      return this == READABLE_STREAM || this == WRITABLE_STREAM;
    }

    /** Whether it is an end to read from. */
    public boolean isReadable() {
      return this == READABLE_STREAM || this == READABLE_FUTURE;
    }

    private String what() {
      return isStream() ? "stream" : "future";
    }
  }

  /** What it is doing. */
  public enum State {
    IDLE,
    COPYING,
    CANCELLING_COPY,
    DONE
  }

  /** An idle end. */
  public CopyEnd(Kind kind, Transfer transfer) {
    this.kind = kind;
    this.transfer = transfer;
  }

  /**
   * Gives an instance a readable end, and returns the index of its handle. One that there is no
   * room for is dropped.
   */
  public static int give(ComponentInstance instance, Kind kind, Transfer.ReadableSide readable) {
    try {
      return instance.handles().add(new CopyEnd(kind, readable));
    } catch (Trap full) {
      readable.drop();
      throw full;
    }
  }

  /** The end at an index, of a kind and an element type; traps where there is none or another. */
  public static CopyEnd get(ComponentInstance instance, int index, Kind kind, ElementType element) {
    return checked(index, instance.handle(index, CopyEnd.class), kind, element);
  }

  /**
   * Drops the end at an index, of a kind and an element type; traps where there is none or another,
   * while it copies, and for a future to which nothing was written. Then it stays.
   */
  public static void drop(ComponentInstance instance, int index, Kind kind, ElementType element) {
    CopyEnd end = get(instance, index, kind, element);
    end.trapIfInUse();
    var _ = instance.removeHandle(index, CopyEnd.class);
    end.transfer.drop();
    end.dropWaitable();
  }

  private static CopyEnd checked(int index, CopyEnd end, Kind kind, ElementType element) {
    if (end.kind != kind) {
      throw Handle.wrongType(index, kind.words, end.describe());
    }
    if (!Transfer.sameElement(end.transfer.element(), element)) {
      throw new Trap(Trap.Kind.STREAM_TYPE_MISMATCH);
    }
    return end;
  }

  /** Takes a readable end out of its instance, to give it to another (CanonicalABI, lifting). */
  public static Transfer.ReadableSide lift(
      ComponentInstance instance, int index, Kind kind, ElementType element) {
    CopyEnd end = get(instance, index, kind, element);
    String what = kind.what();
    switch (end.state) {
      case COPYING, CANCELLING_COPY ->
          throw new Trap(Trap.Kind.STREAM_BUSY, "cannot remove busy " + what);
      case DONE ->
          throw new Trap(
              Trap.Kind.STREAM_DONE,
              kind.isStream()
                  ? "cannot lift stream after being notified that the writable end dropped"
                  : "cannot lift future after previous read succeeded");
      case IDLE -> {}
    }
    if (end.inWaitableSet()) {
      throw new Trap(
          Trap.Kind.WAITABLE_IN_SET, "cannot lift " + what + " while it's in a waitable set");
    }
    return instance.removeHandle(index, CopyEnd.class).readable();
  }

  /** What it is an end of, read from. */
  public Transfer.ReadableSide readable() {
    return (Transfer.ReadableSide) transfer;
  }

  /** What it is an end of, written to. */
  public Transfer.WritableSide writable() {
    return (Transfer.WritableSide) transfer;
  }

  /** Which end of what. */
  public Kind kind() {
    return kind;
  }

  /** What it is doing. */
  public State state() {
    return state;
  }

  /** Says what it is doing now. */
  public void setState(State state) {
    this.state = state;
  }

  /** Ends the copy in progress. */
  public void cancel() {
    transfer.cancel();
  }

  private void trapIfInUse() {
    if (kind == Kind.WRITABLE_FUTURE && state != State.DONE) {
      throw new Trap(Trap.Kind.FUTURE_NOT_WRITTEN);
    }
    if (state == State.COPYING || state == State.CANCELLING_COPY) {
      throw new Trap(
          Trap.Kind.STREAM_BUSY,
          (kind.isReadable() ? "cannot remove busy " : "cannot drop busy ") + kind.what());
    }
  }

  /** Drops what it is an end of, whatever it is doing: its instance is at an end. */
  void release() {
    transfer.drop();
  }

  @Override
  public String describe() {
    return kind.words;
  }
}
