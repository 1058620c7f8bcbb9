package run.radicchio.webgpu;

import java.util.Locale;

/**
 * What a GPU may be able to do beyond the basics. A device has the features that it was requested
 * with, those that they bring, and no others.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpufeaturename">GPUFeatureName</a>
 */
public enum GpuFeatureName {
  /**
   * All of WebGPU's core: what compatibility mode may lack. A device of a core adapter always has
   * it.
   */
  CORE_FEATURES_AND_LIMITS,

  /** {@link GpuPrimitiveState#unclippedDepth}. */
  DEPTH_CLIP_CONTROL,

  /** The texture format of that name. */
  DEPTH32FLOAT_STENCIL8,

  /** BC compressed 2D textures. */
  TEXTURE_COMPRESSION_BC,

  /** BC compressed 3D textures; brings {@code TEXTURE_COMPRESSION_BC}. */
  TEXTURE_COMPRESSION_BC_SLICED3D,

  /** ETC2 compressed 2D textures. */
  TEXTURE_COMPRESSION_ETC2,

  /** ASTC compressed 2D textures. */
  TEXTURE_COMPRESSION_ASTC,

  /** ASTC compressed 3D textures; brings {@code TEXTURE_COMPRESSION_ASTC}. */
  TEXTURE_COMPRESSION_ASTC_SLICED3D,

  /** Queries of type {@code TIMESTAMP}. */
  TIMESTAMP_QUERY,

  /** A first instance other than 0 in indirect draws. */
  INDIRECT_FIRST_INSTANCE,

  /** Numbers of 16 bits, {@code f16}, in shaders. */
  SHADER_F16,

  /** {@code RG11B10UFLOAT} textures as attachments, multisampled too. */
  RG11B10UFLOAT_RENDERABLE,

  /** {@code BGRA8UNORM} storage textures that shaders write. */
  BGRA8UNORM_STORAGE,

  /** Filtered reads of {@code R32FLOAT}, {@code RG32FLOAT} and {@code RGBA32FLOAT}. */
  FLOAT32_FILTERABLE,

  /** Blending into {@code R32FLOAT}, {@code RG32FLOAT} and {@code RGBA32FLOAT}. */
  FLOAT32_BLENDABLE,

  /** {@code clip_distances} in vertex shaders. */
  CLIP_DISTANCES,

  /** Blend factors with a second source. */
  DUAL_SOURCE_BLENDING,

  /** Subgroup operations in shaders. */
  SUBGROUPS,

  /**
   * More formats to render to, to blend and to write, the 16-bit normalized ones among them; brings
   * {@code RG11B10UFLOAT_RENDERABLE}.
   */
  TEXTURE_FORMATS_TIER1,

  /**
   * More formats for storage textures that shaders read and write; brings {@code
   * TEXTURE_FORMATS_TIER1}.
   */
  TEXTURE_FORMATS_TIER2,

  /** {@code primitive_index} in fragment shaders. */
  PRIMITIVE_INDEX,

  /** {@link GpuTextureViewDescriptor#swizzle}. */
  TEXTURE_COMPONENT_SWIZZLE;

  /**
   * The feature's name in WebGPU, such as {@code shader-f16}. It is WIT's too, but for {@code
   * sliced-3d}, which WIT writes {@code sliced3d}.
   */
  public String webGpuName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-').replace("sliced3d", "sliced-3d");
  }
}
