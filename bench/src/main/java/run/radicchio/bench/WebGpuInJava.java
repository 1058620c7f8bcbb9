package run.radicchio.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GetMappedRangeException;
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
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuProgrammableStage;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.MapAsyncException;
import run.radicchio.webgpu.SetBindGroupException;
import run.radicchio.webgpu.UnmapException;
import run.radicchio.webgpu.WebGpu;
import run.radicchio.webgpu.WriteBufferException;

/** What {@code webgpu-calls.wasm} does, call by call, without a guest. */
final class WebGpuInJava implements Loops {
  private static final int KILOBYTE = 1024;
  private static final int MEGABYTE = 1024 * KILOBYTE;
  private static final Path SHADER = Path.of("../guests/bench/webgpu-calls/src/three.wgsl");

  private final GpuDevice device;
  private final GpuQueue queue;
  private final GpuComputePipeline pipeline;
  private final GpuBindGroupLayout layout;
  private final List<GpuBuffer> bound;
  private final GpuBindGroup group;
  private final GpuBuffer target;
  private final ByteBuffer data = ByteBuffer.allocateDirect(16 * MEGABYTE);
  private final GpuBuffer readable16Bytes;
  private final GpuBuffer readable4Megabytes;

  WebGpuInJava(WebGpu webgpu) {
    Set<GpuBufferUsage> readable = EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST);
    device = requestDevice(webgpu);
    queue = device.queue();
    pipeline = createPipeline();
    layout = pipeline.getBindGroupLayout(0);
    bound = List.of(createBound(), createBound(), createBound());
    group = device.createBindGroup(describe());
    target = createBuffer(16 * MEGABYTE, EnumSet.of(GpuBufferUsage.COPY_DST));
    readable16Bytes = createBuffer(16, readable);
    readable4Megabytes = createBuffer(4 * MEGABYTE, readable);
  }

  private static GpuDevice requestDevice(WebGpu webgpu) {
    try (Gpu gpu = webgpu.getGpu();
        GpuAdapter adapter =
            Objects.requireNonNull(
                WebGpuInJava.<@Nullable GpuAdapter>await(gpu.requestAdapter()),
                "the host has no GPU adapter")) {
      return await(adapter.requestDevice());
    }
  }

  private GpuComputePipeline createPipeline() {
    try (GpuShaderModule module =
        device.createShaderModule(GpuShaderModuleDescriptor.of(Files.readString(SHADER)))) {
      return device.createComputePipeline(
          GpuComputePipelineDescriptor.of(
              GpuProgrammableStage.of(module), new GpuLayoutMode.Auto()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private GpuBuffer createBound() {
    return createBuffer(256, EnumSet.of(GpuBufferUsage.STORAGE));
  }

  private GpuBuffer createBuffer(long size, Set<GpuBufferUsage> usage) {
    return device.createBuffer(GpuBufferDescriptor.of(size, usage));
  }

  private GpuBindGroupDescriptor describe() {
    List<GpuBindGroupEntry> entries = new ArrayList<>();
    for (GpuBuffer buffer : bound) {
      entries.add(new GpuBindGroupEntry(entries.size(), new GpuBindingResource.Buffer(buffer)));
    }
    return GpuBindGroupDescriptor.of(layout, entries);
  }

  private static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Override
  public int run(String name, int times) {
    try {
      return switch (name) {
        case "size" -> size(times);
        case "encode" -> encode(times);
        case "write-k1" -> write(KILOBYTE, times);
        case "write-k64" -> write(64 * KILOBYTE, times);
        case "write-m1" -> write(MEGABYTE, times);
        case "write-m16" -> write(16 * MEGABYTE, times);
        case "map-b16" -> map(readable16Bytes, times);
        case "map-m4" -> map(readable4Megabytes, times);
        case "bind-group" -> bindGroup(times);
        case "buffer" -> buffer(times);
        case "settle" -> settle(times);
        default -> throw new NoSuchElementException(name);
      };
    } catch (SetBindGroupException
        | WriteBufferException
        | MapAsyncException
        | GetMappedRangeException
        | UnmapException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int size(int times) {
    int sum = 0;
    for (int i = 0; i < times; i++) {
      sum += (int) target.size();
    }
    return sum;
  }

  private int encode(int times) throws SetBindGroupException {
    try (GpuCommandEncoder encoder = device.createCommandEncoder();
        GpuComputePassEncoder pass = encoder.beginComputePass()) {
      pass.setPipeline(pipeline);
      for (int i = 0; i < times; i++) {
        pass.setBindGroup(0, group, null, null, null);
        pass.dispatchWorkgroups(1, null, null);
      }
      pass.end();
    }
    return times;
  }

  private int write(int size, int times) throws WriteBufferException {
    ByteBuffer bytes = data.slice(0, size);
    for (int i = 0; i < times; i++) {
      queue.writeBufferWithCopy(target, 0, bytes, null, null);
    }
    return times;
  }

  private static int map(GpuBuffer buffer, int times)
      throws MapAsyncException, GetMappedRangeException, UnmapException {
    int sum = 0;
    for (int i = 0; i < times; i++) {
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ), null, null));
      ByteBuffer bytes = buffer.getMappedRangeGetWithCopy(null, null);
      sum += bytes.get(0) + bytes.remaining();
      buffer.unmap();
    }
    return sum;
  }

  private int bindGroup(int times) {
    GpuBindGroupDescriptor descriptor = describe();
    for (int i = 0; i < times; i++) {
      device.createBindGroup(descriptor).close();
    }
    return times;
  }

  private int buffer(int times) {
    Set<GpuBufferUsage> usage = EnumSet.of(GpuBufferUsage.STORAGE, GpuBufferUsage.COPY_DST);
    for (int i = 0; i < times; i++) {
      try (GpuBuffer buffer = createBuffer(256, usage)) {
        buffer.destroy();
      }
    }
    return times;
  }

  private int settle(int times) {
    for (int i = 0; i < times; i++) {
      queue.submit(List.of());
      await(queue.onSubmittedWorkDone());
    }
    return times;
  }

  @Override
  public void close() {
    bound.forEach(GpuBuffer::close);
    List.of(target, readable16Bytes, readable4Megabytes).forEach(GpuBuffer::close);
    group.close();
    layout.close();
    pipeline.close();
    queue.close();
    device.close();
  }
}
