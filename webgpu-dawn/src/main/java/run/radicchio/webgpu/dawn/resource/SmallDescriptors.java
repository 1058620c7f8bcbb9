package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuComputePassDescriptor;
import run.radicchio.webgpu.GpuComputePassTimestampWrites;
import run.radicchio.webgpu.GpuQuerySetDescriptor;
import run.radicchio.webgpu.dawn.ffm.Scratch;
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

  static long buffer(Scratch scratch, GpuBufferDescriptor from) {
    long to = scratch.allocate(WGPUBufferDescriptor.SIZE);
    WGPUBufferDescriptor.initialize(to);
    Text.write(scratch, WGPUBufferDescriptor.label(to), from.label());
    WGPUBufferDescriptor.size(to, from.size());
    WGPUBufferDescriptor.usage(to, Masks.of(from.usage(), Masks::bit));
    WGPUBufferDescriptor.mappedAtCreation(to, Given.or(from.mappedAtCreation(), false));
    return to;
  }

  static long commandEncoder(Scratch scratch, @Nullable String label) {
    long to = scratch.allocate(WGPUCommandEncoderDescriptor.SIZE);
    WGPUCommandEncoderDescriptor.initialize(to);
    Text.write(scratch, WGPUCommandEncoderDescriptor.label(to), label);
    return to;
  }

  static long commandBuffer(Scratch scratch, @Nullable String label) {
    long to = scratch.allocate(WGPUCommandBufferDescriptor.SIZE);
    WGPUCommandBufferDescriptor.initialize(to);
    Text.write(scratch, WGPUCommandBufferDescriptor.label(to), label);
    return to;
  }

  static long renderBundle(Scratch scratch, @Nullable String label) {
    long to = scratch.allocate(WGPURenderBundleDescriptor.SIZE);
    WGPURenderBundleDescriptor.initialize(to);
    Text.write(scratch, WGPURenderBundleDescriptor.label(to), label);
    return to;
  }

  static long querySet(Scratch scratch, GpuQuerySetDescriptor from) {
    long to = scratch.allocate(WGPUQuerySetDescriptor.SIZE);
    WGPUQuerySetDescriptor.initialize(to);
    Text.write(scratch, WGPUQuerySetDescriptor.label(to), from.label());
    WGPUQuerySetDescriptor.type(to, Values.of(from.type()));
    WGPUQuerySetDescriptor.count(to, from.count());
    return to;
  }

  static long computePass(Scratch scratch, GpuComputePassDescriptor from) {
    long to = scratch.allocate(WGPUComputePassDescriptor.SIZE);
    WGPUComputePassDescriptor.initialize(to);
    Text.write(scratch, WGPUComputePassDescriptor.label(to), from.label());
    GpuComputePassTimestampWrites writes = from.timestampWrites();
    if (writes != null) {
      long timestamps =
          timestampWrites(
              scratch,
              DawnObject.address(writes.querySet()),
              writes.beginningOfPassWriteIndex(),
              writes.endOfPassWriteIndex());
      WGPUComputePassDescriptor.timestampWrites(to, timestamps);
    }
    return to;
  }

  static long timestampWrites(
      Scratch scratch, long querySet, @Nullable Integer beginning, @Nullable Integer end) {
    long to = scratch.allocate(WGPUPassTimestampWrites.SIZE);
    WGPUPassTimestampWrites.initialize(to);
    WGPUPassTimestampWrites.querySet(to, querySet);
    WGPUPassTimestampWrites.beginningOfPassWriteIndex(to, Given.orHighest(beginning));
    WGPUPassTimestampWrites.endOfPassWriteIndex(to, Given.orHighest(end));
    return to;
  }
}
