package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * The fragment shader of a pipeline and the targets that it writes.
 *
 * @param targets each color target, by number; null for one that is not written
 * @param module the shader
 * @param entryPoint the name of the entry point; null: the only one for fragments
 * @param constants values for its {@code override} declarations; owned, so whoever makes the
 *     pipeline closes it; null: none
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpufragmentstate">GPUFragmentState</a>
 */
public record GpuFragmentState(
    List<@Nullable GpuColorTargetState> targets,
    @Borrow GpuShaderModule module,
    @Nullable String entryPoint,
    @Nullable RecordGpuPipelineConstantValue constants) {
  /** With defaults for all that may be null. */
  public static GpuFragmentState of(
      List<@Nullable GpuColorTargetState> targets, @Borrow GpuShaderModule module) {
    return new GpuFragmentState(targets, module, null, null);
  }

  /** {@return a copy with this {@code entryPoint}} */
  public GpuFragmentState withEntryPoint(String entryPoint) {
    return new GpuFragmentState(targets, module, entryPoint, constants);
  }

  /** {@return a copy with this {@code constants}} */
  public GpuFragmentState withConstants(RecordGpuPipelineConstantValue constants) {
    return new GpuFragmentState(targets, module, entryPoint, constants);
  }
}
