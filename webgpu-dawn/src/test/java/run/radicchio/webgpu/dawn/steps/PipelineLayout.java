package run.radicchio.webgpu.dawn.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline layout.
 *
 * @param groups null where there is no group, or one without entries
 * @param pipeline the pipeline whose default layout it is, if it is that
 */
record PipelineLayout(
    Standing standing, List<@Nullable BindGroupLayout> groups, @Nullable Object pipeline) {
  @Nullable BindGroupLayout group(int index) {
    return index < groups.size() ? groups.get(index) : null;
  }
}
