package run.radicchio.component.runtime;

import run.radicchio.component.Trap;

/**
 * Drives a store while nobody else does. What it has to tell is told before it would go on: others
 * drive then.
 */
final class Pump {
  private final Store store;
  private final Turnstile turnstile;
  private final Commissions commissions;

  Pump(Store store, Turnstile turnstile, Commissions commissions) {
    this.store = store;
    this.turnstile = turnstile;
    this.commissions = commissions;
  }

  /**
   * Drives.
   *
   * @param drivers are told when it begins
   */
  void run(Drivers drivers) {
    turnstile.enter();
    drivers.pumpBegins();
    commissions.setPumping(true);
    store.failing(
        () -> {
          while (!store.hasEnded() && !commissions.hasKept() && store.runReadyInTime()) {
            store.letOthersIn();
          }
          if (!store.anyReady() && store.isInVain()) {
            throw new Trap(Trap.Kind.DEADLOCK);
          }
        });
    commissions.setPumping(false);
    Runnable kept = commissions.takeKept();
    store.leaveToDrivers();
    kept.run();
  }
}
