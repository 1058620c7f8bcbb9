package run.radicchio.webgpu.dawn.steps;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A render pass. */
final class RenderPass {
  final CommandEncoder encoder;
  final Encoding encoding;
  final Drawing drawing;
  final Texture.Shape extent;
  private final @Nullable QuerySet occlusion;
  private final Set<Long> written = new HashSet<>();
  private boolean querying;

  RenderPass(
      CommandEncoder encoder, Drawing drawing, Texture.Shape extent, @Nullable QuerySet occlusion) {
    this.encoder = encoder;
    this.encoding = new Encoding(encoder.encoding.device());
    this.drawing = drawing;
    this.extent = extent;
    this.occlusion = occlusion;
  }

  Prediction beginQuery(long index) {
    QuerySet set = occlusion;
    boolean valid = set != null && index < set.count && !written.contains(index) && !querying;
    return encoding.command(
        valid,
        () -> {
          if (valid && set != null) {
            written.add(index);
            querying = true;
            encoding.uses().add(set);
          }
        });
  }

  boolean isQuerying() {
    return querying;
  }

  Prediction endQuery() {
    return encoding.command(querying, () -> querying = false);
  }

  /** Whether it may be ended. */
  Validity complete() {
    return encoding.complete().and(drawing.scope.validity()).and(!querying);
  }

  boolean isOpenIn(CommandEncoder parent) {
    return encoder == parent && encoding.state() == Encoding.State.OPEN;
  }
}
