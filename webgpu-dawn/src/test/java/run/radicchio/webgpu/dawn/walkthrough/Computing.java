package run.radicchio.webgpu.dawn.walkthrough;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindGroupDescriptor;
import run.radicchio.webgpu.GpuBindGroupEntry;
import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuBindingResource;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuProgrammableStage;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;

final class Computing {
  private Computing() {}

  // docs: compute {
  /** Invocations in a workgroup, as the shader says. */
  static final int WORKGROUP_SIZE = 64;

  static int[] squares(GpuDevice device, String shader, int... numbers) throws Exception {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(numbers);
    try (GpuBuffer storage =
            device.createBuffer(
                GpuBufferDescriptor.of(
                    bytes.capacity(),
                    EnumSet.of(
                        GpuBufferUsage.STORAGE,
                        GpuBufferUsage.COPY_SRC,
                        GpuBufferUsage.COPY_DST)));
        GpuBuffer readback = Readback.buffer(device, bytes.capacity());
        GpuQueue queue = device.queue();
        GpuCommandEncoder encoder = device.createCommandEncoder()) {
      queue.writeBufferWithCopy(storage, 0, bytes);
      encode(device, shader, encoder, storage, Math.ceilDiv(numbers.length, WORKGROUP_SIZE));
      encoder.copyBufferToBuffer(storage, null, readback, null, null);
      int[] result = new int[numbers.length];
      Readback.submitAndRead(device, encoder, readback).asIntBuffer().get(result);
      return result;
    }
  }

  private static void encode(
      GpuDevice device, String shader, GpuCommandEncoder encoder, GpuBuffer storage, int workgroups)
      throws Exception {
    try (GpuShaderModule module = device.createShaderModule(GpuShaderModuleDescriptor.of(shader));
        GpuComputePipeline pipeline =
            device
                .createComputePipelineAsync(
                    GpuComputePipelineDescriptor.of(
                        GpuProgrammableStage.of(module), new GpuLayoutMode.Auto()))
                .toCompletableFuture()
                .get();
        GpuBindGroupLayout layout = pipeline.getBindGroupLayout(0);
        GpuBindGroup bindGroup =
            device.createBindGroup(
                GpuBindGroupDescriptor.of(
                    layout,
                    List.of(new GpuBindGroupEntry(0, new GpuBindingResource.Buffer(storage)))));
        GpuComputePassEncoder pass = encoder.beginComputePass()) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(workgroups);
      pass.end();
    }
  }
  // } docs
}
