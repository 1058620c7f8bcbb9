package run.radicchio.webgpu.dawn.steps;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is set for drawing in a render pass or a bundle. */
final class Drawing {
  final Targets targets;
  final boolean depthReadOnly;
  final boolean stencilReadOnly;
  final Groups groups = new Groups();
  final UsageScope scope = new UsageScope();
  @Nullable RenderPipeline pipeline;
  private long indexSize = -1;
  private long indexBytes = 2;
  private final long[] vertexSizes = {-1, -1, -1, -1, -1, -1, -1, -1};

  Drawing(Targets targets, boolean depthReadOnly, boolean stencilReadOnly) {
    this.targets = targets;
    this.depthReadOnly = depthReadOnly;
    this.stencilReadOnly = stencilReadOnly;
  }

  void setIndexes(long size, long bytes) {
    indexSize = size;
    indexBytes = bytes;
  }

  /** The size of what is bound to a slot; -1 if nothing is. */
  void setVertexes(int slot, long size) {
    vertexSizes[slot] = size;
  }

  /** What executing a bundle leaves. */
  void clear() {
    pipeline = null;
    groups.clear();
    indexSize = -1;
    Arrays.fill(vertexSizes, -1);
  }

  boolean hasIndexes() {
    return indexSize >= 0;
  }

  /** Whether the vertex buffer is set that the pipeline asks for. */
  boolean hasVertexes() {
    RenderPipeline set = pipeline;
    return set == null || set.stride() == Arguments.NONE || vertexSizes[0] >= 0;
  }

  boolean allowsDraw() {
    RenderPipeline set = pipeline;
    return set != null && groups.fit(set.layout(), set.uses()) && hasVertexes();
  }

  boolean allowsVertexes(long first, long count) {
    RenderPipeline set = pipeline;
    return allowsDraw()
        && set != null
        && (set.stride() == Arguments.NONE
            || first + count == 0
            || (first + count - 1) * set.stride() + 8 <= vertexSizes[0]);
  }

  boolean allowsIndexedDraw() {
    RenderPipeline set = pipeline;
    return allowsDraw()
        && set != null
        && hasIndexes()
        && (!set.strip() || set.stripIndexes() == (indexBytes == 2 ? 0 : 1));
  }

  boolean allowsIndexes(long first, long count) {
    return allowsIndexedDraw() && first + count <= indexSize / indexBytes;
  }
}
