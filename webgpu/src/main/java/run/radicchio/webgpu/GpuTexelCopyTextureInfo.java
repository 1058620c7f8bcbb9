package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * Which part of a texture to copy.
 *
 * @param texture the texture
 * @param mipLevel which mip level; null: 0
 * @param origin where in it to begin; null: at 0, 0, 0
 * @param aspect depth, stencil or all; null: {@code ALL}
 * @see <a href="https://www.w3.org/TR/webgpu/#gputexelcopytextureinfo">GPUTexelCopyTextureInfo</a>
 */
public record GpuTexelCopyTextureInfo(
    @Borrow GpuTexture texture,
    @Nullable @GpuIntegerCoordinate Integer mipLevel,
    @Nullable GpuOrigin3D origin,
    @Nullable GpuTextureAspect aspect) {
  /** With defaults for all that may be null. */
  public static GpuTexelCopyTextureInfo of(@Borrow GpuTexture texture) {
    return new GpuTexelCopyTextureInfo(texture, null, null, null);
  }

  /** {@return a copy with this {@code mipLevel}} */
  public GpuTexelCopyTextureInfo withMipLevel(@GpuIntegerCoordinate int mipLevel) {
    return new GpuTexelCopyTextureInfo(texture, mipLevel, origin, aspect);
  }

  /** {@return a copy with this {@code origin}} */
  public GpuTexelCopyTextureInfo withOrigin(GpuOrigin3D origin) {
    return new GpuTexelCopyTextureInfo(texture, mipLevel, origin, aspect);
  }

  /** {@return a copy with this {@code aspect}} */
  public GpuTexelCopyTextureInfo withAspect(GpuTextureAspect aspect) {
    return new GpuTexelCopyTextureInfo(texture, mipLevel, origin, aspect);
  }
}
