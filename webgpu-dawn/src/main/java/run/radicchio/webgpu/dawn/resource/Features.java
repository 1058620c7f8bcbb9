package run.radicchio.webgpu.dawn.resource;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.dawn.generated.WGPUFeatureName;

/** The features of WebGPU: their names there, and in Dawn. */
final class Features {
  /** Dawn's number of the features that this Dawn does not know. */
  private static final int NONE = -1;

  private Features() {}

  /** The feature as Dawn numbers it. */
  static int of(GpuFeatureName feature) {
    return switch (feature) {
      case CORE_FEATURES_AND_LIMITS -> WGPUFeatureName.CORE_FEATURES_AND_LIMITS;
      case DEPTH_CLIP_CONTROL -> WGPUFeatureName.DEPTH_CLIP_CONTROL;
      case DEPTH32FLOAT_STENCIL8 -> WGPUFeatureName.DEPTH32_FLOAT_STENCIL8;
      case TEXTURE_COMPRESSION_BC -> WGPUFeatureName.TEXTURE_COMPRESSION_BC;
      case TEXTURE_COMPRESSION_BC_SLICED3D -> WGPUFeatureName.TEXTURE_COMPRESSION_BC_SLICED_3D;
      case TEXTURE_COMPRESSION_ETC2 -> WGPUFeatureName.TEXTURE_COMPRESSION_ETC2;
      case TEXTURE_COMPRESSION_ASTC -> WGPUFeatureName.TEXTURE_COMPRESSION_ASTC;
      case TEXTURE_COMPRESSION_ASTC_SLICED3D -> WGPUFeatureName.TEXTURE_COMPRESSION_ASTC_SLICED_3D;
      case TIMESTAMP_QUERY -> WGPUFeatureName.TIMESTAMP_QUERY;
      case INDIRECT_FIRST_INSTANCE -> WGPUFeatureName.INDIRECT_FIRST_INSTANCE;
      case SHADER_F16 -> WGPUFeatureName.SHADER_F16;
      case RG11B10UFLOAT_RENDERABLE -> WGPUFeatureName.RG11B10_UFLOAT_RENDERABLE;
      case BGRA8UNORM_STORAGE -> WGPUFeatureName.BGRA8_UNORM_STORAGE;
      case FLOAT32_FILTERABLE -> WGPUFeatureName.FLOAT32_FILTERABLE;
      case FLOAT32_BLENDABLE -> WGPUFeatureName.FLOAT32_BLENDABLE;
      case CLIP_DISTANCES -> WGPUFeatureName.CLIP_DISTANCES;
      case DUAL_SOURCE_BLENDING -> WGPUFeatureName.DUAL_SOURCE_BLENDING;
      case SUBGROUPS -> WGPUFeatureName.SUBGROUPS;
      case TEXTURE_FORMATS_TIER1 -> WGPUFeatureName.TEXTURE_FORMATS_TIER1;
      case TEXTURE_FORMATS_TIER2, PRIMITIVE_INDEX, TEXTURE_COMPONENT_SWIZZLE -> NONE;
    };
  }

  /** Its name in WebGPU: that in WIT, but for the dash before a dimension. */
  static String webName(GpuFeatureName feature) {
    return feature
        .name()
        .toLowerCase(Locale.ROOT)
        .replace('_', '-')
        .replace("sliced3d", "sliced-3d");
  }

  /** The feature that a device needs to have a format at all; null if it needs none. */
  static @Nullable GpuFeatureName neededFor(GpuTextureFormat format) {
    String name = format.name();
    if (name.startsWith("BC")) {
      return GpuFeatureName.TEXTURE_COMPRESSION_BC;
    }
    if (name.startsWith("ETC2") || name.startsWith("EAC")) {
      return GpuFeatureName.TEXTURE_COMPRESSION_ETC2;
    }
    if (name.startsWith("ASTC")) {
      return GpuFeatureName.TEXTURE_COMPRESSION_ASTC;
    }
    return switch (format) {
      case DEPTH32FLOAT_STENCIL8 -> GpuFeatureName.DEPTH32FLOAT_STENCIL8;
      case R16UNORM, R16SNORM, RG16UNORM, RG16SNORM, RGBA16UNORM, RGBA16SNORM ->
          GpuFeatureName.TEXTURE_FORMATS_TIER1;
      default -> null;
    };
  }

  /** The features that Dawn says are there. */
  static Set<GpuFeatureName> where(IntPredicate hasFeature) {
    Set<GpuFeatureName> features = EnumSet.noneOf(GpuFeatureName.class);
    for (GpuFeatureName feature : GpuFeatureName.values()) {
      if (of(feature) != NONE && hasFeature.test(of(feature))) {
        features.add(feature);
      }
    }
    return features;
  }

  /** The features together with those that they bring, which Dawn wants asked for, too. */
  static Set<GpuFeatureName> withImplied(Iterable<GpuFeatureName> features) {
    Set<GpuFeatureName> all = EnumSet.noneOf(GpuFeatureName.class);
    for (GpuFeatureName feature : features) {
      all.add(feature);
      switch (feature) {
        case TEXTURE_COMPRESSION_BC_SLICED3D -> all.add(GpuFeatureName.TEXTURE_COMPRESSION_BC);
        case TEXTURE_COMPRESSION_ASTC_SLICED3D -> all.add(GpuFeatureName.TEXTURE_COMPRESSION_ASTC);
        case TEXTURE_FORMATS_TIER1 -> all.add(GpuFeatureName.RG11B10UFLOAT_RENDERABLE);
        default -> {}
      }
    }
    return all;
  }
}
