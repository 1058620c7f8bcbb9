package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuAdapterInfo;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceDescriptor;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuQueueDescriptor;
import run.radicchio.webgpu.GpuSupportedFeatures;
import run.radicchio.webgpu.GpuSupportedLimits;
import run.radicchio.webgpu.RecordOptionGpuSize64;
import run.radicchio.webgpu.RequestDeviceError;
import run.radicchio.webgpu.RequestDeviceErrorKind;
import run.radicchio.webgpu.RequestDeviceException;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPUAdapter;
import run.radicchio.webgpu.dawn.generated.WGPUDeviceDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUFeatureName;
import run.radicchio.webgpu.dawn.generated.WGPUQueueDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPURequestDeviceStatus;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.Operation;
import run.radicchio.webgpu.dawn.object.Taken;
import run.radicchio.webgpu.dawn.object.Text;

/** An adapter that was requested. It makes one device, as WebGPU says. */
final class DawnAdapter implements GpuAdapter {
  private final PhysicalAdapter adapter;
  private final Handle handle;
  private final AtomicBoolean consumed = new AtomicBoolean();

  DawnAdapter(PhysicalAdapter adapter) {
    this.adapter = adapter;
    this.handle = adapter.share();
  }

  @Override
  public GpuSupportedFeatures features() {
    handle.checkOpen();
    return new DawnFeatures(adapter.features());
  }

  @Override
  public GpuSupportedLimits limits() {
    handle.checkOpen();
    return adapter.limits();
  }

  @Override
  public GpuAdapterInfo info() {
    handle.checkOpen();
    return adapter.info();
  }

  @Override
  public void close() {
    handle.close();
  }

  @Override
  public CompletionStage<GpuDevice> requestDevice(@Nullable GpuDeviceDescriptor given) {
    GpuDeviceDescriptor descriptor = given == null ? GpuDeviceDescriptor.of() : given;
    List<GpuFeatureName> named = descriptor.requiredFeatures();
    Set<GpuFeatureName> features = Features.withImplied(named == null ? List.of() : named);
    List<RecordOptionGpuSize64.Entry> limits =
        descriptor.requiredLimits() == null ? List.of() : descriptor.requiredLimits().entries();
    RequestDeviceError error = check(features, limits);
    if (error == null && !consumed.compareAndSet(false, true)) {
      error = operationError("this adapter has already made a device: request another adapter");
    }
    return error == null
        ? request(descriptor, features, limits)
        : CompletableFuture.failedFuture(new RequestDeviceException(error));
  }

  /** What WebGPU refuses before it asks the GPU; null if that is nothing. */
  private @Nullable RequestDeviceError check(
      Set<GpuFeatureName> features, List<RecordOptionGpuSize64.Entry> limits) {
    for (GpuFeatureName feature : features) {
      if (!adapter.features().contains(feature)) {
        return new RequestDeviceError(
            new RequestDeviceErrorKind.TypeError(),
            "the adapter does not have the feature " + Features.webName(feature));
      }
    }
    for (RecordOptionGpuSize64.Entry required : limits) {
      Long value = required.value();
      String reason = value == null ? null : check(required.key(), value);
      if (reason != null) {
        return operationError(reason);
      }
    }
    return null;
  }

  private @Nullable String check(String name, long value) {
    Limit limit = Limit.of(name);
    if (limit == null) {
      return "there is no limit \"" + name + "\"";
    }
    long supported = adapter.limits().get(limit);
    if (limit.isBetter(value, supported)) {
      return "the limit %s is required to be %s, and the adapter's is %s"
          .formatted(name, Long.toUnsignedString(value), Long.toUnsignedString(supported));
    }
    if (limit.isAlignment()
        && (Long.bitCount(value) != 1 || Long.compareUnsigned(value, 1L << 32) >= 0)) {
      return "the limit %s is required to be %s, which is no power of two below 2^32"
          .formatted(name, Long.toUnsignedString(value));
    }
    return null;
  }

  private static RequestDeviceError operationError(String message) {
    return new RequestDeviceError(new RequestDeviceErrorKind.OperationError(), message);
  }

  private CompletionStage<GpuDevice> request(
      GpuDeviceDescriptor descriptor,
      Set<GpuFeatureName> features,
      List<RecordOptionGpuSize64.Entry> limits) {
    GpuQueueDescriptor queue = descriptor.defaultQueue();
    Device device = new Device(adapter, DawnObject.label(queue == null ? null : queue.label()));
    try (Call call = Call.begin()) {
      long address = handle.address(call);
      long written = write(call, descriptor, device, features, limits);
      // The instance lives until the device is taken.
      adapter.instance().lifetime().enter();
      return Taken.orClosed(
          Operation.REQUEST_DEVICE
              .start(
                  adapter.instance().pump(),
                  adapter.instance().lifetime(),
                  (status, made, message) -> {
                    if (status != WGPURequestDeviceStatus.SUCCESS) {
                      throw new RequestDeviceException(operationError(message));
                    }
                    return made;
                  },
                  callback -> WGPUAdapter.requestDevice(address, written, callback))
              .<GpuDevice>thenApply(
                  made -> {
                    device.opened(made);
                    return new DawnDevice(device, made, DawnObject.label(descriptor.label()));
                  })
              .whenComplete(
                  (opened, failure) -> {
                    if (failure != null) {
                      device.failed();
                      consumed.set(false);
                    }
                    adapter.instance().lifetime().leave();
                  }));
    }
  }

  private long write(
      Call call,
      GpuDeviceDescriptor from,
      Device device,
      Set<GpuFeatureName> features,
      List<RecordOptionGpuSize64.Entry> limits) {
    long to = call.allocate(WGPUDeviceDescriptor.SIZE);
    WGPUDeviceDescriptor.initialize(to);
    Text.write(call, WGPUDeviceDescriptor.label(to), from.label());
    WGPUDeviceDescriptor.requiredFeatures(to, write(call, features));
    WGPUDeviceDescriptor.requiredFeatureCount(to, features.size() + 2);
    WGPUDeviceDescriptor.requiredLimits(to, write(call, limits));
    Text.write(
        call,
        WGPUQueueDescriptor.label(WGPUDeviceDescriptor.defaultQueue(to)),
        device.queueLabel());
    device.events().write(to);
    return to;
  }

  /** The features, and those that this side needs of every device. */
  private static long write(Call call, Set<GpuFeatureName> features) {
    long array = call.allocate((features.size() + 2L) * Integer.BYTES);
    long next = array;
    for (GpuFeatureName feature : features) {
      Memory.putInt(next, Features.of(feature));
      next += Integer.BYTES;
    }
    // One makes a device safe to use from several threads, the other lets canvases be read.
    Memory.putInt(next, WGPUFeatureName.IMPLICIT_DEVICE_SYNCHRONIZATION);
    Memory.putInt(next + Integer.BYTES, WGPUFeatureName.DAWN_INTERNAL_USAGES);
    return array;
  }

  private long write(Call call, List<RecordOptionGpuSize64.Entry> limits) {
    long structure = LimitsStructure.allocate(call);
    // By default WebGPU has 64 bytes of immediate data, and Dawn none: it gets all that there are.
    Limit.MAX_IMMEDIATE_SIZE.write(structure, adapter.limits().get(Limit.MAX_IMMEDIATE_SIZE));
    for (RecordOptionGpuSize64.Entry required : limits) {
      Limit limit = Limit.of(required.key());
      Long value = required.value();
      if (limit != null && value != null && limit != Limit.MAX_IMMEDIATE_SIZE) {
        limit.write(structure, value);
      }
    }
    return structure;
  }
}
