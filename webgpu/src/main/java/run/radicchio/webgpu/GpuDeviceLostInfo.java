package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * Why a device was lost.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpudevicelostinfo">GPUDeviceLostInfo</a>
 */
@WitResource
public interface GpuDeviceLostInfo extends AutoCloseable {
  /**
   * Whether the user destroyed it, or something else ended it.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevicelostinfo-reason">GPUDeviceLostInfo.reason</a>
   */
  GpuDeviceLostReason reason();

  /**
   * A text for people; may be empty. Programs should not read meaning out of it.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpudevicelostinfo-message">GPUDeviceLostInfo.message</a>
   */
  String message();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
