package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceLostInfo;
import run.radicchio.webgpu.GpuDeviceLostReason;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuErrorKind;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.PopErrorScopeException;

/** Where errors go, and the end of devices. */
class ErrorTest {
  /** Everything that a stream signals, in words. */
  private static final class Reader implements Flow.Subscriber<GpuError> {
    final BlockingQueue<String> signals = new LinkedBlockingQueue<>();
    Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      signals.add("subscribed");
    }

    @Override
    public void onNext(GpuError error) {
      signals.add(error.message());
    }

    @Override
    public void onError(Throwable failure) {
      signals.add("failed: " + failure.getMessage());
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }

    Flow.Subscription subscription() {
      return java.util.Objects.requireNonNull(subscription);
    }

    String next() throws InterruptedException {
      return java.util.Objects.requireNonNull(signals.poll(60, TimeUnit.SECONDS));
    }
  }

  private static void fail(GpuDevice device, String label) {
    device
        .createBuffer(
            GpuBufferDescriptor.of(4, EnumSet.noneOf(GpuBufferUsage.class)).withLabel(label))
        .close();
  }

  private static @Nullable GpuError pop(GpuDevice device) {
    return SoftwareDevice.<@Nullable GpuError>await(device.popErrorScope());
  }

  @Test
  void scopesTakeTheErrorsOfTheirKind() {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      gpu.device.pushErrorScope(GpuErrorFilter.VALIDATION);
      gpu.device.pushErrorScope(GpuErrorFilter.OUT_OF_MEMORY);
      gpu.device.pushErrorScope(GpuErrorFilter.INTERNAL);
      fail(gpu.device, "wrong");
      assertNull(pop(gpu.device));
      assertNull(pop(gpu.device));
      GpuError error = pop(gpu.device);
      assertNotNull(error);
      assertInstanceOf(GpuErrorKind.Validation.class, error.kind());
      assertTrue(error.message().contains("wrong"), error.message());
    }
  }

  /** A guest that waits goes on wherever there is a thread to run it. */
  @Test
  void scopesBelongToTheDeviceAndNotToAThread() throws InterruptedException {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      Thread.ofPlatform().start(() -> gpu.device.pushErrorScope(GpuErrorFilter.VALIDATION)).join();
      Thread.ofPlatform().start(() -> fail(gpu.device, "elsewhere")).join();
      GpuError error = pop(gpu.device);
      assertNotNull(error);
      assertTrue(error.message().contains("elsewhere"), error.message());
      assertThrows(PopErrorScopeException.class, () -> pop(gpu.device));
    }
  }

  @Test
  void thereIsNotAlwaysAScopeToPop() {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      assertThrows(PopErrorScopeException.class, () -> pop(gpu.device));
    }
  }

  @Test
  void everyStreamGetsTheErrorsThatNoScopeTakes() throws Exception {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      Reader early = new Reader();
      Reader late = new Reader();
      Flow.Publisher<GpuError> first = gpu.device.onUncapturedError();
      fail(gpu.device, "error 1");
      first.subscribe(early);
      assertEquals("subscribed", early.next());
      gpu.device.onUncapturedError().subscribe(late);
      assertEquals("subscribed", late.next());
      fail(gpu.device, "error 2");
      early.subscription().request(1);
      late.subscription().request(9);
      assertTrue(early.next().contains("error 1"));
      assertTrue(late.next().contains("error 2"));
      early.subscription().request(1);
      assertTrue(early.next().contains("error 2"));
      early.subscription().cancel();
      fail(gpu.device, "error 3");
      assertTrue(late.next().contains("error 3"));
      gpu.device.destroy();
      assertEquals("complete", late.next());
      assertTrue(early.signals.isEmpty());
    }
  }

  @Test
  void aStreamHasOneSubscriber() throws Exception {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      Flow.Publisher<GpuError> stream = gpu.device.onUncapturedError();
      stream.subscribe(new Reader());
      Reader second = new Reader();
      stream.subscribe(second);
      assertEquals("subscribed", second.next());
      assertTrue(second.next().startsWith("failed"));
    }
  }

  @Test
  void aStreamThatNobodyReadsSaysWhatItDropped() throws Exception {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      Flow.Publisher<GpuError> stream = gpu.device.onUncapturedError();
      for (int i = 0; i < 1030; i++) {
        fail(gpu.device, "error " + i + ".");
      }
      Reader reader = new Reader();
      stream.subscribe(reader);
      assertEquals("subscribed", reader.next());
      reader.subscription().request(Long.MAX_VALUE);
      for (int i = 0; i < 1024; i++) {
        assertTrue(reader.next().contains("error " + i + "."));
      }
      assertTrue(reader.next().startsWith("6 errors were dropped"));
    }
  }

  @Test
  void everyReaderLearnsOnceThatTheDeviceIsLost() {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      CompletionStage<GpuDeviceLostInfo> before = gpu.device.lost();
      CompletionStage<GpuDeviceLostInfo> also = gpu.device.lost();
      gpu.device.destroy();
      gpu.device.destroy();
      for (CompletionStage<GpuDeviceLostInfo> lost : List.of(before, also, gpu.device.lost())) {
        assertEquals(GpuDeviceLostReason.DESTROYED, await(lost).reason());
      }
    }
  }

  @Test
  void aLostDeviceHasNoErrorScopes() {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      gpu.device.destroy();
      assertNull(pop(gpu.device), "at once, whoever has been told");
    }
  }

  @Test
  void aLostDeviceTakesCallsWithoutErrors() throws Exception {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      GpuBuffer before = gpu.buffer(16, GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST);
      CompletionStage<Void> mapping = before.mapAsync(EnumSet.of(GpuMapMode.READ));
      gpu.device.destroy();
      await(gpu.device.lost());
      // The mapping may have been done before.
      await(mapping.handle((done, failure) -> "over"));
      gpu.device.pushErrorScope(GpuErrorFilter.VALIDATION);
      try (GpuBuffer after = gpu.buffer(16, GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST);
          GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
        encoder.clearBuffer(after, null, null);
        gpu.submit(encoder);
        await(gpu.queue.onSubmittedWorkDone());
        gpu.queue.writeBufferWithCopy(after, 0, SoftwareDevice.bytes(1), null, null);
        assertThrows(
            RuntimeException.class, () -> await(after.mapAsync(EnumSet.of(GpuMapMode.READ))));
      }
      assertNull(pop(gpu.device));
      before.close();
    }
  }

  @Test
  void anEncoderThatIsFinishedTakesNoCommands() {
    try (SoftwareDevice gpu = new SoftwareDevice();
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder();
        GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.COPY_DST)) {
      encoder.finish().close();
      assertInvalid(gpu, () -> encoder.clearBuffer(buffer, null, null));
      assertInvalid(gpu, () -> encoder.pushDebugGroup("late"));
      assertInvalid(gpu, encoder::popDebugGroup);
      assertInvalid(gpu, () -> encoder.finish().close());
      assertInvalid(
          gpu,
          () -> {
            try (GpuComputePassEncoder pass = encoder.beginComputePass()) {
              pass.dispatchWorkgroups(1);
              pass.end();
            }
          });
    }
  }

  @Test
  void aPassThatHasEndedTakesNoCommandsAndHarmsNoOthers() {
    try (SoftwareDevice gpu = new SoftwareDevice();
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder();
        GpuComputePassEncoder pass = encoder.beginComputePass()) {
      pass.end();
      assertInvalid(gpu, () -> pass.dispatchWorkgroups(1));
      assertInvalid(gpu, () -> pass.setBindGroup(0, null));
      assertInvalid(gpu, () -> pass.setImmediates(0, SoftwareDevice.bytes(1)));
      assertInvalid(gpu, pass::end);
      assertNull(gpu.errorOf(GpuErrorFilter.VALIDATION, () -> gpu.submit(encoder)));
    }
  }

  @Test
  void aPassIsNothingOnceItsEncoderIsFinished() {
    try (SoftwareDevice gpu = new SoftwareDevice();
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder();
        GpuComputePassEncoder pass = encoder.beginComputePass()) {
      assertInvalid(gpu, () -> encoder.finish().close());
      assertNull(gpu.errorOf(GpuErrorFilter.VALIDATION, () -> pass.dispatchWorkgroups(1)));
      assertInvalid(gpu, pass::end);
    }
  }

  private static void assertInvalid(SoftwareDevice gpu, Runnable calls) {
    GpuError error = gpu.errorOf(GpuErrorFilter.VALIDATION, calls);
    assertNotNull(error);
    assertInstanceOf(GpuErrorKind.Validation.class, error.kind());
  }
}
