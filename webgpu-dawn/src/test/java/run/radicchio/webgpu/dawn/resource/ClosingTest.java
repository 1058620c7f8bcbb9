package run.radicchio.webgpu.dawn.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuRequestAdapterOptions;
import run.radicchio.webgpu.WriteBufferException;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

/** Objects that are closed while other threads use them. */
class ClosingTest {
  private final DawnGpu webgpu =
      DawnGpu.open(DawnGpu.Options.defaults().withGpus(new GpuChoice.Software()));

  private GpuDevice device;
  private GpuQueue queue;

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @BeforeEach
  void open() throws Exception {
    try (GpuAdapter adapter = Objects.requireNonNull(await(webgpu.getGpu().requestAdapter()))) {
      device = await(adapter.requestDevice());
      queue = device.queue();
      // Takes the errors, which would be logged.
      device.onUncapturedError();
    }
  }

  @AfterEach
  void close() {
    webgpu.close();
  }

  private GpuBuffer buffer() {
    return device.createBuffer(GpuBufferDescriptor.of(16, EnumSet.of(GpuBufferUsage.COPY_DST)));
  }

  private void write(GpuBuffer buffer, long offset) {
    try {
      queue.writeBufferWithCopy(buffer, offset, ByteBuffer.allocate(16), null, null);
    } catch (WriteBufferException e) {
      throw new AssertionError(e);
    }
  }

  private int buffersHeld() {
    return webgpu.liveObjects().getOrDefault("gpu-buffer", 0);
  }

  /** The call is held inside Dawn, where it tells an error, which waits for the scopes. */
  @Test
  void whatIsClosedLivesUntilCallsOnItHaveEnded() throws Exception {
    GpuBuffer buffer = buffer();
    Thread caller;
    synchronized (((DawnDevice) device).device().errorScopes()) {
      caller = Thread.ofPlatform().start(() -> write(buffer, 1));
      while (caller.getState() != Thread.State.BLOCKED) {
        Thread.sleep(1);
      }
      buffer.close();
      assertThrows(IllegalStateException.class, () -> buffer.setLabel("closed"));
      assertEquals(1, buffersHeld());
    }
    assertTrue(caller.join(Duration.ofSeconds(60)));
    while (buffersHeld() > 0) {
      Thread.sleep(1);
    }
  }

  @Test
  void closingInTheMidstOfCallsHarmsNobody() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 300; round++) {
        GpuBuffer buffer = buffer();
        GpuCommandEncoder encoder = device.createCommandEncoder();
        List<Future<?>> users = new ArrayList<>();
        for (int user = 0; user < 3; user++) {
          users.add(threads.submit(() -> use(buffer, encoder)));
        }
        users.add(threads.submit(buffer::close));
        users.add(threads.submit(encoder::close));
        for (Future<?> user : users) {
          user.get(60, TimeUnit.SECONDS);
        }
      }
    }
    while (buffersHeld() > 0) {
      Thread.sleep(1);
    }
  }

  private void use(GpuBuffer buffer, GpuCommandEncoder encoder) {
    try {
      buffer.setLabel("used");
      buffer.mapState();
      write(buffer, 0);
      encoder.clearBuffer(buffer, null, null);
      try (GpuCommandBuffer commands = encoder.finish()) {
        queue.submit(List.of(commands));
      }
    } catch (IllegalStateException e) {
      assertTrue(Objects.requireNonNull(e.getMessage()).contains("closed"), e::getMessage);
    }
  }

  @Test
  void aGpuThatIsClosedHasNoAdapters() throws Exception {
    try (var gpu = webgpu.getGpu()) {
      webgpu.close();
      assertNull(await(gpu.requestAdapter(GpuRequestAdapterOptions.of())));
      assertTrue(gpu.wgslLanguageFeatures().has("pointer_composite_access"));
    }
  }
}
