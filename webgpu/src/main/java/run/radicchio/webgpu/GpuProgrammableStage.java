package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * An entry point of a shader with its constants.
 *
 * @param module the shader
 * @param entryPoint the name of the entry point; null: the only one of the stage
 * @param constants values for its {@code override} declarations; owned, so whoever makes the
 *     pipeline closes it; null: none
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuprogrammablestage">GPUProgrammableStage</a>
 */
public record GpuProgrammableStage(
    @Borrow GpuShaderModule module,
    @Nullable String entryPoint,
    @Nullable RecordGpuPipelineConstantValue constants) {
  /** With defaults for all that may be null. */
  public static GpuProgrammableStage of(@Borrow GpuShaderModule module) {
    return new GpuProgrammableStage(module, null, null);
  }

  /** {@return a copy with this {@code entryPoint}} */
  public GpuProgrammableStage withEntryPoint(String entryPoint) {
    return new GpuProgrammableStage(module, entryPoint, constants);
  }

  /** {@return a copy with this {@code constants}} */
  public GpuProgrammableStage withConstants(RecordGpuPipelineConstantValue constants) {
    return new GpuProgrammableStage(module, entryPoint, constants);
  }
}
