package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;

/**
 * Records draws into a bundle.
 *
 * <p>A wrong call invalidates the encoder, and {@link #finish} reports the first cause as a
 * validation error. Not safe for use by several threads at the same time.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpurenderbundleencoder">GPURenderBundleEncoder</a>
 */
@WitResource
public interface GpuRenderBundleEncoder
    extends GpuObject, GpuDebugCommands, GpuBindingCommands, GpuRenderCommands {
  /**
   * Ends the recording.
   *
   * <p>Validation error, and the bundle is invalid, if a recorded call was wrong, debug groups are
   * not balanced, or the encoder is finished already.
   *
   * @param descriptor a label; null: none
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderbundleencoder-finish">GPURenderBundleEncoder.finish</a>
   */
  GpuRenderBundle finish(@Nullable GpuRenderBundleDescriptor descriptor);

  /** {@link #finish(GpuRenderBundleDescriptor)} with no descriptor. */
  default GpuRenderBundle finish() {
    return finish(null);
  }
}
