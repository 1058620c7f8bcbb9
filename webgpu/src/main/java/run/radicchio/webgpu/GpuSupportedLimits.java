package run.radicchio.webgpu;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitResource;

/**
 * The limits of an adapter or a device.
 *
 * <p>A limit whose name begins with {@code max} is better when it is higher, one that begins with
 * {@code min} (an alignment, a power of 2) when it is lower. Every adapter reaches the defaults
 * given here; an adapter of compatibility mode may stay below some. A device has exactly the limits
 * that it was requested with, and is validated against these, not against its adapter's.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpusupportedlimits">GPUSupportedLimits</a>
 */
@WitResource
public interface GpuSupportedLimits extends AutoCloseable {
  /**
   * The greatest width of a 1D texture, in texels. Default 8192.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxtexturedimension1d">GPUSupportedLimits.maxTextureDimension1D</a>
   */
  @Unsigned int maxTextureDimension1D();

  /**
   * The greatest width and height of a 2D texture, in texels. Default 8192.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxtexturedimension2d">GPUSupportedLimits.maxTextureDimension2D</a>
   */
  @Unsigned int maxTextureDimension2D();

  /**
   * The greatest width, height and depth of a 3D texture, in texels. Default 2048.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxtexturedimension3d">GPUSupportedLimits.maxTextureDimension3D</a>
   */
  @Unsigned int maxTextureDimension3D();

  /**
   * The greatest number of layers of a 2D texture. Default 256.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxtexturearraylayers">GPUSupportedLimits.maxTextureArrayLayers</a>
   */
  @Unsigned int maxTextureArrayLayers();

  /**
   * How many bind group layouts a pipeline layout may have. Default 4.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxbindgroups">GPUSupportedLimits.maxBindGroups</a>
   */
  @Unsigned int maxBindGroups();

  /**
   * How many slots for bind groups and vertex buffers a render pipeline may use together, empty
   * slots below the highest used one included. Default 24.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxbindgroupsplusvertexbuffers">GPUSupportedLimits.maxBindGroupsPlusVertexBuffers</a>
   */
  @Unsigned int maxBindGroupsPlusVertexBuffers();

  /**
   * The greatest size of a pipeline's immediate data, in bytes. Default 64; 0 where the
   * implementation has no immediates.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maximmediatesize">GPUSupportedLimits.maxImmediateSize</a>
   */
  @Unsigned int maxImmediateSize();

  /**
   * One more than the highest binding number in a bind group layout. Default 1000.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxbindingsperbindgroup">GPUSupportedLimits.maxBindingsPerBindGroup</a>
   */
  @Unsigned int maxBindingsPerBindGroup();

  /**
   * How many uniform buffers with a dynamic offset a pipeline layout may have. Default 8.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxdynamicuniformbuffersperpipelinelayout">GPUSupportedLimits.maxDynamicUniformBuffersPerPipelineLayout</a>
   */
  @Unsigned int maxDynamicUniformBuffersPerPipelineLayout();

  /**
   * How many storage buffers with a dynamic offset a pipeline layout may have. Default 4.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxdynamicstoragebuffersperpipelinelayout">GPUSupportedLimits.maxDynamicStorageBuffersPerPipelineLayout</a>
   */
  @Unsigned int maxDynamicStorageBuffersPerPipelineLayout();

  /**
   * How many sampled textures each shader stage may see. Default 16.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxsampledtexturespershaderstage">GPUSupportedLimits.maxSampledTexturesPerShaderStage</a>
   */
  @Unsigned int maxSampledTexturesPerShaderStage();

  /**
   * How many samplers each shader stage may see. Default 16.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxsamplerspershaderstage">GPUSupportedLimits.maxSamplersPerShaderStage</a>
   */
  @Unsigned int maxSamplersPerShaderStage();

  /**
   * How many storage buffers each shader stage may see. Default 8.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxstoragebufferspershaderstage">GPUSupportedLimits.maxStorageBuffersPerShaderStage</a>
   */
  @Unsigned int maxStorageBuffersPerShaderStage();

  /**
   * How many storage buffers the vertex stage may see. Default 8; 0 in compatibility mode.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxstoragebuffersinvertexstage">GPUSupportedLimits.maxStorageBuffersInVertexStage</a>
   */
  @Unsigned int maxStorageBuffersInVertexStage();

  /**
   * How many storage buffers the fragment stage may see. Default 8; 4 in compatibility mode.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxstoragebuffersinfragmentstage">GPUSupportedLimits.maxStorageBuffersInFragmentStage</a>
   */
  @Unsigned int maxStorageBuffersInFragmentStage();

  /**
   * How many storage textures each shader stage may see. Default 4.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxstoragetexturespershaderstage">GPUSupportedLimits.maxStorageTexturesPerShaderStage</a>
   */
  @Unsigned int maxStorageTexturesPerShaderStage();

  /**
   * How many storage textures the vertex stage may see. Default 4; 0 in compatibility mode.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxstoragetexturesinvertexstage">GPUSupportedLimits.maxStorageTexturesInVertexStage</a>
   */
  @Unsigned int maxStorageTexturesInVertexStage();

  /**
   * How many storage textures the fragment stage may see. Default 4.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxstoragetexturesinfragmentstage">GPUSupportedLimits.maxStorageTexturesInFragmentStage</a>
   */
  @Unsigned int maxStorageTexturesInFragmentStage();

  /**
   * How many uniform buffers each shader stage may see. Default 12.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxuniformbufferspershaderstage">GPUSupportedLimits.maxUniformBuffersPerShaderStage</a>
   */
  @Unsigned int maxUniformBuffersPerShaderStage();

  /**
   * The greatest size of a uniform buffer's binding, in bytes. Default 65,536.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxuniformbufferbindingsize">GPUSupportedLimits.maxUniformBufferBindingSize</a>
   */
  @Unsigned long maxUniformBufferBindingSize();

  /**
   * The greatest size of a storage buffer's binding, in bytes. Default 134,217,728.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxstoragebufferbindingsize">GPUSupportedLimits.maxStorageBufferBindingSize</a>
   */
  @Unsigned long maxStorageBufferBindingSize();

  /**
   * What the offset of a uniform buffer's binding, a dynamic one included, must be a multiple of,
   * in bytes. Default 256.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-minuniformbufferoffsetalignment">GPUSupportedLimits.minUniformBufferOffsetAlignment</a>
   */
  @Unsigned int minUniformBufferOffsetAlignment();

  /**
   * What the offset of a storage buffer's binding, a dynamic one included, must be a multiple of,
   * in bytes. Default 256.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-minstoragebufferoffsetalignment">GPUSupportedLimits.minStorageBufferOffsetAlignment</a>
   */
  @Unsigned int minStorageBufferOffsetAlignment();

  /**
   * How many vertex buffers a render pipeline may use. Default 8.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxvertexbuffers">GPUSupportedLimits.maxVertexBuffers</a>
   */
  @Unsigned int maxVertexBuffers();

  /**
   * The greatest size of a buffer, in bytes. Default 268,435,456.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxbuffersize">GPUSupportedLimits.maxBufferSize</a>
   */
  @Unsigned long maxBufferSize();

  /**
   * How many vertex attributes a render pipeline may have, over all its vertex buffers. Default 16.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxvertexattributes">GPUSupportedLimits.maxVertexAttributes</a>
   */
  @Unsigned int maxVertexAttributes();

  /**
   * The greatest distance between two elements of a vertex buffer, in bytes. Default 2048.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxvertexbufferarraystride">GPUSupportedLimits.maxVertexBufferArrayStride</a>
   */
  @Unsigned int maxVertexBufferArrayStride();

  /**
   * How many variables a vertex shader may hand to a fragment shader. Default 16.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxinterstageshadervariables">GPUSupportedLimits.maxInterStageShaderVariables</a>
   */
  @Unsigned int maxInterStageShaderVariables();

  /**
   * How many color attachments a render pass or render pipeline may have. Default 8.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcolorattachments">GPUSupportedLimits.maxColorAttachments</a>
   */
  @Unsigned int maxColorAttachments();

  /**
   * How many bytes one sample may take over all color attachments. Default 32.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcolorattachmentbytespersample">GPUSupportedLimits.maxColorAttachmentBytesPerSample</a>
   */
  @Unsigned int maxColorAttachmentBytesPerSample();

  /**
   * How many bytes of {@code workgroup} storage a compute shader may use. Default 16,384.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcomputeworkgroupstoragesize">GPUSupportedLimits.maxComputeWorkgroupStorageSize</a>
   */
  @Unsigned int maxComputeWorkgroupStorageSize();

  /**
   * The greatest product of the three dimensions of a workgroup. Default 256.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcomputeinvocationsperworkgroup">GPUSupportedLimits.maxComputeInvocationsPerWorkgroup</a>
   */
  @Unsigned int maxComputeInvocationsPerWorkgroup();

  /**
   * The greatest first dimension of a workgroup. Default 256.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcomputeworkgroupsizex">GPUSupportedLimits.maxComputeWorkgroupSizeX</a>
   */
  @Unsigned int maxComputeWorkgroupSizeX();

  /**
   * The greatest second dimension of a workgroup. Default 256.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcomputeworkgroupsizey">GPUSupportedLimits.maxComputeWorkgroupSizeY</a>
   */
  @Unsigned int maxComputeWorkgroupSizeY();

  /**
   * The greatest third dimension of a workgroup. Default 64.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcomputeworkgroupsizez">GPUSupportedLimits.maxComputeWorkgroupSizeZ</a>
   */
  @Unsigned int maxComputeWorkgroupSizeZ();

  /**
   * How many workgroups a dispatch may have in each dimension. Default 65,535.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-supported-limits-maxcomputeworkgroupsperdimension">GPUSupportedLimits.maxComputeWorkgroupsPerDimension</a>
   */
  @Unsigned int maxComputeWorkgroupsPerDimension();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
