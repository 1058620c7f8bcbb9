package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * An error that no scope took, as an event. {@link GpuDevice#onUncapturedError} gives the errors
 * themselves, so no function returns one.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuuncapturederrorevent">GPUUncapturedErrorEvent</a>
 */
@WitResource
public interface GpuUncapturedErrorEvent extends AutoCloseable {
  /**
   * The error.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuuncapturederrorevent-error">GPUUncapturedErrorEvent.error</a>
   */
  GpuError error();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
