package run.radicchio.component.runtime;

/**
 * A resource of a guest, in the hands of the host or on its way to another guest. Closing it
 * destroys one that is owned; a borrowed one is valid during the call that lends it.
 */
public final class LiftedResource implements AutoCloseable {
  private final RuntimeResource type;
  private final Object representation;
  private final boolean own;
  private boolean gone;

  /** What a handle stood for. */
  public LiftedResource(RuntimeResource type, Object representation, boolean own) {
    this.type = type;
    this.representation = representation;
    this.own = own;
  }

  /**
   * Gives it to a guest.
   *
   * @param expected the resource type that the guest expects
   * @param away whether ownership goes with it
   * @throws IllegalArgumentException if it is of another type, is not owned, or was given away
   */
  public Object representation(RuntimeResource expected, boolean away) {
    if (type != expected) {
      throw new IllegalArgumentException("a %s must be given, not a %s".formatted(expected, type));
    }
    if (gone || (away && !own)) {
      throw new IllegalArgumentException(
          "the %s %s".formatted(type, gone ? "was given away or closed" : "is only borrowed"));
    }
    gone = away;
    return representation;
  }

  @Override
  public void close() {
    if (own && !gone) {
      gone = true;
      type.destroy(representation, null);
    }
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
