package run.radicchio.webgpu.dawn.steps;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureSampleType;

/**
 * Texture formats, one of each manner, and what they are good for without any feature
 * (specification, "Texture Format Capabilities").
 */
enum Format {
  RGBA8UNORM(
      GpuTextureFormat.RGBA8UNORM,
      4,
      "render blend multisample resolve storage",
      GpuTextureSampleType.FLOAT),
  RGBA8UNORM_SRGB(
      GpuTextureFormat.RGBA8UNORM_SRGB,
      4,
      "render blend multisample resolve",
      GpuTextureSampleType.FLOAT),
  R8UNORM(
      GpuTextureFormat.R8UNORM, 1, "render blend multisample resolve", GpuTextureSampleType.FLOAT),
  RGBA8SNORM(GpuTextureFormat.RGBA8SNORM, 4, "storage", GpuTextureSampleType.FLOAT),
  R32UINT(GpuTextureFormat.R32UINT, 4, "render storage", GpuTextureSampleType.UINT),
  R32FLOAT(
      GpuTextureFormat.R32FLOAT,
      4,
      "render multisample storage",
      GpuTextureSampleType.UNFILTERABLE_FLOAT),
  DEPTH24PLUS(
      GpuTextureFormat.DEPTH24PLUS, 0, "render multisample depth", GpuTextureSampleType.DEPTH),
  DEPTH32FLOAT(
      GpuTextureFormat.DEPTH32FLOAT,
      4,
      "render multisample depth read",
      GpuTextureSampleType.DEPTH),
  STENCIL8(
      GpuTextureFormat.STENCIL8,
      1,
      "render multisample stencil read write",
      GpuTextureSampleType.UINT),
  /** Of a feature that no device here has. */
  BC1_RGBA_UNORM(GpuTextureFormat.BC1_RGBA_UNORM, 8, "missing", GpuTextureSampleType.FLOAT);

  private final GpuTextureFormat format;
  private final int bytes;
  private final Set<Use> uses = EnumSet.noneOf(Use.class);
  private final GpuTextureSampleType sampleType;

  private enum Use {
    RENDER,
    BLEND,
    MULTISAMPLE,
    RESOLVE,
    STORAGE,
    DEPTH,
    STENCIL,
    READ,
    WRITE,
    MISSING
  }

  Format(GpuTextureFormat format, int bytes, String uses, GpuTextureSampleType sampleType) {
    this.format = format;
    this.bytes = bytes;
    this.sampleType = sampleType;
    for (String use : List.of(uses.split(" "))) {
      this.uses.add(Use.valueOf(use.toUpperCase(Locale.ROOT)));
    }
  }

  /** The number that stands for it. */
  long number() {
    return format.ordinal();
  }

  static @Nullable Format of(long number) {
    for (Format format : values()) {
      if (format.number() == number) {
        return format;
      }
    }
    return null;
  }

  int bytes() {
    return bytes;
  }

  boolean exists() {
    return !uses.contains(Use.MISSING);
  }

  boolean renderable() {
    return uses.contains(Use.RENDER);
  }

  boolean color() {
    return !depth() && !stencil();
  }

  boolean depth() {
    return uses.contains(Use.DEPTH);
  }

  boolean stencil() {
    return uses.contains(Use.STENCIL);
  }

  boolean blendable() {
    return uses.contains(Use.BLEND);
  }

  boolean multisampled() {
    return uses.contains(Use.MULTISAMPLE);
  }

  boolean resolvable() {
    return uses.contains(Use.RESOLVE);
  }

  boolean storable() {
    return uses.contains(Use.STORAGE);
  }

  /** Whether a binding of a sample type can have it. */
  boolean samples(GpuTextureSampleType type) {
    return type == sampleType
        || (type == GpuTextureSampleType.UNFILTERABLE_FLOAT
            && (sampleType == GpuTextureSampleType.FLOAT
                || sampleType == GpuTextureSampleType.DEPTH));
  }

  /** Whether an aspect, by its number, is there. */
  boolean has(long aspect) {
    return switch ((int) aspect) {
      case 1 -> stencil();
      case 2 -> depth();
      default -> true;
    };
  }

  boolean copyFrom(long aspect) {
    return color() || (has(aspect) && uses.contains(Use.READ));
  }

  boolean copyTo(long aspect) {
    return color() || (has(aspect) && uses.contains(Use.WRITE));
  }

  /** Whether one differs from the other in nothing but in being sRGB. */
  boolean viewCompatible(Format other) {
    return this == other || copyCompatible(other);
  }

  boolean copyCompatible(Format other) {
    return this == other || (linear() == RGBA8UNORM && other.linear() == RGBA8UNORM);
  }

  private Format linear() {
    return this == RGBA8UNORM_SRGB ? RGBA8UNORM : this;
  }
}
