package run.radicchio.webgpu;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;

/**
 * One GPU and its driver, with what it can do, as {@link Gpu#requestAdapter} found it.
 *
 * <p>An adapter makes one device: after a successful {@link #requestDevice} it is used up, and the
 * next device needs a new adapter. An adapter may also expire, when the system changes.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuadapter">GPUAdapter</a>
 */
@WitResource
public interface GpuAdapter extends AutoCloseable {
  /**
   * The features that a device of this adapter may be asked to have.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuadapter-features">GPUAdapter.features</a>
   */
  GpuSupportedFeatures features();

  /**
   * The best limits that a device of this adapter may be asked to have.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuadapter-limits">GPUAdapter.limits</a>
   */
  GpuSupportedLimits limits();

  /**
   * Who made the adapter and how it is called, as far as the host tells.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuadapter-info">GPUAdapter.info</a>
   */
  GpuAdapterInfo info();

  /**
   * Makes a device.
   *
   * <p>Where the device cannot be made though the descriptor is right, as when the adapter has
   * expired, the stage completes with a device that is already lost: see {@link GpuDevice#lost}.
   *
   * @param descriptor the features and limits to have, and labels; null: no features and default
   *     limits
   * @return the device, which the caller closes
   * @throws RequestDeviceException through the stage: {@code type-error} if a required feature is
   *     not among {@link #features}; {@code operation-error} if a required limit has an unknown
   *     name or is better than {@link #limits}, or if this adapter has already made a device
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapter-requestdevice">GPUAdapter.requestDevice</a>
   */
  CompletionStage<GpuDevice> requestDevice(@Nullable GpuDeviceDescriptor descriptor)
      throws RequestDeviceException;

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();

  /** {@link #requestDevice(GpuDeviceDescriptor)} with no descriptor. */
  default CompletionStage<GpuDevice> requestDevice() {
    return requestDevice(null);
  }
}
