package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindGroupDescriptor;
import run.radicchio.webgpu.GpuBindGroupEntry;
import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuBindingResource;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuProgrammableStage;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;

/** Computing, from the shader to the numbers. */
class ComputeTest {
  private static final String COLLATZ =
      """
      @group(0) @binding(0) var<storage, read_write> numbers: array<u32>;

      fn steps(start: u32) -> u32 {
        var n = start;
        var count = 0u;
        while (n > 1u) {
          n = select(n / 2u, 3u * n + 1u, n % 2u == 1u);
          count++;
        }
        return count;
      }

      @compute @workgroup_size(1)
      fn main(@builtin(global_invocation_id) id: vec3<u32>) {
        numbers[id.x] = steps(numbers[id.x]);
      }
      """;

  @Test
  void countsCollatzSteps() throws Exception {
    try (SoftwareDevice gpu = new SoftwareDevice();
        GpuBuffer numbers =
            gpu.buffer(
                16, GpuBufferUsage.STORAGE, GpuBufferUsage.COPY_DST, GpuBufferUsage.COPY_SRC);
        GpuShaderModule shader =
            gpu.device.createShaderModule(GpuShaderModuleDescriptor.of(COLLATZ));
        GpuComputePipeline pipeline =
            gpu.device.createComputePipeline(
                GpuComputePipelineDescriptor.of(
                    GpuProgrammableStage.of(shader), new GpuLayoutMode.Auto()));
        GpuBindGroupLayout layout = pipeline.getBindGroupLayout(0);
        GpuBindGroup group =
            gpu.device.createBindGroup(
                GpuBindGroupDescriptor.of(
                    layout,
                    List.of(new GpuBindGroupEntry(0, new GpuBindingResource.Buffer(numbers)))));
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      gpu.queue.writeBufferWithCopy(numbers, 0, SoftwareDevice.bytes(1, 2, 3, 4), null, null);
      try (GpuComputePassEncoder pass = encoder.beginComputePass()) {
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(4);
        pass.end();
      }
      gpu.submit(encoder);
      assertArrayEquals(new int[] {0, 1, 7, 2}, gpu.read(numbers));
    }
  }
}
