package run.radicchio.webgpu.dawn.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline layout: null where there is no group, or one without entries. */
record PipelineLayout(Standing standing, List<@Nullable BindGroupLayout> groups) {
  @Nullable BindGroupLayout group(int index) {
    return index < groups.size() ? groups.get(index) : null;
  }
}
