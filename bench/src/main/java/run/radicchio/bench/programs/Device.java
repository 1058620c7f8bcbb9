package run.radicchio.bench.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
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
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceDescriptor;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuProgrammableStage;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.GpuSupportedLimits;
import run.radicchio.webgpu.MapAsyncException;
import run.radicchio.webgpu.PopErrorScopeException;
import run.radicchio.webgpu.RecordGpuPipelineConstantValue;
import run.radicchio.webgpu.RecordOptionGpuSize64;
import run.radicchio.webgpu.RequestDeviceException;
import run.radicchio.webgpu.SetBindGroupException;
import run.radicchio.webgpu.UnmapException;
import run.radicchio.webgpu.WebGpu;
import run.radicchio.webgpu.WriteBufferException;

/**
 * A device, and computing on it: to Java what {@code guests/program} is to guests. It gives back
 * with itself all that it has made.
 */
final class Device implements AutoCloseable {
  private static final Path GUESTS = Path.of("../guests");

  private final WebGpu webgpu;
  private final GpuDevice device;
  private final GpuQueue queue;
  private final Deque<AutoCloseable> made = new ArrayDeque<>();

  private Device(WebGpu webgpu, GpuDevice device) {
    this.webgpu = webgpu;
    this.device = device;
    this.queue = device.queue();
    device.pushErrorScope(GpuErrorFilter.VALIDATION);
  }

  /** One whose buffers may be as large as the GPU allows. */
  static Device open(WebGpu webgpu) {
    try (Gpu gpu = webgpu.getGpu();
        GpuAdapter adapter =
            Objects.requireNonNull(
                Device.<@Nullable GpuAdapter>await(gpu.requestAdapter()),
                "the host has no GPU adapter");
        GpuSupportedLimits limits = adapter.limits();
        RecordOptionGpuSize64 required = webgpu.recordOptionGpuSize64()) {
      required.add("maxBufferSize", limits.maxBufferSize());
      required.add("maxStorageBufferBindingSize", limits.maxStorageBufferBindingSize());
      return new Device(
          webgpu,
          await(adapter.requestDevice(GpuDeviceDescriptor.of().withRequiredLimits(required))));
    } catch (RequestDeviceException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private <T extends AutoCloseable> T keep(T resource) {
    made.push(resource);
    return resource;
  }

  /** A buffer of so many bytes that shaders work in. */
  GpuBuffer storage(long size) {
    return keep(
        device.createBuffer(
            GpuBufferDescriptor.of(
                size,
                EnumSet.of(
                    GpuBufferUsage.STORAGE, GpuBufferUsage.COPY_SRC, GpuBufferUsage.COPY_DST))));
  }

  /** Such a buffer with bytes in it. */
  GpuBuffer stored(ByteBuffer bytes) {
    GpuBuffer buffer = storage(bytes.remaining());
    write(buffer, bytes);
    return buffer;
  }

  /** Something else of the device's, which is given back with it. */
  <T extends AutoCloseable> T make(Function<GpuDevice, T> maker) {
    return keep(maker.apply(device));
  }

  /** Writes to the beginning of a buffer. */
  void write(GpuBuffer buffer, ByteBuffer bytes) {
    try {
      queue.writeBufferWithCopy(buffer, 0, bytes);
    } catch (WriteBufferException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** All bytes of a buffer of {@link #storage}. */
  ByteBuffer read(GpuBuffer buffer) {
    try (GpuBuffer readable = unkeptReadable(buffer.size())) {
      submit(encoder -> encoder.copyBufferToBuffer(buffer, null, readable, null, null));
      return take(readable);
    }
  }

  private GpuBuffer unkeptReadable(long size) {
    return device.createBuffer(
        GpuBufferDescriptor.of(size, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)));
  }

  /** A buffer of so many bytes that can be copied to, and {@linkplain #take taken} from. */
  GpuBuffer readable(long size) {
    return keep(unkeptReadable(size));
  }

  /** What is in a readable buffer once the GPU has done all that it was given with it. */
  static ByteBuffer take(GpuBuffer readable) {
    try {
      await(readable.mapAsync(EnumSet.of(GpuMapMode.READ), null, null));
      ByteBuffer bytes = readable.getMappedRangeGetWithCopy(null, null);
      readable.unmap();
      return bytes;
    } catch (MapAsyncException | GetMappedRangeException | UnmapException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A pipeline, and what it is bound by. */
  record Kernel(GpuComputePipeline pipeline, GpuBindGroupLayout layout) {}

  /**
   * The compute shader {@code main} of a file.
   *
   * @param file its path in {@code guests/}
   * @param constants what it says to {@code override}
   */
  Kernel kernel(String file, Map<String, Double> constants) {
    return kernelOf(code(file), constants);
  }

  /** What is in some files, by their paths in {@code guests/}. */
  static String code(String... files) {
    StringBuilder code = new StringBuilder();
    for (String file : files) {
      try {
        code.append(Files.readString(GUESTS.resolve(file)));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return code.toString();
  }

  /**
   * The compute shader {@code main} of some WGSL.
   *
   * @param constants what it says to {@code override}
   */
  Kernel kernelOf(String code, Map<String, Double> constants) {
    try (GpuShaderModule module = device.createShaderModule(GpuShaderModuleDescriptor.of(code));
        RecordGpuPipelineConstantValue values = webgpu.recordGpuPipelineConstantValue()) {
      constants.forEach(values::add);
      GpuComputePipeline pipeline =
          keep(
              device.createComputePipeline(
                  GpuComputePipelineDescriptor.of(
                      GpuProgrammableStage.of(module).withEntryPoint("main").withConstants(values),
                      new GpuLayoutMode.Auto())));
      return new Kernel(pipeline, keep(pipeline.getBindGroupLayout(0)));
    }
  }

  /** What a kernel works on: the buffers of its bindings from 0 on. */
  GpuBindGroup bind(Kernel kernel, GpuBuffer... buffers) {
    return bind(
        kernel,
        Arrays.stream(buffers).<GpuBindingResource>map(GpuBindingResource.Buffer::new).toList());
  }

  /** What a kernel works on: the resources of its bindings from 0 on. */
  GpuBindGroup bind(Kernel kernel, List<GpuBindingResource> resources) {
    List<GpuBindGroupEntry> entries = new ArrayList<>();
    for (GpuBindingResource resource : resources) {
      entries.add(new GpuBindGroupEntry(entries.size(), resource));
    }
    return keep(device.createBindGroup(GpuBindGroupDescriptor.of(kernel.layout(), entries)));
  }

  /** A compute pass under way. */
  record Pass(GpuComputePassEncoder encoder) {
    /** Runs a kernel, so many workgroups along each axis. */
    void dispatch(Kernel kernel, GpuBindGroup group, int x, int y, int z) {
      try {
        encoder.setPipeline(kernel.pipeline());
        encoder.setBindGroup(0, group, null, null, null);
        encoder.dispatchWorkgroups(x, y, z);
      } catch (SetBindGroupException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  /** Gives the GPU a compute pass. */
  void compute(Consumer<Pass> work) {
    submit(encoder -> compute(encoder, work));
  }

  /** Encodes a compute pass. */
  static void compute(GpuCommandEncoder encoder, Consumer<Pass> work) {
    try (GpuComputePassEncoder pass = encoder.beginComputePass()) {
      work.accept(new Pass(pass));
      pass.end();
    }
  }

  /** Gives the GPU what is encoded. */
  void submit(Consumer<GpuCommandEncoder> work) {
    try (GpuCommandEncoder encoder = device.createCommandEncoder()) {
      work.accept(encoder);
      try (GpuCommandBuffer commands = encoder.finish()) {
        queue.submit(List.of(commands));
      }
    }
  }

  /** Waits until the GPU has done all that it was given. */
  void awaitDone() {
    await(queue.onSubmittedWorkDone());
  }

  /**
   * Checks that the GPU had nothing against what it was given so far.
   *
   * @throws IllegalStateException if it had
   */
  void check() {
    try (GpuError error = Device.<@Nullable GpuError>await(device.popErrorScope())) {
      device.pushErrorScope(GpuErrorFilter.VALIDATION);
      if (error != null) {
        throw new IllegalStateException("the GPU refused the work: " + error.message());
      }
    } catch (PopErrorScopeException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    try {
      for (AutoCloseable resource : made) {
        resource.close();
      }
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    queue.close();
    device.destroy();
    device.close();
  }
}
