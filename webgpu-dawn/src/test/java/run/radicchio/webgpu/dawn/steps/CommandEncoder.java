package run.radicchio.webgpu.dawn.steps;

/** A command encoder. */
final class CommandEncoder {
  final Encoding encoding;

  CommandEncoder(Device device) {
    this.encoding = new Encoding(device);
  }
}
