package run.radicchio.webgpu;

/**
 * Which kind of error {@link GpuDevice#createComputePipelineAsync} or {@link
 * GpuDevice#createRenderPipelineAsync} met.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpupipelineerror">GPUPipelineError</a>
 */
public sealed interface CreatePipelineErrorKind {
  /**
   * The pipeline was not made.
   *
   * @param reason whether the descriptor was wrong or the host failed
   */
  record GpuPipelineError(GpuPipelineErrorReason reason) implements CreatePipelineErrorKind {}
}
