package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A resource of a guest, in the hands of the host or on its way to another guest. Closing it
 * destroys one that is owned; a borrowed one is valid during the call that lends it.
 *
 * <p>All but {@link #close} is called within the store.
 */
public final class LiftedResource implements AutoCloseable {
  private final RuntimeResource type;
  private final Object representation;
  private final boolean own;
  private int lends;
  private boolean gone;

  /** What a handle stood for. */
  public LiftedResource(RuntimeResource type, Object representation, boolean own) {
    this.type = type;
    this.representation = representation;
    this.own = own;
  }

  /**
   * Gives it to a guest, which owns it from now on.
   *
   * @param expected the resource type that the guest expects
   * @throws IllegalArgumentException if it is of another type, is not owned, was given away or is
   *     lent
   */
  public Object give(RuntimeResource expected) {
    check(expected);
    if (lends > 0) {
      throw new IllegalArgumentException(lent());
    }
    if (!own) {
      throw new IllegalArgumentException("the %s is only borrowed".formatted(type));
    }
    gone = true;
    return representation;
  }

  /**
   * Lends it to a guest.
   *
   * @param expected the resource type that the guest expects
   * @param borrower the task that has it until it returns; null where that is for its caller to see
   *     to
   * @throws IllegalArgumentException if it is of another type, or was given away
   */
  public Object lend(RuntimeResource expected, @Nullable Task borrower) {
    check(expected);
    if (borrower != null) {
      lends++;
      borrower.borrowed(this);
    }
    return representation;
  }

  void giveBack() {
    lends--;
  }

  private void check(RuntimeResource expected) {
    if (type != expected) {
      throw new IllegalArgumentException("a %s must be given, not a %s".formatted(expected, type));
    }
    if (gone) {
      throw new IllegalArgumentException("the %s was given away or closed".formatted(type));
    }
  }

  /**
   * Destroys it, if it is owned. It is not destroyed twice, nor after its store has ended.
   *
   * @throws IllegalStateException if it is lent to a call that has not returned yet
   */
  @Override
  public void close() {
    ComponentInstance owner = type.owner();
    if (owner == null || !own) {
      return;
    }
    boolean[] dropped = {true};
    owner.store().runUnlessEnded(() -> dropped[0] = drop());
    if (!dropped[0]) {
      throw new IllegalStateException(lent() + "; close it after that");
    }
  }

  private boolean drop() {
    if (lends > 0) {
      return false;
    }
    if (!gone) {
      gone = true;
      type.destroy(representation, null);
    }
    return true;
  }

  private String lent() {
    return "the %s is lent to a call that has not returned yet".formatted(type);
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
