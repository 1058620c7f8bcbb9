package run.radicchio.webgpu.dawn.resource;

/** What all encoders are. */
interface Encoder extends DawnObject {
  Recording recording();

  /**
   * Whether a command is to be given to Dawn; reports an error if it must not be.
   *
   * @throws IllegalStateException if the encoder is closed
   */
  default boolean accepts() {
    handle().checkOpen();
    return recording().accepts();
  }
}
