package run.radicchio.component.proxy;

import java.util.function.BooleanSupplier;

/** The way of the host into a store. Safe for use by several threads. */
public interface Entrance {
  /**
   * Runs something in the store, and then what goes on there until a condition holds.
   *
   * @throws run.radicchio.component.Trap if a guest traps, or the condition can never hold
   */
  void run(Runnable action, BooleanSupplier done);

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
