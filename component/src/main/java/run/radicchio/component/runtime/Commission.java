package run.radicchio.component.runtime;

/**
 * A call that the host leaves to a store: no Java thread waits for it, so it is told when it is
 * over. That may run anything, so it happens outside of the store.
 */
public interface Commission extends Errand {
  /**
   * It goes on without whoever began it.
   *
   * @param over what it does as soon as it is over, in the store; traps if its time was before
   */
  void goesOn(Runnable over);

  /** Its outcome is there: {@link #isOver}. Called outside of the store, as the last thing. */
  void tell();

  /** It can never be over, or has come too late. Called outside of the store, as the last thing. */
  void fail(Throwable reason);
}
