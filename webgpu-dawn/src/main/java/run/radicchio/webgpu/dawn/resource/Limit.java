package run.radicchio.webgpu.dawn.resource;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.generated.WGPUCompatibilityModeLimits;
import run.radicchio.webgpu.dawn.generated.WGPULimits;

/** The limits of WebGPU, and where Dawn's structures have them. */
enum Limit {
  MAX_TEXTURE_DIMENSION_1D(
      "maxTextureDimension1D",
      number(WGPULimits::maxTextureDimension1D, WGPULimits::maxTextureDimension1D)),
  MAX_TEXTURE_DIMENSION_2D(
      "maxTextureDimension2D",
      number(WGPULimits::maxTextureDimension2D, WGPULimits::maxTextureDimension2D)),
  MAX_TEXTURE_DIMENSION_3D(
      "maxTextureDimension3D",
      number(WGPULimits::maxTextureDimension3D, WGPULimits::maxTextureDimension3D)),
  MAX_TEXTURE_ARRAY_LAYERS(
      "maxTextureArrayLayers",
      number(WGPULimits::maxTextureArrayLayers, WGPULimits::maxTextureArrayLayers)),
  MAX_BIND_GROUPS("maxBindGroups", number(WGPULimits::maxBindGroups, WGPULimits::maxBindGroups)),
  MAX_BIND_GROUPS_PLUS_VERTEX_BUFFERS(
      "maxBindGroupsPlusVertexBuffers",
      number(
          WGPULimits::maxBindGroupsPlusVertexBuffers, WGPULimits::maxBindGroupsPlusVertexBuffers)),
  MAX_IMMEDIATE_SIZE(
      "maxImmediateSize", number(WGPULimits::maxImmediateSize, WGPULimits::maxImmediateSize)),
  MAX_BINDINGS_PER_BIND_GROUP(
      "maxBindingsPerBindGroup",
      number(WGPULimits::maxBindingsPerBindGroup, WGPULimits::maxBindingsPerBindGroup)),
  MAX_DYNAMIC_UNIFORM_BUFFERS_PER_PIPELINE_LAYOUT(
      "maxDynamicUniformBuffersPerPipelineLayout",
      number(
          WGPULimits::maxDynamicUniformBuffersPerPipelineLayout,
          WGPULimits::maxDynamicUniformBuffersPerPipelineLayout)),
  MAX_DYNAMIC_STORAGE_BUFFERS_PER_PIPELINE_LAYOUT(
      "maxDynamicStorageBuffersPerPipelineLayout",
      number(
          WGPULimits::maxDynamicStorageBuffersPerPipelineLayout,
          WGPULimits::maxDynamicStorageBuffersPerPipelineLayout)),
  MAX_SAMPLED_TEXTURES_PER_SHADER_STAGE(
      "maxSampledTexturesPerShaderStage",
      number(
          WGPULimits::maxSampledTexturesPerShaderStage,
          WGPULimits::maxSampledTexturesPerShaderStage)),
  MAX_SAMPLERS_PER_SHADER_STAGE(
      "maxSamplersPerShaderStage",
      number(WGPULimits::maxSamplersPerShaderStage, WGPULimits::maxSamplersPerShaderStage)),
  MAX_STORAGE_BUFFERS_PER_SHADER_STAGE(
      "maxStorageBuffersPerShaderStage",
      number(
          WGPULimits::maxStorageBuffersPerShaderStage,
          WGPULimits::maxStorageBuffersPerShaderStage)),
  MAX_STORAGE_BUFFERS_IN_VERTEX_STAGE(
      "maxStorageBuffersInVertexStage",
      compatibility(
          WGPUCompatibilityModeLimits::maxStorageBuffersInVertexStage,
          WGPUCompatibilityModeLimits::maxStorageBuffersInVertexStage)),
  MAX_STORAGE_BUFFERS_IN_FRAGMENT_STAGE(
      "maxStorageBuffersInFragmentStage",
      compatibility(
          WGPUCompatibilityModeLimits::maxStorageBuffersInFragmentStage,
          WGPUCompatibilityModeLimits::maxStorageBuffersInFragmentStage)),
  MAX_STORAGE_TEXTURES_PER_SHADER_STAGE(
      "maxStorageTexturesPerShaderStage",
      number(
          WGPULimits::maxStorageTexturesPerShaderStage,
          WGPULimits::maxStorageTexturesPerShaderStage)),
  MAX_STORAGE_TEXTURES_IN_VERTEX_STAGE(
      "maxStorageTexturesInVertexStage",
      compatibility(
          WGPUCompatibilityModeLimits::maxStorageTexturesInVertexStage,
          WGPUCompatibilityModeLimits::maxStorageTexturesInVertexStage)),
  MAX_STORAGE_TEXTURES_IN_FRAGMENT_STAGE(
      "maxStorageTexturesInFragmentStage",
      compatibility(
          WGPUCompatibilityModeLimits::maxStorageTexturesInFragmentStage,
          WGPUCompatibilityModeLimits::maxStorageTexturesInFragmentStage)),
  MAX_UNIFORM_BUFFERS_PER_SHADER_STAGE(
      "maxUniformBuffersPerShaderStage",
      number(
          WGPULimits::maxUniformBuffersPerShaderStage,
          WGPULimits::maxUniformBuffersPerShaderStage)),
  MAX_UNIFORM_BUFFER_BINDING_SIZE(
      "maxUniformBufferBindingSize",
      size(WGPULimits::maxUniformBufferBindingSize, WGPULimits::maxUniformBufferBindingSize)),
  MAX_STORAGE_BUFFER_BINDING_SIZE(
      "maxStorageBufferBindingSize",
      size(WGPULimits::maxStorageBufferBindingSize, WGPULimits::maxStorageBufferBindingSize)),
  MIN_UNIFORM_BUFFER_OFFSET_ALIGNMENT(
      "minUniformBufferOffsetAlignment",
      number(
          WGPULimits::minUniformBufferOffsetAlignment,
          WGPULimits::minUniformBufferOffsetAlignment)),
  MIN_STORAGE_BUFFER_OFFSET_ALIGNMENT(
      "minStorageBufferOffsetAlignment",
      number(
          WGPULimits::minStorageBufferOffsetAlignment,
          WGPULimits::minStorageBufferOffsetAlignment)),
  MAX_VERTEX_BUFFERS(
      "maxVertexBuffers", number(WGPULimits::maxVertexBuffers, WGPULimits::maxVertexBuffers)),
  MAX_BUFFER_SIZE("maxBufferSize", size(WGPULimits::maxBufferSize, WGPULimits::maxBufferSize)),
  MAX_VERTEX_ATTRIBUTES(
      "maxVertexAttributes",
      number(WGPULimits::maxVertexAttributes, WGPULimits::maxVertexAttributes)),
  MAX_VERTEX_BUFFER_ARRAY_STRIDE(
      "maxVertexBufferArrayStride",
      number(WGPULimits::maxVertexBufferArrayStride, WGPULimits::maxVertexBufferArrayStride)),
  MAX_INTER_STAGE_SHADER_VARIABLES(
      "maxInterStageShaderVariables",
      number(WGPULimits::maxInterStageShaderVariables, WGPULimits::maxInterStageShaderVariables)),
  MAX_COLOR_ATTACHMENTS(
      "maxColorAttachments",
      number(WGPULimits::maxColorAttachments, WGPULimits::maxColorAttachments)),
  MAX_COLOR_ATTACHMENT_BYTES_PER_SAMPLE(
      "maxColorAttachmentBytesPerSample",
      number(
          WGPULimits::maxColorAttachmentBytesPerSample,
          WGPULimits::maxColorAttachmentBytesPerSample)),
  MAX_COMPUTE_WORKGROUP_STORAGE_SIZE(
      "maxComputeWorkgroupStorageSize",
      number(
          WGPULimits::maxComputeWorkgroupStorageSize, WGPULimits::maxComputeWorkgroupStorageSize)),
  MAX_COMPUTE_INVOCATIONS_PER_WORKGROUP(
      "maxComputeInvocationsPerWorkgroup",
      number(
          WGPULimits::maxComputeInvocationsPerWorkgroup,
          WGPULimits::maxComputeInvocationsPerWorkgroup)),
  MAX_COMPUTE_WORKGROUP_SIZE_X(
      "maxComputeWorkgroupSizeX",
      number(WGPULimits::maxComputeWorkgroupSizeX, WGPULimits::maxComputeWorkgroupSizeX)),
  MAX_COMPUTE_WORKGROUP_SIZE_Y(
      "maxComputeWorkgroupSizeY",
      number(WGPULimits::maxComputeWorkgroupSizeY, WGPULimits::maxComputeWorkgroupSizeY)),
  MAX_COMPUTE_WORKGROUP_SIZE_Z(
      "maxComputeWorkgroupSizeZ",
      number(WGPULimits::maxComputeWorkgroupSizeZ, WGPULimits::maxComputeWorkgroupSizeZ)),
  MAX_COMPUTE_WORKGROUPS_PER_DIMENSION(
      "maxComputeWorkgroupsPerDimension",
      number(
          WGPULimits::maxComputeWorkgroupsPerDimension,
          WGPULimits::maxComputeWorkgroupsPerDimension));

  private static final Map<String, Limit> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(Limit::webName, Function.identity()));

  private static final long LEAST_ALIGNMENT = 32;

  private final String webName;

  @SuppressWarnings("ImmutableEnumChecker") // It holds functions without state.
  private final Member member;

  Limit(String webName, Member member) {
    this.webName = webName;
    this.member = member;
  }

  /** Its name in WebGPU. */
  String webName() {
    return webName;
  }

  /** The limit of a name in WebGPU; null if there is none. */
  static @Nullable Limit of(String webName) {
    return BY_NAME.get(webName);
  }

  /** Whether a device is better off with less of it: an alignment, that is. */
  boolean isAlignment() {
    return this == MIN_UNIFORM_BUFFER_OFFSET_ALIGNMENT
        || this == MIN_STORAGE_BUFFER_OFFSET_ALIGNMENT;
  }

  /** Whether one value gives more than another. Both are unsigned. */
  boolean isBetter(long value, long than) {
    int order = Long.compareUnsigned(value, than);
    return isAlignment() ? order < 0 : order > 0;
  }

  /** The best value up to this one that WebGPU lets an adapter have. */
  long guaranteed(long value) {
    return switch (this) {
      case MIN_UNIFORM_BUFFER_OFFSET_ALIGNMENT, MIN_STORAGE_BUFFER_OFFSET_ALIGNMENT ->
          Math.max(value, LEAST_ALIGNMENT);
      case MAX_STORAGE_BUFFER_BINDING_SIZE, MAX_VERTEX_BUFFER_ARRAY_STRIDE, MAX_IMMEDIATE_SIZE ->
          value & -4;
      default -> value;
    };
  }

  /** Reads it from a {@link LimitsStructure}. */
  long read(long structure) {
    return member.get().from(structure);
  }

  /** Writes it to a {@link LimitsStructure}. */
  void write(long structure, long value) {
    member.set().to(structure, value);
  }

  private static Member number(IntGetter get, IntSetter set) {
    return new Member(
        limits -> Integer.toUnsignedLong(get.from(limits)),
        (limits, value) -> set.to(limits, (int) value));
  }

  private static Member size(LongGetter get, LongSetter set) {
    return new Member(get, set);
  }

  private static Member compatibility(IntGetter get, IntSetter set) {
    return new Member(
        limits -> Integer.toUnsignedLong(get.from(LimitsStructure.extension(limits))),
        (limits, value) -> set.to(LimitsStructure.extension(limits), (int) value));
  }

  private record Member(LongGetter get, LongSetter set) {}

  @FunctionalInterface
  private interface IntGetter {
    int from(long structure);
  }

  @FunctionalInterface
  private interface IntSetter {
    void to(long structure, int value);
  }

  @FunctionalInterface
  private interface LongGetter {
    long from(long structure);
  }

  @FunctionalInterface
  private interface LongSetter {
    void to(long structure, long value);
  }
}
