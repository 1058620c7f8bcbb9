package run.radicchio.webgpu.dawn.steps;

/** A command encoder. */
final class CommandEncoder {
  final Encoding encoding;

  /**
   * Whether a pass was begun while another was open: which of them then ends the encoder's lock is
   * not to be seen but by errors of {@code end}.
   */
  boolean entangled;

  CommandEncoder(Device device) {
    this.encoding = new Encoding(device);
  }
}
