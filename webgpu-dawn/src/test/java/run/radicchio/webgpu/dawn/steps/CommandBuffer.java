package run.radicchio.webgpu.dawn.steps;

/** What an encoder gave when it was finished, for one submission. */
final class CommandBuffer {
  final Standing standing;
  final Uses uses;

  CommandBuffer(Device device, Uses uses) {
    this.standing = new Standing(device);
    this.uses = uses;
  }
}
