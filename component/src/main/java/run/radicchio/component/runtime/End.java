package run.radicchio.component.runtime;

import java.util.EnumSet;
import java.util.Set;
import run.radicchio.component.Trap;

/** Why a store is at an end, and what that means for those who had no part in it. */
record End(Throwable reason) {
  /** What ends calls from outside. */
  private static final Set<Trap.Kind> STOPS =
      EnumSet.of(Trap.Kind.CLOSED, Trap.Kind.DEADLINE_PASSED);

  /** For a call that comes too late. */
  Trap forLaterCall() {
    return new Trap(
        Trap.Kind.CANNOT_ENTER,
        "%s: %s".formatted(Trap.Kind.CANNOT_ENTER.words(), reason.getMessage()),
        reason);
  }

  /** For a Java thread that waits for its call: that it was stopped says more. */
  Trap forWaitingCall() {
    return reason instanceof Trap why && STOPS.contains(why.kind())
        ? Interruption.again(why, reason)
        : forLaterCall();
  }
}
