package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vertex buffer is read.
 *
 * @param arrayStride how many bytes lie from one element to the next, a multiple of 4
 * @param stepMode whether an element belongs to a vertex or to an instance; null: {@code VERTEX}
 * @param attributes what an element consists of
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpuvertexbufferlayout">GPUVertexBufferLayout</a>
 */
public record GpuVertexBufferLayout(
    @GpuSize64 long arrayStride,
    @Nullable GpuVertexStepMode stepMode,
    List<GpuVertexAttribute> attributes) {
  /** With defaults for all that may be null. */
  public static GpuVertexBufferLayout of(
      @GpuSize64 long arrayStride, List<GpuVertexAttribute> attributes) {
    return new GpuVertexBufferLayout(arrayStride, null, attributes);
  }

  /** {@return a copy with this {@code stepMode}} */
  public GpuVertexBufferLayout withStepMode(GpuVertexStepMode stepMode) {
    return new GpuVertexBufferLayout(arrayStride, stepMode, attributes);
  }
}
