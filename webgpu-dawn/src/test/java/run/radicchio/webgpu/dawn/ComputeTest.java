package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;
import static run.radicchio.webgpu.dawn.SoftwareDevice.bytes;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.CreatePipelineErrorKind;
import run.radicchio.webgpu.CreatePipelineException;
import run.radicchio.webgpu.CreateQuerySetException;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindGroupDescriptor;
import run.radicchio.webgpu.GpuBindGroupEntry;
import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuBindGroupLayoutDescriptor;
import run.radicchio.webgpu.GpuBindGroupLayoutEntry;
import run.radicchio.webgpu.GpuBindingResource;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferBinding;
import run.radicchio.webgpu.GpuBufferBindingLayout;
import run.radicchio.webgpu.GpuBufferBindingType;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassDescriptor;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuComputePassTimestampWrites;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuDeviceDescriptor;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuPipelineErrorReason;
import run.radicchio.webgpu.GpuPipelineLayout;
import run.radicchio.webgpu.GpuPipelineLayoutDescriptor;
import run.radicchio.webgpu.GpuProgrammableStage;
import run.radicchio.webgpu.GpuQuerySet;
import run.radicchio.webgpu.GpuQuerySetDescriptor;
import run.radicchio.webgpu.GpuQueryType;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.GpuShaderStage;
import run.radicchio.webgpu.RecordGpuPipelineConstantValue;
import run.radicchio.webgpu.SetBindGroupException;

/** Computing, from the shader to the numbers. */
class ComputeTest {
  private static final String NUMBERS =
      "@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;\n";

  private static final String COLLATZ =
      NUMBERS
          + """
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

  private static final String ADD =
      NUMBERS
          + """
          override amount: u32 = 1;
          @compute @workgroup_size(1)
          fn main(@builtin(global_invocation_id) id: vec3<u32>) {
            numbers[id.x] += amount;
          }
          """;

  private final SoftwareDevice gpu = new SoftwareDevice();
  private final GpuBuffer numbers = storage(gpu);

  private static GpuBuffer storage(SoftwareDevice gpu) {
    return gpu.buffer(16, GpuBufferUsage.STORAGE, GpuBufferUsage.COPY_DST, GpuBufferUsage.COPY_SRC);
  }

  @AfterEach
  void close() {
    numbers.close();
    gpu.close();
  }

  private static GpuShaderModule shader(SoftwareDevice gpu, String code) {
    return gpu.device.createShaderModule(GpuShaderModuleDescriptor.of(code));
  }

  private GpuComputePipelineDescriptor describe(GpuShaderModule shader) {
    return GpuComputePipelineDescriptor.of(
        GpuProgrammableStage.of(shader), new GpuLayoutMode.Auto());
  }

  private static GpuBindGroup bind(SoftwareDevice gpu, GpuBindGroupLayout layout, GpuBuffer to) {
    GpuBindGroupEntry entry = new GpuBindGroupEntry(0, new GpuBindingResource.Buffer(to));
    return gpu.device.createBindGroup(GpuBindGroupDescriptor.of(layout, List.of(entry)));
  }

  /** Runs a pass with a pipeline and its first group set, and gives the numbers after it. */
  private int[] run(GpuComputePipeline pipeline, Consumer<GpuComputePassEncoder> commands) {
    try (GpuBindGroupLayout layout = pipeline.getBindGroupLayout(0);
        GpuBindGroup group = bind(gpu, layout, numbers);
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      try (GpuComputePassEncoder pass = encoder.beginComputePass()) {
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, group);
        commands.accept(pass);
        pass.end();
      }
      gpu.submit(encoder);
      return gpu.read(numbers);
    }
  }

  @Test
  void countsCollatzSteps() throws Exception {
    gpu.queue.writeBufferWithCopy(numbers, 0, bytes(1, 2, 3, 4), null, null);
    try (GpuShaderModule shader = shader(gpu, COLLATZ);
        GpuComputePipeline pipeline = gpu.device.createComputePipeline(describe(shader))) {
      assertArrayEquals(new int[] {0, 1, 7, 2}, run(pipeline, pass -> pass.dispatchWorkgroups(4)));
    }
  }

  @Test
  void takesConstantsAndIsMadeAsynchronously() {
    try (GpuShaderModule shader = shader(gpu, ADD);
        RecordGpuPipelineConstantValue constants =
            SoftwareDevice.WEBGPU.recordGpuPipelineConstantValue()) {
      constants.add("amount", 3);
      constants.add("amount", 5);
      GpuProgrammableStage stage =
          GpuProgrammableStage.of(shader).withEntryPoint("main").withConstants(constants);
      GpuComputePipelineDescriptor descriptor =
          GpuComputePipelineDescriptor.of(stage, new GpuLayoutMode.Auto()).withLabel("add five");
      try (GpuComputePipeline pipeline = await(gpu.device.createComputePipelineAsync(descriptor))) {
        assertEquals("add five", pipeline.label());
        assertArrayEquals(
            new int[] {5, 5, 0, 0}, run(pipeline, pass -> pass.dispatchWorkgroups(2, null, 1)));
      }
    }
  }

  @Test
  void dispatchesAsABufferSays() throws Exception {
    try (GpuShaderModule shader = shader(gpu, ADD);
        GpuComputePipeline pipeline = gpu.device.createComputePipeline(describe(shader));
        GpuBuffer counts = gpu.buffer(16, GpuBufferUsage.INDIRECT, GpuBufferUsage.COPY_DST)) {
      gpu.queue.writeBufferWithCopy(counts, 0, bytes(9, 3, 1, 1), null, null);
      assertArrayEquals(
          new int[] {1, 1, 1, 0},
          run(
              pipeline,
              pass -> {
                pass.pushDebugGroup("indirect");
                pass.insertDebugMarker("now");
                pass.dispatchWorkgroupsIndirect(counts, 4);
                pass.popDebugGroup();
              }));
    }
  }

  @Test
  void saysWhyAPipelineCannotBe() {
    try (GpuShaderModule shader = shader(gpu, ADD)) {
      GpuProgrammableStage wrong = GpuProgrammableStage.of(shader).withEntryPoint("elsewhere");
      GpuComputePipelineDescriptor descriptor =
          GpuComputePipelineDescriptor.of(wrong, new GpuLayoutMode.Auto());
      GpuError error =
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> gpu.device.createComputePipeline(descriptor).close());
      assertNotNull(error);
      assertTrue(error.message().contains("elsewhere"), error.message());
      CreatePipelineException failure =
          assertThrows(
              CreatePipelineException.class,
              () -> await(gpu.device.createComputePipelineAsync(descriptor)));
      assertEquals(
          new CreatePipelineErrorKind.GpuPipelineError(GpuPipelineErrorReason.VALIDATION),
          failure.error().kind());
    }
  }

  /** A layout with one storage buffer at a dynamic offset. */
  private GpuBindGroupLayout dynamicLayout() {
    GpuBufferBindingLayout buffer =
        GpuBufferBindingLayout.of()
            .withType(GpuBufferBindingType.STORAGE)
            .withHasDynamicOffset(true);
    return gpu.device.createBindGroupLayout(
        GpuBindGroupLayoutDescriptor.of(
            List.of(
                GpuBindGroupLayoutEntry.of(0, EnumSet.of(GpuShaderStage.COMPUTE))
                    .withBuffer(buffer))));
  }

  @Test
  void bindsAtDynamicOffsets() throws Exception {
    GpuBindGroupLayout layout = dynamicLayout();
    try (layout;
        GpuShaderModule shader = shader(gpu, ADD);
        GpuPipelineLayout pipelineLayout =
            gpu.device.createPipelineLayout(GpuPipelineLayoutDescriptor.of(List.of(layout)));
        GpuComputePipeline pipeline =
            gpu.device.createComputePipeline(
                GpuComputePipelineDescriptor.of(
                    GpuProgrammableStage.of(shader), new GpuLayoutMode.Specific(pipelineLayout)));
        GpuBuffer wide = gpu.buffer(768, GpuBufferUsage.STORAGE, GpuBufferUsage.COPY_SRC);
        GpuBindGroup group =
            gpu.device.createBindGroup(
                GpuBindGroupDescriptor.of(
                    layout,
                    List.of(
                        new GpuBindGroupEntry(
                            0,
                            new GpuBindingResource.BufferBinding(
                                GpuBufferBinding.of(wide).withSize(4L))))));
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      try (GpuComputePassEncoder pass = encoder.beginComputePass()) {
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, group, new int[] {0, 256, 512}, 1L, 1);
        pass.dispatchWorkgroups(1);
        pass.setBindGroup(0, group, new int[] {512}, null, null);
        pass.dispatchWorkgroups(1);
        assertNoOffsets(pass, group, 1L, 3);
        assertNoOffsets(pass, group, 4L, null);
        assertNoOffsets(pass, group, -1L, 1);
        assertNoOffsets(pass, group, 0L, -1);
        pass.end();
      }
      gpu.submit(encoder);
      int[] written = gpu.read(wide);
      assertArrayEquals(new int[] {0, 1, 1}, new int[] {written[0], written[64], written[128]});
    }
  }

  private static void assertNoOffsets(
      GpuComputePassEncoder pass,
      GpuBindGroup group,
      @Nullable Long start,
      @Nullable Integer length) {
    assertThrows(
        SetBindGroupException.class,
        () -> pass.setBindGroup(0, group, new int[] {0, 256, 512}, start, length));
  }

  @Test
  void explicitHighestNumbersAreNotTheDefault() {
    try (GpuBindGroupLayout layout = dynamicLayout()) {
      GpuBufferBinding binding = GpuBufferBinding.of(numbers).withSize(-1L);
      assertNotNull(
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () ->
                  gpu.device
                      .createBindGroup(
                          GpuBindGroupDescriptor.of(
                              layout,
                              List.of(
                                  new GpuBindGroupEntry(
                                      0, new GpuBindingResource.BufferBinding(binding)))))
                      .close()));
      assertNotNull(
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> {
                try (GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
                  encoder.clearBuffer(numbers, 0L, -1L);
                  encoder.finish().close();
                }
              }));
    }
  }

  @Test
  void passesImmediates() {
    String code =
        "requires immediate_address_space;\n"
            + NUMBERS
            + """
            var<immediate> added: vec4<u32>;
            @compute @workgroup_size(1)
            fn main(@builtin(global_invocation_id) id: vec3<u32>) {
              numbers[id.x] += added[id.x];
            }
            """;
    GpuBufferBindingLayout buffer =
        GpuBufferBindingLayout.of().withType(GpuBufferBindingType.STORAGE);
    try (GpuShaderModule shader = shader(gpu, code);
        GpuBindGroupLayout layout =
            gpu.device.createBindGroupLayout(
                GpuBindGroupLayoutDescriptor.of(
                    List.of(
                        GpuBindGroupLayoutEntry.of(0, EnumSet.of(GpuShaderStage.COMPUTE))
                            .withBuffer(buffer))));
        GpuPipelineLayout pipelineLayout =
            gpu.device.createPipelineLayout(
                GpuPipelineLayoutDescriptor.of(List.of(layout)).withImmediateSize(16));
        GpuComputePipeline pipeline =
            gpu.device.createComputePipeline(
                GpuComputePipelineDescriptor.of(
                    GpuProgrammableStage.of(shader), new GpuLayoutMode.Specific(pipelineLayout)))) {
      try (GpuAdapter adapter = SoftwareDevice.adapter()) {
        assertEquals(16, adapter.limits().maxImmediateSize());
      }
      assertEquals(16, gpu.device.limits().maxImmediateSize());
      assertArrayEquals(
          new int[] {7, 8, 2, 9},
          run(
              pipeline,
              pass -> {
                pass.setImmediates(0, bytes(7, 8, 1, 9));
                pass.setImmediates(8, bytes(1, 2, 3), 4L, 4L);
                pass.dispatchWorkgroups(4);
              }));
      assertNotNull(
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> run(pipeline, pass -> pass.setImmediates(0, bytes(1), 0L, 8L))));
    }
  }

  @Test
  void refusesTimestampsWithoutTheFeature() {
    assertThrows(
        CreateQuerySetException.class,
        () -> gpu.device.createQuerySet(GpuQuerySetDescriptor.of(GpuQueryType.TIMESTAMP, 2)));
  }

  @Test
  void takesTimestamps() throws Exception {
    GpuDeviceDescriptor descriptor =
        GpuDeviceDescriptor.of().withRequiredFeatures(List.of(GpuFeatureName.TIMESTAMP_QUERY));
    try (SoftwareDevice timed = new SoftwareDevice(descriptor);
        GpuQuerySet times =
            timed.device.createQuerySet(
                GpuQuerySetDescriptor.of(GpuQueryType.TIMESTAMP, 2).withLabel("times"));
        GpuBuffer resolved =
            timed.buffer(16, GpuBufferUsage.QUERY_RESOLVE, GpuBufferUsage.COPY_SRC);
        GpuCommandEncoder encoder = timed.device.createCommandEncoder()) {
      assertEquals(2, times.count());
      assertEquals(GpuQueryType.TIMESTAMP, times.type());
      assertEquals("times", times.label());
      GpuComputePassTimestampWrites writes =
          GpuComputePassTimestampWrites.of(times)
              .withBeginningOfPassWriteIndex(0)
              .withEndOfPassWriteIndex(1);
      try (GpuComputePassEncoder pass =
          encoder.beginComputePass(GpuComputePassDescriptor.of().withTimestampWrites(writes))) {
        pass.end();
      }
      encoder.resolveQuerySet(times, 0, 2, resolved, 0);
      timed.submit(encoder);
      int[] words = timed.read(resolved);
      long begin = Integer.toUnsignedLong(words[0]) | (long) words[1] << 32;
      long end = Integer.toUnsignedLong(words[2]) | (long) words[3] << 32;
      assertTrue(begin <= end, begin + " " + end);
    }
  }

  @Test
  void labelsEverything() {
    try (GpuShaderModule shader =
            gpu.device.createShaderModule(GpuShaderModuleDescriptor.of(ADD).withLabel("a"));
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder();
        GpuBindGroupLayout layout = dynamicLayout()) {
      assertEquals("a", shader.label());
      shader.setLabel("b");
      assertEquals("b", shader.label());
      assertEquals("", encoder.label());
      layout.setLabel("");
      assertEquals("", layout.label());
    }
  }

  @Test
  void mixesNoDevices() {
    try (SoftwareDevice other = new SoftwareDevice();
        GpuBuffer foreign = storage(other);
        GpuBindGroupLayout layout = dynamicLayout()) {
      assertNotNull(
          gpu.errorOf(GpuErrorFilter.VALIDATION, () -> bind(gpu, layout, foreign).close()));
    }
  }

  @Test
  void reportsPassesThatNeverEnd() {
    try (GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      encoder.beginComputePass().close();
      GpuError error = gpu.errorOf(GpuErrorFilter.VALIDATION, () -> encoder.finish().close());
      assertNotNull(error);
      assertInstanceOf(run.radicchio.webgpu.GpuErrorKind.Validation.class, error.kind());
    }
    assertNull(gpu.errorOf(GpuErrorFilter.VALIDATION, () -> {}));
  }
}
