package run.radicchio.webgpu.dawn.resource;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import run.radicchio.webgpu.GpuSupportedLimits;
import run.radicchio.webgpu.dawn.ffm.Call;

/** The limits of an adapter or a device. */
final class DawnLimits implements GpuSupportedLimits {
  private final Map<Limit, Long> values = new EnumMap<>(Limit.class);

  private DawnLimits() {}

  /** The limits that a function of Dawn writes to an address. */
  static DawnLimits read(LongConsumer getLimits) {
    try (Call call = Call.begin()) {
      long structure = LimitsStructure.allocate(call);
      getLimits.accept(structure);
      DawnLimits limits = new DawnLimits();
      for (Limit limit : Limit.values()) {
        limits.values.put(limit, limit.guaranteed(limit.read(structure)));
      }
      return limits;
    }
  }

  long get(Limit limit) {
    return values.get(limit);
  }

  /** All limits by their names in WebGPU. */
  Map<String, Long> byName() {
    Map<String, Long> byName = new LinkedHashMap<>();
    values.forEach((limit, value) -> byName.put(limit.webName(), value));
    return byName;
  }

  @Override
  public int maxTextureDimension1D() {
    return (int) get(Limit.MAX_TEXTURE_DIMENSION_1D);
  }

  @Override
  public int maxTextureDimension2D() {
    return (int) get(Limit.MAX_TEXTURE_DIMENSION_2D);
  }

  @Override
  public int maxTextureDimension3D() {
    return (int) get(Limit.MAX_TEXTURE_DIMENSION_3D);
  }

  @Override
  public int maxTextureArrayLayers() {
    return (int) get(Limit.MAX_TEXTURE_ARRAY_LAYERS);
  }

  @Override
  public int maxBindGroups() {
    return (int) get(Limit.MAX_BIND_GROUPS);
  }

  @Override
  public int maxBindGroupsPlusVertexBuffers() {
    return (int) get(Limit.MAX_BIND_GROUPS_PLUS_VERTEX_BUFFERS);
  }

  @Override
  public int maxImmediateSize() {
    return (int) get(Limit.MAX_IMMEDIATE_SIZE);
  }

  @Override
  public int maxBindingsPerBindGroup() {
    return (int) get(Limit.MAX_BINDINGS_PER_BIND_GROUP);
  }

  @Override
  public int maxDynamicUniformBuffersPerPipelineLayout() {
    return (int) get(Limit.MAX_DYNAMIC_UNIFORM_BUFFERS_PER_PIPELINE_LAYOUT);
  }

  @Override
  public int maxDynamicStorageBuffersPerPipelineLayout() {
    return (int) get(Limit.MAX_DYNAMIC_STORAGE_BUFFERS_PER_PIPELINE_LAYOUT);
  }

  @Override
  public int maxSampledTexturesPerShaderStage() {
    return (int) get(Limit.MAX_SAMPLED_TEXTURES_PER_SHADER_STAGE);
  }

  @Override
  public int maxSamplersPerShaderStage() {
    return (int) get(Limit.MAX_SAMPLERS_PER_SHADER_STAGE);
  }

  @Override
  public int maxStorageBuffersPerShaderStage() {
    return (int) get(Limit.MAX_STORAGE_BUFFERS_PER_SHADER_STAGE);
  }

  @Override
  public int maxStorageBuffersInVertexStage() {
    return (int) get(Limit.MAX_STORAGE_BUFFERS_IN_VERTEX_STAGE);
  }

  @Override
  public int maxStorageBuffersInFragmentStage() {
    return (int) get(Limit.MAX_STORAGE_BUFFERS_IN_FRAGMENT_STAGE);
  }

  @Override
  public int maxStorageTexturesPerShaderStage() {
    return (int) get(Limit.MAX_STORAGE_TEXTURES_PER_SHADER_STAGE);
  }

  @Override
  public int maxStorageTexturesInVertexStage() {
    return (int) get(Limit.MAX_STORAGE_TEXTURES_IN_VERTEX_STAGE);
  }

  @Override
  public int maxStorageTexturesInFragmentStage() {
    return (int) get(Limit.MAX_STORAGE_TEXTURES_IN_FRAGMENT_STAGE);
  }

  @Override
  public int maxUniformBuffersPerShaderStage() {
    return (int) get(Limit.MAX_UNIFORM_BUFFERS_PER_SHADER_STAGE);
  }

  @Override
  public long maxUniformBufferBindingSize() {
    return get(Limit.MAX_UNIFORM_BUFFER_BINDING_SIZE);
  }

  @Override
  public long maxStorageBufferBindingSize() {
    return get(Limit.MAX_STORAGE_BUFFER_BINDING_SIZE);
  }

  @Override
  public int minUniformBufferOffsetAlignment() {
    return (int) get(Limit.MIN_UNIFORM_BUFFER_OFFSET_ALIGNMENT);
  }

  @Override
  public int minStorageBufferOffsetAlignment() {
    return (int) get(Limit.MIN_STORAGE_BUFFER_OFFSET_ALIGNMENT);
  }

  @Override
  public int maxVertexBuffers() {
    return (int) get(Limit.MAX_VERTEX_BUFFERS);
  }

  @Override
  public long maxBufferSize() {
    return get(Limit.MAX_BUFFER_SIZE);
  }

  @Override
  public int maxVertexAttributes() {
    return (int) get(Limit.MAX_VERTEX_ATTRIBUTES);
  }

  @Override
  public int maxVertexBufferArrayStride() {
    return (int) get(Limit.MAX_VERTEX_BUFFER_ARRAY_STRIDE);
  }

  @Override
  public int maxInterStageShaderVariables() {
    return (int) get(Limit.MAX_INTER_STAGE_SHADER_VARIABLES);
  }

  @Override
  public int maxColorAttachments() {
    return (int) get(Limit.MAX_COLOR_ATTACHMENTS);
  }

  @Override
  public int maxColorAttachmentBytesPerSample() {
    return (int) get(Limit.MAX_COLOR_ATTACHMENT_BYTES_PER_SAMPLE);
  }

  @Override
  public int maxComputeWorkgroupStorageSize() {
    return (int) get(Limit.MAX_COMPUTE_WORKGROUP_STORAGE_SIZE);
  }

  @Override
  public int maxComputeInvocationsPerWorkgroup() {
    return (int) get(Limit.MAX_COMPUTE_INVOCATIONS_PER_WORKGROUP);
  }

  @Override
  public int maxComputeWorkgroupSizeX() {
    return (int) get(Limit.MAX_COMPUTE_WORKGROUP_SIZE_X);
  }

  @Override
  public int maxComputeWorkgroupSizeY() {
    return (int) get(Limit.MAX_COMPUTE_WORKGROUP_SIZE_Y);
  }

  @Override
  public int maxComputeWorkgroupSizeZ() {
    return (int) get(Limit.MAX_COMPUTE_WORKGROUP_SIZE_Z);
  }

  @Override
  public int maxComputeWorkgroupsPerDimension() {
    return (int) get(Limit.MAX_COMPUTE_WORKGROUPS_PER_DIMENSION);
  }

  @Override
  public void close() {}
}
