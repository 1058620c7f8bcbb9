package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.Nullable;

/** A compute pass. */
final class ComputePass {
  final CommandEncoder encoder;
  final Encoding encoding;
  final Groups groups = new Groups();
  @Nullable ComputePipeline pipeline;

  ComputePass(CommandEncoder encoder) {
    this.encoder = encoder;
    this.encoding = new Encoding(encoder.encoding.device());
  }

  boolean isOpenIn(CommandEncoder parent) {
    return encoder == parent && encoding.state() == Encoding.State.OPEN;
  }
}
