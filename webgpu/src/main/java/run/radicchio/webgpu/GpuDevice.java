package run.radicchio.webgpu;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.WitResource;

/**
 * A logical device: makes all other objects and owns their memory.
 *
 * <p>The {@code create} methods never throw for a wrong descriptor: they return an object that is
 * invalid, and report the error to the device's error scopes (see the package's page). Objects of
 * different devices cannot be used together.
 *
 * <p>Safe for use by several threads. Error scopes are one stack of the whole device, so threads
 * that push and pop them have to agree.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpudevice">GPUDevice</a>
 */
@WitResource
public interface GpuDevice extends GpuObject {
  /**
   * The features that this device was requested with.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpudevice-features">GPUDevice.features</a>
   */
  GpuSupportedFeatures features();

  /**
   * The limits that this device was requested with: its calls are validated against these.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpudevice-limits">GPUDevice.limits</a>
   */
  GpuSupportedLimits limits();

  /**
   * What names the adapter that made this device.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-adapterinfo">GPUDevice.adapterInfo</a>
   */
  GpuAdapterInfo adapterInfo();

  /**
   * The device's queue. Each call returns a handle of the same queue.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpudevice-queue">GPUDevice.queue</a>
   */
  GpuQueue queue();

  /**
   * Ends the device: frees what its objects hold, unmaps buffers, and completes {@link #lost} with
   * {@code DESTROYED}. From then on calls on its objects do nothing visible and no error is
   * reported. A second call does nothing.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpudevice-destroy">GPUDevice.destroy</a>
   */
  void destroy();

  /**
   * Makes a buffer. Its bytes are zero.
   *
   * <p>Validation error if the usage is empty, holds a map flag beside another than its copy flag,
   * or if the size is over {@link GpuSupportedLimits#maxBufferSize}, or is no multiple of 4 where
   * {@code mappedAtCreation} is set; out-of-memory error if there is no memory for it.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createbuffer">GPUDevice.createBuffer</a>
   */
  GpuBuffer createBuffer(GpuBufferDescriptor descriptor);

  /**
   * Makes a texture. Its texels are zero.
   *
   * <p>Validation error if the size, format, usage and counts do not go together, or if the format
   * needs a feature that the device lacks; out-of-memory error if there is no memory for it.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createtexture">GPUDevice.createTexture</a>
   */
  GpuTexture createTexture(GpuTextureDescriptor descriptor);

  /**
   * Makes a sampler.
   *
   * <p>Validation error if a LOD clamp is negative or the lower one is above the upper one, if
   * {@code maxAnisotropy} is 0, or if it is above 1 where a filter is not {@code LINEAR}.
   *
   * @param descriptor how to sample; null: all defaults
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createsampler">GPUDevice.createSampler</a>
   */
  GpuSampler createSampler(@Nullable GpuSamplerDescriptor descriptor);

  /**
   * Makes the layout of a bind group.
   *
   * <p>Validation error if two entries have the same binding, if an entry does not have exactly one
   * kind of resource, or if a limit is exceeded.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createbindgrouplayout">GPUDevice.createBindGroupLayout</a>
   */
  GpuBindGroupLayout createBindGroupLayout(GpuBindGroupLayoutDescriptor descriptor);

  /**
   * Makes the layout of a pipeline out of those of its bind groups.
   *
   * <p>Validation error if a limit is exceeded, or if a layout came from a pipeline with an
   * automatic layout.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createpipelinelayout">GPUDevice.createPipelineLayout</a>
   */
  GpuPipelineLayout createPipelineLayout(GpuPipelineLayoutDescriptor descriptor);

  /**
   * Binds resources to the numbers of a layout, for shaders to use.
   *
   * <p>Validation error if the entries do not match the layout one to one, in kind, usage, size or
   * alignment.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createbindgroup">GPUDevice.createBindGroup</a>
   */
  GpuBindGroup createBindGroup(GpuBindGroupDescriptor descriptor);

  /**
   * Compiles WGSL.
   *
   * <p>Validation error if the code is wrong; {@link GpuShaderModule#getCompilationInfo} says
   * where.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createshadermodule">GPUDevice.createShaderModule</a>
   */
  GpuShaderModule createShaderModule(GpuShaderModuleDescriptor descriptor);

  /**
   * Makes a compute pipeline, now. The call may block, or the pipeline's first use; {@link
   * #createComputePipelineAsync} avoids both.
   *
   * <p>Validation error if the shader, its constants and the layout do not go together; internal
   * error if the driver could not compile it.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createcomputepipeline">GPUDevice.createComputePipeline</a>
   */
  GpuComputePipeline createComputePipeline(GpuComputePipelineDescriptor descriptor);

  /**
   * Makes a render pipeline, now. The call may block, or the pipeline's first use; {@link
   * #createRenderPipelineAsync} avoids both.
   *
   * <p>Validation error if the stages, their constants, the layout and the targets do not go
   * together; internal error if the driver could not compile it.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createrenderpipeline">GPUDevice.createRenderPipeline</a>
   */
  GpuRenderPipeline createRenderPipeline(GpuRenderPipelineDescriptor descriptor);

  /**
   * Makes a compute pipeline and says when it is ready for use without delay.
   *
   * <p>An error goes to no error scope. On a lost device the stage completes with an invalid
   * pipeline.
   *
   * @throws CreatePipelineException through the stage: if the pipeline cannot be made
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createcomputepipelineasync">GPUDevice.createComputePipelineAsync</a>
   */
  CompletionStage<GpuComputePipeline> createComputePipelineAsync(
      GpuComputePipelineDescriptor descriptor) throws CreatePipelineException;

  /**
   * Makes a render pipeline and says when it is ready for use without delay.
   *
   * <p>An error goes to no error scope. On a lost device the stage completes with an invalid
   * pipeline.
   *
   * @throws CreatePipelineException through the stage: if the pipeline cannot be made
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createrenderpipelineasync">GPUDevice.createRenderPipelineAsync</a>
   */
  CompletionStage<GpuRenderPipeline> createRenderPipelineAsync(
      GpuRenderPipelineDescriptor descriptor) throws CreatePipelineException;

  /**
   * Begins to record commands.
   *
   * @param descriptor a label; null: none
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createcommandencoder">GPUDevice.createCommandEncoder</a>
   */
  GpuCommandEncoder createCommandEncoder(@Nullable GpuCommandEncoderDescriptor descriptor);

  /**
   * Begins to record a render bundle.
   *
   * <p>Validation error if the formats cannot be attachments, or there is none.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createrenderbundleencoder">GPUDevice.createRenderBundleEncoder</a>
   */
  GpuRenderBundleEncoder createRenderBundleEncoder(GpuRenderBundleEncoderDescriptor descriptor);

  /**
   * Makes a set of queries.
   *
   * <p>Validation error if the count is over 4096.
   *
   * @throws CreateQuerySetException {@code type-error} if the type is {@code TIMESTAMP} and the
   *     device lacks the feature {@code timestamp-query}
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-createqueryset">GPUDevice.createQuerySet</a>
   */
  GpuQuerySet createQuerySet(GpuQuerySetDescriptor descriptor) throws CreateQuerySetException;

  /**
   * Completes when the device is lost, for whichever reason, and stays pending as long as it is
   * not. Each call returns a stage of the same event. It never completes with an exception.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpudevice-lost">GPUDevice.lost</a>
   */
  @Future CompletionStage<GpuDeviceLostInfo> lost();

  /**
   * Opens an error scope: from now on the first error of this kind goes to it, unless a scope
   * opened later takes it.
   *
   * @param filter the kind of errors that it takes
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-pusherrorscope">GPUDevice.pushErrorScope</a>
   */
  void pushErrorScope(GpuErrorFilter filter);

  /**
   * Closes the error scope that was opened last. The stage completes with an error that the scope
   * took, the one that caused the others if several; or with null if there was none, or if the
   * device is lost. Stages of several calls complete in any order.
   *
   * @throws PopErrorScopeException through the stage: {@code operation-error} if no scope is open
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-poperrorscope">GPUDevice.popErrorScope</a>
   */
  CompletionStage<@Nullable GpuError> popErrorScope() throws PopErrorScopeException;

  /**
   * The errors that no scope takes from this call on. Each call returns a stream of its own, for
   * one subscriber; it keeps the errors until they are asked for, and ends when the device is lost.
   * The subscriber owns the errors that it gets: it closes them.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevice-onuncapturederror">GPUDevice.onuncapturederror</a>
   */
  Flow.Publisher<GpuError> onUncapturedError();

  /** {@link #createSampler(GpuSamplerDescriptor)} with no descriptor. */
  default GpuSampler createSampler() {
    return createSampler(null);
  }

  /** {@link #createCommandEncoder(GpuCommandEncoderDescriptor)} with no descriptor. */
  default GpuCommandEncoder createCommandEncoder() {
    return createCommandEncoder(null);
  }
}
