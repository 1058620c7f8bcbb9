package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.WitResource;

/**
 * Records a compute pass: sets pipeline and bind groups, dispatches.
 *
 * <p>A wrong call invalidates the {@link GpuCommandEncoder}, whose {@code finish} reports it; a
 * call after {@link #end} is a validation error. Each dispatch sees what the ones before it wrote.
 * Not safe for use by several threads at the same time.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucomputepassencoder">GPUComputePassEncoder</a>
 */
@WitResource
public interface GpuComputePassEncoder extends GpuObject, GpuDebugCommands, GpuBindingCommands {
  /**
   * Sets the pipeline of the dispatches that follow.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucomputepassencoder-setpipeline">GPUComputePassEncoder.setPipeline</a>
   */
  void setPipeline(@Borrow GpuComputePipeline pipeline);

  /**
   * Runs the pipeline on a grid of workgroups; the size of each is in the shader.
   *
   * <p>Invalidates the encoder if no pipeline is set, bind groups do not fit its layout, or a count
   * is over {@link GpuSupportedLimits#maxComputeWorkgroupsPerDimension}. A count of 0 is right and
   * runs nothing.
   *
   * @param workgroupCountX how many workgroups in the first dimension
   * @param workgroupCountY how many in the second; null: 1
   * @param workgroupCountZ how many in the third; null: 1
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucomputepassencoder-dispatchworkgroups">GPUComputePassEncoder.dispatchWorkgroups</a>
   */
  void dispatchWorkgroups(
      @GpuSize32 int workgroupCountX,
      @Nullable @GpuSize32 Integer workgroupCountY,
      @Nullable @GpuSize32 Integer workgroupCountZ);

  /**
   * Runs the pipeline on a grid of workgroups whose three counts, unsigned integers of 32 bits, are
   * read from a buffer when the GPU comes to it. Where a count is over the limit nothing runs.
   *
   * @param indirectBuffer a buffer of usage {@code INDIRECT}
   * @param indirectOffset where the counts are, in bytes, a multiple of 4
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucomputepassencoder-dispatchworkgroupsindirect">GPUComputePassEncoder.dispatchWorkgroupsIndirect</a>
   */
  void dispatchWorkgroupsIndirect(@Borrow GpuBuffer indirectBuffer, @GpuSize64 long indirectOffset);

  /**
   * Ends the pass and unlocks the command encoder.
   *
   * <p>Validation error if the pass has ended already or its command encoder is finished.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucomputepassencoder-end">GPUComputePassEncoder.end</a>
   */
  void end();

  /** {@link #dispatchWorkgroups(int, Integer, Integer)} with one dimension. */
  default void dispatchWorkgroups(@GpuSize32 int workgroupCountX) {
    dispatchWorkgroups(workgroupCountX, null, null);
  }
}
