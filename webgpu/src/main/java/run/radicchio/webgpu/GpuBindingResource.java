package run.radicchio.webgpu;

import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.WitName;

/**
 * What a bind group binds to a number.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#typedefdef-gpubindingresource">GPUBindingResource</a>
 */
public sealed interface GpuBindingResource {
  /**
   * A whole buffer.
   *
   * @param buffer the buffer
   */
  @WitName("gpu-buffer")
  record Buffer(@Borrow GpuBuffer buffer) implements GpuBindingResource {}

  /**
   * A range of a buffer.
   *
   * @param binding the range
   */
  @WitName("gpu-buffer-binding")
  record BufferBinding(GpuBufferBinding binding) implements GpuBindingResource {}

  /**
   * A sampler.
   *
   * @param sampler the sampler
   */
  @WitName("gpu-sampler")
  record Sampler(@Borrow GpuSampler sampler) implements GpuBindingResource {}

  /**
   * A whole texture, as by {@link GpuTexture#createView} with null.
   *
   * @param texture the texture
   */
  @WitName("gpu-texture")
  record Texture(@Borrow GpuTexture texture) implements GpuBindingResource {}

  /**
   * A view of a texture.
   *
   * @param view the view
   */
  @WitName("gpu-texture-view")
  record TextureView(@Borrow GpuTextureView view) implements GpuBindingResource {}
}
