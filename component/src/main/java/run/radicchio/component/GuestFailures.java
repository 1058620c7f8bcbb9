package run.radicchio.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of traps where the guest was, and how to have them again. */
final class GuestFailures {
  private GuestFailures() {}

  /**
   * A trap that says which of the guest's functions were running.
   *
   * @param seed of the store, if it has one
   */
  static Trap explained(Trap trap, @Nullable Long seed) {
    List<String> frames =
        trap.guestFrames().isEmpty() ? Component.ENGINE.guestFrames(trap) : trap.guestFrames();
    return frames.equals(trap.guestFrames()) && seed == null
        ? trap
        : new Trap(trap.kind(), message(trap, seed), trap, frames);
  }

  private static String message(Trap trap, @Nullable Long seed) {
    String message = trap.getMessage();
    String words = message == null ? trap.kind().words() : message;
    return seed == null ? words : "%s (in a store of seed %d)".formatted(words, seed);
  }
}
