package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to make a render bundle.
 *
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpurenderbundledescriptor">GPURenderBundleDescriptor</a>
 */
public record GpuRenderBundleDescriptor(@Nullable String label) {
  /** All defaults. */
  public static GpuRenderBundleDescriptor of() {
    return new GpuRenderBundleDescriptor(null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuRenderBundleDescriptor withLabel(String label) {
    return new GpuRenderBundleDescriptor(label);
  }
}
