package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device is to have.
 *
 * @param requiredFeatures the features to have; null: none
 * @param requiredLimits the limits to have by name, at least; owned, so whoever makes the device
 *     closes it; null: the defaults
 * @param defaultQueue the queue's label; null: none
 * @param label a name for messages and tools; null: empty
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpudevicedescriptor">GPUDeviceDescriptor</a>
 */
public record GpuDeviceDescriptor(
    @Nullable List<GpuFeatureName> requiredFeatures,
    @Nullable RecordOptionGpuSize64 requiredLimits,
    @Nullable GpuQueueDescriptor defaultQueue,
    @Nullable String label) {
  /** All defaults. */
  public static GpuDeviceDescriptor of() {
    return new GpuDeviceDescriptor(null, null, null, null);
  }

  /** {@return a copy with this {@code requiredFeatures}} */
  public GpuDeviceDescriptor withRequiredFeatures(List<GpuFeatureName> requiredFeatures) {
    return new GpuDeviceDescriptor(requiredFeatures, requiredLimits, defaultQueue, label);
  }

  /** {@return a copy with this {@code requiredLimits}} */
  public GpuDeviceDescriptor withRequiredLimits(RecordOptionGpuSize64 requiredLimits) {
    return new GpuDeviceDescriptor(requiredFeatures, requiredLimits, defaultQueue, label);
  }

  /** {@return a copy with this {@code defaultQueue}} */
  public GpuDeviceDescriptor withDefaultQueue(GpuQueueDescriptor defaultQueue) {
    return new GpuDeviceDescriptor(requiredFeatures, requiredLimits, defaultQueue, label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuDeviceDescriptor withLabel(String label) {
    return new GpuDeviceDescriptor(requiredFeatures, requiredLimits, defaultQueue, label);
  }
}
