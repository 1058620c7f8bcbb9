package run.radicchio.webgpu.dawn.resource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GetMappedRangeException;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferMapState;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.MapAsyncErrorKind;
import run.radicchio.webgpu.MapAsyncException;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;
import run.radicchio.webgpu.dawn.object.EventPump;

/** Devices of several programs on one GPU. */
class DevicesTest {
  private static final DawnGpu.Options SOFTWARE =
      DawnGpu.Options.defaults().withGpus(new GpuChoice.Software());

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private static GpuDevice device(DawnGpu webgpu) throws Exception {
    try (GpuAdapter adapter = Objects.requireNonNull(await(webgpu.getGpu().requestAdapter()))) {
      return await(adapter.requestDevice());
    }
  }

  private static GpuBuffer readable(GpuDevice device) {
    return device.createBuffer(
        GpuBufferDescriptor.of(16, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)));
  }

  /** A call that takes long has its device's lock all the time; here until the test lets it go. */
  @Test
  void aCallThatTakesLongKeepsNoOtherDeviceWaiting() throws Exception {
    try (DawnGpu webgpu = DawnGpu.open(SOFTWARE);
        GpuDevice busy = device(webgpu);
        GpuDevice other = device(webgpu);
        GpuBuffer busyBuffer = readable(busy);
        GpuBuffer otherBuffer = readable(other)) {
      ErrorScopes scopes = ((DawnDevice) busy).device().errorScopes();
      Thread caller;
      CompletionStage<Void> mapping;
      // An error is told inside the call, which waits here for the scopes.
      synchronized (scopes) {
        caller =
            Thread.ofPlatform()
                .start(
                    () ->
                        busy.createBuffer(
                                GpuBufferDescriptor.of(4, EnumSet.noneOf(GpuBufferUsage.class)))
                            .close());
        while (caller.getState() != Thread.State.BLOCKED) {
          Thread.sleep(1);
        }
        mapping = otherBuffer.mapAsync(EnumSet.of(GpuMapMode.READ));
        await(mapping);
        assertEquals(GpuBufferMapState.MAPPED, otherBuffer.mapState());
        try (GpuDevice third = device(webgpu)) {
          third.destroy();
          await(third.lost());
        }
      }
      assertTrue(caller.join(java.time.Duration.ofSeconds(60)));
      await(busyBuffer.mapAsync(EnumSet.of(GpuMapMode.READ)));
    }
  }

  /** What Dawn has done is not there for a program before it has been told. */
  @Test
  void aBufferIsNotMappedBeforeThatIsTold() throws Exception {
    try (DawnGpu webgpu = DawnGpu.open(SOFTWARE);
        GpuDevice device = device(webgpu);
        GpuBuffer buffer = readable(device)) {
      CountDownLatch release = new CountDownLatch(1);
      EventPump pump = ((DawnDevice) device).device().pump();
      pump.deliver(() -> assertDoesNotThrow(() -> release.await(60, TimeUnit.SECONDS)));
      CompletionStage<Void> mapping = buffer.mapAsync(EnumSet.of(GpuMapMode.READ));
      assertEquals(GpuBufferMapState.PENDING, buffer.mapState());
      assertThrows(GetMappedRangeException.class, () -> buffer.getMappedRangeGetWithCopy(0L, 16L));
      buffer.destroy();
      release.countDown();
      ExecutionException failure = assertThrows(ExecutionException.class, () -> await(mapping));
      MapAsyncException reason = assertInstanceOf(MapAsyncException.class, failure.getCause());
      assertEquals(new MapAsyncErrorKind.AbortError(), reason.error().kind());
    }
  }
}
