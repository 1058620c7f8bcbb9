package run.radicchio.webgpu.dawn.steps;

/**
 * The state of an encoder: whether it takes commands, whether those so far were valid, and what
 * they use (specification, "Command Encoding").
 */
final class Encoding {
  private final Standing standing;
  private final Uses uses = new Uses();
  private State state = State.OPEN;
  private int debugGroups;

  /** Whether it takes commands. */
  enum State {
    OPEN,
    LOCKED,
    ENDED
  }

  Encoding(Device device) {
    this.standing = new Standing(device);
  }

  Device device() {
    return standing.device();
  }

  Standing standing() {
    return standing;
  }

  Uses uses() {
    return uses;
  }

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
  }

  /** Whether nothing that is right can come of it any more. */
  boolean isSpent() {
    return state == State.ENDED || standing.isInvalid();
  }

  /** Whether there is a debug group to pop. */
  boolean hasDebugGroup() {
    return debugGroups > 0;
  }

  /** Something was encoded that makes it invalid, or may. */
  void judge(Validity validity) {
    standing.is(standing.validity().and(validity));
  }

  /** A command, which has an effect where it is valid. */
  Prediction command(Validity validity, Runnable effect) {
    Prediction prediction = Prediction.of(device());
    return switch (state) {
      case ENDED -> prediction.requires(false);
      case LOCKED -> prediction.spoils().then(() -> judge(Validity.INVALID));
      case OPEN ->
          (validity == Validity.INVALID ? prediction.spoils() : prediction)
              .then(
                  () -> {
                    judge(validity);
                    effect.run();
                  });
    };
  }

  Prediction command(boolean valid, Runnable effect) {
    return command(Validity.of(valid), effect);
  }

  Prediction pushDebugGroup() {
    return command(true, () -> debugGroups++);
  }

  Prediction popDebugGroup() {
    return command(debugGroups > 0, () -> debugGroups--);
  }

  /** Whether what was encoded is valid as a whole. */
  Validity complete() {
    return standing.validity().and(debugGroups == 0);
  }
}
