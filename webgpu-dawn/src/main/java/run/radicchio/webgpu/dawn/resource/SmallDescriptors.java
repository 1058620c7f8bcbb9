package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuComputePassDescriptor;
import run.radicchio.webgpu.GpuComputePassTimestampWrites;
import run.radicchio.webgpu.GpuQuerySetDescriptor;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUBufferDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUCommandBufferDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUCommandEncoderDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUComputePassDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUPassTimestampWrites;
import run.radicchio.webgpu.dawn.generated.WGPUQuerySetDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPURenderBundleDescriptor;
import run.radicchio.webgpu.dawn.object.Text;

/** Descriptors of little more than a label. */
final class SmallDescriptors {
  private SmallDescriptors() {}

  /**
   * A buffer.
   *
   * @param usage its usage as Dawn's bitmask
   */
  static long buffer(Call call, GpuBufferDescriptor from, long usage) {
    long to = call.allocate(WGPUBufferDescriptor.SIZE);
    WGPUBufferDescriptor.initialize(to);
    Text.write(call, WGPUBufferDescriptor.label(to), from.label());
    WGPUBufferDescriptor.size(to, from.size());
    WGPUBufferDescriptor.usage(to, usage);
    WGPUBufferDescriptor.mappedAtCreation(to, Given.or(from.mappedAtCreation(), false));
    return to;
  }

  static long commandEncoder(Call call, @Nullable String label) {
    long to = call.allocate(WGPUCommandEncoderDescriptor.SIZE);
    WGPUCommandEncoderDescriptor.initialize(to);
    Text.write(call, WGPUCommandEncoderDescriptor.label(to), label);
    return to;
  }

  static long commandBuffer(Call call, @Nullable String label) {
    long to = call.allocate(WGPUCommandBufferDescriptor.SIZE);
    WGPUCommandBufferDescriptor.initialize(to);
    Text.write(call, WGPUCommandBufferDescriptor.label(to), label);
    return to;
  }

  static long renderBundle(Call call, @Nullable String label) {
    long to = call.allocate(WGPURenderBundleDescriptor.SIZE);
    WGPURenderBundleDescriptor.initialize(to);
    Text.write(call, WGPURenderBundleDescriptor.label(to), label);
    return to;
  }

  static long querySet(Call call, GpuQuerySetDescriptor from) {
    long to = call.allocate(WGPUQuerySetDescriptor.SIZE);
    WGPUQuerySetDescriptor.initialize(to);
    Text.write(call, WGPUQuerySetDescriptor.label(to), from.label());
    WGPUQuerySetDescriptor.type(to, Values.of(from.type()));
    WGPUQuerySetDescriptor.count(to, from.count());
    return to;
  }

  static long computePass(Call call, GpuComputePassDescriptor from) {
    long to = call.allocate(WGPUComputePassDescriptor.SIZE);
    WGPUComputePassDescriptor.initialize(to);
    Text.write(call, WGPUComputePassDescriptor.label(to), from.label());
    GpuComputePassTimestampWrites writes = from.timestampWrites();
    if (writes != null) {
      long timestamps =
          timestampWrites(
              call,
              DawnObject.address(call, writes.querySet()),
              writes.beginningOfPassWriteIndex(),
              writes.endOfPassWriteIndex());
      WGPUComputePassDescriptor.timestampWrites(to, timestamps);
    }
    return to;
  }

  static long timestampWrites(
      Call call, long querySet, @Nullable Integer beginning, @Nullable Integer end) {
    long to = call.allocate(WGPUPassTimestampWrites.SIZE);
    WGPUPassTimestampWrites.initialize(to);
    WGPUPassTimestampWrites.querySet(to, querySet);
    WGPUPassTimestampWrites.beginningOfPassWriteIndex(to, Given.orHighest(beginning));
    WGPUPassTimestampWrites.endOfPassWriteIndex(to, Given.orHighest(end));
    return to;
  }
}
