package run.radicchio.component;

import java.util.List;

/** Says of traps where the guest was. */
final class GuestFailures {
  private GuestFailures() {}

  /** Runs an action; a trap in it says which of the guest's functions were running. */
  static void explained(Runnable action) {
    try {
      action.run();
    } catch (Trap trap) {
      throw explained(trap);
    }
  }

  private static Trap explained(Trap trap) {
    if (!trap.guestFrames().isEmpty()) {
      return trap;
    }
    List<String> frames = Component.ENGINE.guestFrames(trap);
    return frames.isEmpty() ? trap : new Trap(trap.kind(), message(trap), trap, frames);
  }

  private static String message(Trap trap) {
    String message = trap.getMessage();
    return message == null ? trap.kind().words() : message;
  }
}
