package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * The vertex shader of a pipeline and the buffers that it reads.
 *
 * @param buffers how each vertex buffer is read, by slot; null in the list for a slot that is not
 *     used; null: no buffers
 * @param module the shader
 * @param entryPoint the name of the entry point; null: the only one for vertices
 * @param constants values for its {@code override} declarations; owned, so whoever makes the
 *     pipeline closes it; null: none
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpuvertexstate">GPUVertexState</a>
 */
public record GpuVertexState(
    @Nullable List<@Nullable GpuVertexBufferLayout> buffers,
    @Borrow GpuShaderModule module,
    @Nullable String entryPoint,
    @Nullable RecordGpuPipelineConstantValue constants) {
  /** With defaults for all that may be null. */
  public static GpuVertexState of(@Borrow GpuShaderModule module) {
    return new GpuVertexState(null, module, null, null);
  }

  /** {@return a copy with this {@code buffers}} */
  public GpuVertexState withBuffers(List<@Nullable GpuVertexBufferLayout> buffers) {
    return new GpuVertexState(buffers, module, entryPoint, constants);
  }

  /** {@return a copy with this {@code entryPoint}} */
  public GpuVertexState withEntryPoint(String entryPoint) {
    return new GpuVertexState(buffers, module, entryPoint, constants);
  }

  /** {@return a copy with this {@code constants}} */
  public GpuVertexState withConstants(RecordGpuPipelineConstantValue constants) {
    return new GpuVertexState(buffers, module, entryPoint, constants);
  }
}
