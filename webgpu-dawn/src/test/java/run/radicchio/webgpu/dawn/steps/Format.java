package run.radicchio.webgpu.dawn.steps;

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
  private final String uses;
  private final GpuTextureSampleType sampleType;

  Format(GpuTextureFormat format, int bytes, String uses, GpuTextureSampleType sampleType) {
    this.format = format;
    this.bytes = bytes;
    this.uses = uses;
    this.sampleType = sampleType;
  }

  /** The number that stands for it. */
  long number() {
    return Cases.number(format);
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
    return !uses.contains("missing");
  }

  boolean renderable() {
    return uses.contains("render");
  }

  boolean color() {
    return !depth() && !stencil();
  }

  boolean depth() {
    return uses.contains("depth");
  }

  boolean stencil() {
    return uses.contains("stencil");
  }

  boolean blendable() {
    return uses.contains("blend");
  }

  boolean multisampled() {
    return uses.contains("multisample");
  }

  boolean resolvable() {
    return uses.contains("resolve");
  }

  boolean storable() {
    return uses.contains("storage");
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
    return color() || (has(aspect) && uses.contains("read"));
  }

  boolean copyTo(long aspect) {
    return color() || (has(aspect) && uses.contains("write"));
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
