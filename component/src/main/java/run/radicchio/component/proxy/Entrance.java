package run.radicchio.component.proxy;

import run.radicchio.component.runtime.Commission;
import run.radicchio.component.runtime.Errand;

/** The way of the host into a store. Safe for use by several threads. */
public interface Entrance {
  /**
   * Begins a call in the store, and runs what goes on there until the call is over.
   *
   * @throws run.radicchio.component.Trap if a guest traps, or the call can never be over
   */
  void call(Errand errand);

  /**
   * Begins a call that nobody waits for: at once if nobody is in the store, else soon. It is told
   * how it ends.
   */
  void begin(Commission call);

  /**
   * Runs something of the host's in the store, which may take as long as it does.
   *
   * @throws run.radicchio.component.Trap if a guest traps
   */
  void make(Runnable action);

  /** Says of a failure in the store where the guest was. */
  RuntimeException explained(RuntimeException failure);

  /** Lets something happen in the store, soon. */
  void post(Runnable event);
}
