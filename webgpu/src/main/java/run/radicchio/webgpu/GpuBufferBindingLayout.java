package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * A buffer in a bind group's layout.
 *
 * @param type how shaders see it; null: {@code UNIFORM}
 * @param hasDynamicOffset whether {@code setBindGroup} adds an offset each time; null: false
 * @param minBindingSize the least number of bytes that are bound, or 0 to check against the shader
 *     at each draw or dispatch; null: 0
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpubufferbindinglayout">GPUBufferBindingLayout</a>
 */
public record GpuBufferBindingLayout(
    @Nullable GpuBufferBindingType type,
    @Nullable Boolean hasDynamicOffset,
    @Nullable @GpuSize64 Long minBindingSize) {
  /** All defaults. */
  public static GpuBufferBindingLayout of() {
    return new GpuBufferBindingLayout(null, null, null);
  }

  /** {@return a copy with this {@code type}} */
  public GpuBufferBindingLayout withType(GpuBufferBindingType type) {
    return new GpuBufferBindingLayout(type, hasDynamicOffset, minBindingSize);
  }

  /** {@return a copy with this {@code hasDynamicOffset}} */
  public GpuBufferBindingLayout withHasDynamicOffset(boolean hasDynamicOffset) {
    return new GpuBufferBindingLayout(type, hasDynamicOffset, minBindingSize);
  }

  /** {@return a copy with this {@code minBindingSize}} */
  public GpuBufferBindingLayout withMinBindingSize(@GpuSize64 long minBindingSize) {
    return new GpuBufferBindingLayout(type, hasDynamicOffset, minBindingSize);
  }
}
