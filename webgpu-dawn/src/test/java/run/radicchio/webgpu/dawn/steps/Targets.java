package run.radicchio.webgpu.dawn.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is rendered to: the specification's render pass layout. At most one color. */
record Targets(@Nullable Format color, @Nullable Format depthStencil, long samples) {
  /** Of formats of which at most the first is there. */
  static Targets of(List<@Nullable Format> colors, @Nullable Format depthStencil, long samples) {
    return new Targets(colors.isEmpty() ? null : colors.getFirst(), depthStencil, samples);
  }
}
