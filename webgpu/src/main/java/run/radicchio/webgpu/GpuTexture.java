package run.radicchio.webgpu;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;

/**
 * A picture or an array of pictures in GPU memory, with 1, 2 or 3 dimensions, mip levels and
 * samples.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gputexture">GPUTexture</a>
 */
@WitResource
public interface GpuTexture extends GpuObject {
  /**
   * Makes a view of the texture, or of a part of it, for bind groups and render passes.
   *
   * <p>Validation error if the texture has no such part, or its format or usage does not allow the
   * view.
   *
   * @param descriptor which part, seen how; null: the whole texture as it is
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gputexture-createview">GPUTexture.createView</a>
   */
  GpuTextureView createView(@Nullable GpuTextureViewDescriptor descriptor);

  /**
   * Frees the texture's memory, as soon as submitted work no longer needs it. Using the texture in
   * a later submission is a validation error. A second call does nothing.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gputexture-destroy">GPUTexture.destroy</a>
   */
  void destroy();

  /**
   * Its width in texels.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gputexture-width">GPUTexture.width</a>
   */
  @GpuIntegerCoordinateOut
  int width();

  /**
   * Its height in texels.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gputexture-height">GPUTexture.height</a>
   */
  @GpuIntegerCoordinateOut
  int height();

  /**
   * Its depth in texels if it is 3D, its number of layers otherwise.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gputexture-depthorarraylayers">GPUTexture.depthOrArrayLayers</a>
   */
  @GpuIntegerCoordinateOut
  int depthOrArrayLayers();

  /**
   * How many mip levels it has.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gputexture-miplevelcount">GPUTexture.mipLevelCount</a>
   */
  @GpuIntegerCoordinateOut
  int mipLevelCount();

  /**
   * How many samples each texel has: 1 or 4.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gputexture-samplecount">GPUTexture.sampleCount</a>
   */
  @GpuSize32Out
  int sampleCount();

  /**
   * How many dimensions each of its subresources has.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gputexture-dimension">GPUTexture.dimension</a>
   */
  GpuTextureDimension dimension();

  /**
   * The format of its texels.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gputexture-format">GPUTexture.format</a>
   */
  GpuTextureFormat format();

  /**
   * What it was made for.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gputexture-usage">GPUTexture.usage</a>
   */
  Set<GpuTextureUsage> usage();

  /**
   * In compatibility mode, the dimension that all views of it have that are bound to shaders; null
   * for a device with {@code core-features-and-limits}, whose views are free.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gputexture-texturebindingviewdimension">GPUTexture.textureBindingViewDimension</a>
   */
  @Nullable GpuTextureViewDimension textureBindingViewDimension();

  /** {@link #createView(GpuTextureViewDescriptor)} with no descriptor. */
  default GpuTextureView createView() {
    return createView(null);
  }
}
