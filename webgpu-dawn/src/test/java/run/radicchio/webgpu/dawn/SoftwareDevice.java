package run.radicchio.webgpu.dawn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceDescriptor;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

/** A device of the software GPU, and what tests do with one. */
public final class SoftwareDevice implements AutoCloseable {
  /** The software GPU, unless the property {@code radicchio.test.gpu} names another. */
  static final DawnGpu.Options OPTIONS =
      DawnGpu.Options.defaults()
          .withGpus(GpuChoice.of(System.getProperty("radicchio.test.gpu", "software")));

  /** All tests share one, as embedders do. */
  public static final DawnGpu WEBGPU = DawnGpu.open(OPTIONS);

  final GpuDevice device;
  final GpuQueue queue;

  SoftwareDevice() {
    this(GpuDeviceDescriptor.of());
  }

  SoftwareDevice(GpuDeviceDescriptor descriptor) {
    try (GpuAdapter adapter = adapter()) {
      device = await(adapter.requestDevice(descriptor));
      queue = device.queue();
    }
  }

  static GpuAdapter adapter() {
    try (Gpu gpu = WEBGPU.getGpu()) {
      return Objects.requireNonNull(
          SoftwareDevice.<@Nullable GpuAdapter>await(gpu.requestAdapter()),
          WEBGPU::explainNoAdapter);
    }
  }

  /** The result of a stage; what it throws is the stage's own exception. */
  static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("a stage does not complete", e);
    }
  }

  GpuBuffer buffer(long size, GpuBufferUsage first, GpuBufferUsage... rest) {
    return device.createBuffer(GpuBufferDescriptor.of(size, EnumSet.of(first, rest)));
  }

  /** The numbers in a buffer that can be copied from. */
  int[] read(GpuBuffer source) {
    try (GpuBuffer staging =
        buffer(source.size(), GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)) {
      try (GpuCommandEncoder encoder = device.createCommandEncoder()) {
        encoder.copyBufferToBuffer(source, null, staging, null, null);
        submit(encoder);
      }
      await(staging.mapAsync(EnumSet.of(GpuMapMode.READ)));
      int[] numbers = new int[(int) source.size() / 4];
      staging.getMappedRangeGetWithCopy().order(ByteOrder.nativeOrder()).asIntBuffer().get(numbers);
      return numbers;
    } catch (run.radicchio.webgpu.GetMappedRangeException e) {
      throw new AssertionError(e);
    }
  }

  void submit(GpuCommandEncoder encoder) {
    try (GpuCommandBuffer commands = encoder.finish()) {
      queue.submit(java.util.List.of(commands));
    }
  }

  static ByteBuffer bytes(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4).order(ByteOrder.nativeOrder());
    bytes.asIntBuffer().put(numbers);
    return bytes;
  }

  /** The error of a filter that some calls cause; null if they cause none. */
  @Nullable GpuError errorOf(GpuErrorFilter filter, Runnable calls) {
    device.pushErrorScope(filter);
    calls.run();
    return SoftwareDevice.<@Nullable GpuError>await(device.popErrorScope());
  }

  @Override
  public void close() {
    queue.close();
    device.close();
  }
}
