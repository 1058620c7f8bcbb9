package run.radicchio.webgpu.dawn.walkthrough;

import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.webgpu.GetMappedRangeException;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceLostInfo;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuErrorKind;

final class Mistakes {
  private Mistakes() {}

  // docs: scope {
  /** Most calls return before anybody knows whether they were right: the error goes to a scope. */
  static String toldToScope(GpuDevice device) throws Exception {
    device.pushErrorScope(GpuErrorFilter.VALIDATION);
    impossibleBuffer(device).close();
    try (GpuError error = device.popErrorScope().toCompletableFuture().get()) {
      return error == null ? "Caught nothing" : "Caught: " + kind(error);
    }
  }

  /** The CPU may read a buffer or write it, not both. */
  private static GpuBuffer impossibleBuffer(GpuDevice device) {
    return device.createBuffer(
        GpuBufferDescriptor.of(16, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.MAP_WRITE)));
  }

  private static String kind(GpuError error) {
    return switch (error.kind()) {
      case GpuErrorKind.Validation() -> "validation error";
      case GpuErrorKind.OutOfMemory() -> "out-of-memory error";
      case GpuErrorKind.Internal() -> "internal error";
    };
  }

  // } docs

  // docs: result {
  /** Where the CPU itself would wait for or use what went wrong, the call says so. */
  static String toldByTheCall(GpuDevice device) {
    try (GpuBuffer buffer = Readback.buffer(device, 16)) {
      buffer.getMappedRangeGetWithCopy();
      return "Read a buffer that is not mapped";
    } catch (GetMappedRangeException notMapped) {
      return "Refused: the buffer is not mapped";
    }
  }

  // } docs

  // docs: uncaptured {
  /** An error that no scope catches is told to whoever reads the device's stream of them. */
  static String toldToNobody(GpuDevice device) throws Exception {
    FirstError first = new FirstError();
    device.onUncapturedError().subscribe(first);
    impossibleBuffer(device).close();
    try (GpuError error = first.error.get()) {
      return "Uncaptured: " + kind(error);
    }
  }

  private static final class FirstError implements Flow.Subscriber<GpuError> {
    final CompletableFuture<GpuError> error = new CompletableFuture<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(GpuError item) {
      error.complete(item);
    }

    @Override
    public void onError(Throwable failure) {
      error.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      error.completeExceptionally(new IllegalStateException("the device was destroyed"));
    }
  }

  // } docs

  // docs: lost {
  /** A device can be lost at any time. What is called on it after that does nothing. */
  static String lost(GpuDevice device) throws Exception {
    CompletionStage<GpuDeviceLostInfo> lost = device.lost();
    device.destroy();
    try (GpuDeviceLostInfo info = lost.toCompletableFuture().get()) {
      return switch (info.reason()) {
        case DESTROYED -> "Lost: destroyed";
        case UNKNOWN -> "Lost: unknown";
      };
    }
  }
  // } docs
}
