package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * The layout that an entry point will be used with. A wrong hint costs time and nothing else.
 *
 * @param entryPoint the name of the entry point
 * @param layout the layout; null: no hint
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpushadermodulecompilationhint">GPUShaderModuleCompilationHint</a>
 */
public record GpuShaderModuleCompilationHint(String entryPoint, @Nullable GpuLayoutMode layout) {
  /** With defaults for all that may be null. */
  public static GpuShaderModuleCompilationHint of(String entryPoint) {
    return new GpuShaderModuleCompilationHint(entryPoint, null);
  }

  /** {@return a copy with this {@code layout}} */
  public GpuShaderModuleCompilationHint withLayout(GpuLayoutMode layout) {
    return new GpuShaderModuleCompilationHint(entryPoint, layout);
  }
}
