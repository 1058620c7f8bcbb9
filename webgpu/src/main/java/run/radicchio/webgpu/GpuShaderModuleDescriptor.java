package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WGSL to compile.
 *
 * @param code the WGSL
 * @param compilationHints the layouts that entry points will be used with, so that a host may
 *     compile early; null: none
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpushadermoduledescriptor">GPUShaderModuleDescriptor</a>
 */
public record GpuShaderModuleDescriptor(
    String code,
    @Nullable List<GpuShaderModuleCompilationHint> compilationHints,
    @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuShaderModuleDescriptor of(String code) {
    return new GpuShaderModuleDescriptor(code, null, null);
  }

  /** {@return a copy with this {@code compilationHints}} */
  public GpuShaderModuleDescriptor withCompilationHints(
      List<GpuShaderModuleCompilationHint> compilationHints) {
    return new GpuShaderModuleDescriptor(code, compilationHints, label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuShaderModuleDescriptor withLabel(String label) {
    return new GpuShaderModuleDescriptor(code, compilationHints, label);
  }
}
