package run.radicchio.webgpu.dawn.resource;

/**
 * What all encoders are. Dawn's encoders are for one thread at a time: each use is a turn, and the
 * address is taken in it.
 */
interface Encoder extends DawnObject {
  Recording recording();

  /**
   * Takes the turn to use the encoder, which ends when it is closed.
   *
   * @throws IllegalStateException if the encoder is closed
   */
  default Recording turn() {
    handle().checkOpen();
    return recording().turn();
  }

  @Override
  default void setLabel(String label) {
    try (Recording turn = turn()) {
      turn.use(() -> handle().setLabel(label));
    }
  }

  @Override
  default void close() {
    try (Recording turn = recording().turn()) {
      // Nobody else is at it: its address is good for a turn only.
      turn.use(handle()::closeNow);
    }
  }
}
