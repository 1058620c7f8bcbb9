package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;
import static run.radicchio.webgpu.dawn.SoftwareDevice.bytes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.CreateQuerySetException;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindGroupDescriptor;
import run.radicchio.webgpu.GpuBindGroupEntry;
import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuBindingResource;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuProgrammableStage;
import run.radicchio.webgpu.GpuQuerySetDescriptor;
import run.radicchio.webgpu.GpuQueryType;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.SetBindGroupException;

/** What keeps what alive, what is left when all is closed, and use from many threads. */
class LifetimeTest {
  private static DawnGpu open() {
    return DawnGpu.open(SoftwareDevice.OPTIONS);
  }

  private static GpuAdapter adapter(DawnGpu webgpu) {
    try (Gpu gpu = webgpu.getGpu()) {
      return Objects.requireNonNull(await(gpu.requestAdapter()));
    }
  }

  /** Each takes some 300 KB on SwiftShader. */
  @Test
  void whatIsDroppedIsFreedThoughNothingIsSubmitted() throws CreateQuerySetException {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      Usage before = Usage.now();
      for (int i = 0; i < 2000; i++) {
        gpu.device.createQuerySet(GpuQuerySetDescriptor.of(GpuQueryType.OCCLUSION, 512)).close();
      }
      Usage after = Usage.now();
      assertTrue(
          after.anonymous() < before.anonymous() + (128 << 20),
          () -> "from " + before + " to " + after);
    }
  }

  @Test
  void aQueueAndABufferNeedNothingElse() throws Exception {
    try (DawnGpu webgpu = open()) {
      GpuQueue queue;
      GpuBuffer buffer;
      try (GpuAdapter adapter = adapter(webgpu);
          GpuDevice device = await(adapter.requestDevice())) {
        queue = device.queue();
        buffer =
            device.createBuffer(
                GpuBufferDescriptor.of(
                    8, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)));
      }
      try (queue;
          buffer) {
        queue.writeBufferWithCopy(buffer, 0, bytes(1, 2), null, null);
        await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)));
        assertArrayEquals(bytes(1, 2).array(), buffer.getMappedRangeGetWithCopy().array());
      }
    }
  }

  @Test
  void aCallThatIsUnderWayEndsThoughAllIsClosed() {
    try (DawnGpu webgpu = open()) {
      CompletionStage<Void> mapping;
      CompletionStage<GpuComputePipeline> creation;
      try (GpuAdapter adapter = adapter(webgpu);
          GpuDevice device = await(adapter.requestDevice());
          GpuShaderModule shader =
              device.createShaderModule(
                  GpuShaderModuleDescriptor.of("@compute @workgroup_size(1) fn main() {}"));
          GpuBuffer buffer =
              device.createBuffer(GpuBufferDescriptor.of(8, EnumSet.of(GpuBufferUsage.MAP_READ)))) {
        mapping = buffer.mapAsync(EnumSet.of(GpuMapMode.READ));
        creation =
            device.createComputePipelineAsync(
                GpuComputePipelineDescriptor.of(
                    GpuProgrammableStage.of(shader), new GpuLayoutMode.Auto()));
      }
      await(mapping.handle((done, failure) -> "over"));
      await(creation).close();
    }
  }

  /** Everything that a small program does, closed in an order that is not the usual one. */
  private static void compute(GpuDevice device) throws Exception {
    List<AutoCloseable> made = new ArrayList<>();
    made.add(device);
    GpuQueue queue = device.queue();
    made.add(queue);
    GpuShaderModule shader =
        device.createShaderModule(
            GpuShaderModuleDescriptor.of("@compute @workgroup_size(1) fn main() {}"));
    made.add(shader);
    GpuComputePipeline pipeline =
        await(
            device.createComputePipelineAsync(
                GpuComputePipelineDescriptor.of(
                    GpuProgrammableStage.of(shader), new GpuLayoutMode.Auto())));
    made.add(pipeline);
    GpuBuffer buffer =
        device.createBuffer(
            GpuBufferDescriptor.of(
                16, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)));
    made.add(buffer);
    GpuCommandEncoder encoder = device.createCommandEncoder();
    made.add(encoder);
    var pass = encoder.beginComputePass();
    made.add(pass);
    pass.setPipeline(pipeline);
    pass.dispatchWorkgroups(1);
    pass.end();
    var commands = encoder.finish();
    made.add(commands);
    queue.submit(List.of(commands));
    await(queue.onSubmittedWorkDone());
    await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)));
    for (AutoCloseable resource : made) {
      resource.close();
    }
  }

  @Test
  void leavesNothing() throws Exception {
    try (DawnGpu webgpu = open()) {
      adapter(webgpu).close();
      Map<String, Integer> before = webgpu.liveObjects();
      assertEquals(Set.of("gpu", "gpu-adapter"), before.keySet());
      for (int i = 0; i < 20; i++) {
        try (GpuAdapter adapter = adapter(webgpu)) {
          compute(await(adapter.requestDevice()));
        }
      }
      assertEquals(before, webgpu.liveObjects());
    }
  }

  @Test
  void closingEndsDevicesAndRefusesMore() throws Exception {
    DawnGpu webgpu = open();
    GpuAdapter adapter = adapter(webgpu);
    GpuDevice device = await(adapter.requestDevice());
    webgpu.close();
    webgpu.close();
    await(device.lost());
    assertThrows(IllegalStateException.class, webgpu::getGpu);
    adapter.close();
    device.close();
    // The thread of the events counts the last ones down.
    for (int i = 0; i < 1000 && !webgpu.liveObjects().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertEquals(Map.of(), webgpu.liveObjects());
  }

  /** The process may end next, which must not happen within a driver. */
  @Test
  void closingWaitsForWhatTheGpuDoes() throws SetBindGroupException {
    DawnGpu webgpu = open();
    try (GpuAdapter adapter = adapter(webgpu)) {
      workForOverASecond(await(adapter.requestDevice()));
    }
    webgpu.close();
    assertEquals(Map.of(), webgpu.liveObjects());
  }

  private static void workForOverASecond(GpuDevice device) throws SetBindGroupException {
    String loop =
        """
        @group(0) @binding(0) var<storage, read_write> number: u32;
        @compute @workgroup_size(1) fn main() {
          for (var i = 0u; i < 120000000u; i++) { number = number * 1664525u + 1013904223u; }
        }""";
    try (device;
        GpuQueue queue = device.queue();
        GpuShaderModule shader = device.createShaderModule(GpuShaderModuleDescriptor.of(loop));
        GpuComputePipeline pipeline =
            device.createComputePipeline(
                GpuComputePipelineDescriptor.of(
                    GpuProgrammableStage.of(shader), new GpuLayoutMode.Auto()));
        GpuBuffer buffer =
            device.createBuffer(GpuBufferDescriptor.of(4, EnumSet.of(GpuBufferUsage.STORAGE)));
        GpuBindGroupLayout layout = pipeline.getBindGroupLayout(0);
        GpuBindGroup group =
            device.createBindGroup(
                GpuBindGroupDescriptor.of(
                    layout,
                    List.of(new GpuBindGroupEntry(0, new GpuBindingResource.Buffer(buffer)))));
        GpuCommandEncoder encoder = device.createCommandEncoder()) {
      try (GpuComputePassEncoder pass = encoder.beginComputePass()) {
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(1);
        pass.end();
      }
      try (GpuCommandBuffer commands = encoder.finish()) {
        queue.submit(List.of(commands));
      }
    }
  }

  @Test
  void manyThreadsUseOneDevice() throws Exception {
    try (SoftwareDevice gpu = new SoftwareDevice();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tasks = new ArrayList<>();
      for (int task = 0; task < 8; task++) {
        int number = task;
        tasks.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    try (GpuBuffer buffer =
                        gpu.buffer(8, GpuBufferUsage.COPY_DST, GpuBufferUsage.COPY_SRC)) {
                      gpu.queue.writeBufferWithCopy(buffer, 0, bytes(number, i), null, null);
                      assertArrayEquals(new int[] {number, i}, gpu.read(buffer));
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    }
  }
}
