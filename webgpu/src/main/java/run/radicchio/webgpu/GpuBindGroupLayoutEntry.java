package run.radicchio.webgpu;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a bind group: exactly one of {@code buffer}, {@code sampler}, {@code texture} and
 * {@code storageTexture} is given.
 *
 * @param binding its number, WGSL's {@code @binding}
 * @param visibility the shader stages that see it
 * @param buffer given if it is a buffer
 * @param sampler given if it is a sampler
 * @param texture given if it is a sampled texture
 * @param storageTexture given if it is a storage texture
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpubindgrouplayoutentry">GPUBindGroupLayoutEntry</a>
 */
public record GpuBindGroupLayoutEntry(
    @GpuIndex32 int binding,
    Set<GpuShaderStage> visibility,
    @Nullable GpuBufferBindingLayout buffer,
    @Nullable GpuSamplerBindingLayout sampler,
    @Nullable GpuTextureBindingLayout texture,
    @Nullable GpuStorageTextureBindingLayout storageTexture) {
  /** With defaults for all that may be null. */
  public static GpuBindGroupLayoutEntry of(
      @GpuIndex32 int binding, Set<GpuShaderStage> visibility) {
    return new GpuBindGroupLayoutEntry(binding, visibility, null, null, null, null);
  }

  /** {@return a copy with this {@code buffer}} */
  public GpuBindGroupLayoutEntry withBuffer(GpuBufferBindingLayout buffer) {
    return new GpuBindGroupLayoutEntry(
        binding, visibility, buffer, sampler, texture, storageTexture);
  }

  /** {@return a copy with this {@code sampler}} */
  public GpuBindGroupLayoutEntry withSampler(GpuSamplerBindingLayout sampler) {
    return new GpuBindGroupLayoutEntry(
        binding, visibility, buffer, sampler, texture, storageTexture);
  }

  /** {@return a copy with this {@code texture}} */
  public GpuBindGroupLayoutEntry withTexture(GpuTextureBindingLayout texture) {
    return new GpuBindGroupLayoutEntry(
        binding, visibility, buffer, sampler, texture, storageTexture);
  }

  /** {@return a copy with this {@code storageTexture}} */
  public GpuBindGroupLayoutEntry withStorageTexture(GpuStorageTextureBindingLayout storageTexture) {
    return new GpuBindGroupLayoutEntry(
        binding, visibility, buffer, sampler, texture, storageTexture);
  }
}
