package run.radicchio.webgpu.dawn.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceLostInfo;
import run.radicchio.webgpu.GpuDeviceLostReason;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUDeviceLostReason;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;

/** A device that is lost though nobody destroyed it. */
class DeviceLossTest {
  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Test
  void tellsWhy() throws Exception {
    DawnGpu.Options options = DawnGpu.Options.defaults().withGpus(new GpuChoice.Software());
    try (DawnGpu webgpu = DawnGpu.open(options);
        GpuAdapter adapter = Objects.requireNonNull(await(webgpu.getGpu().requestAdapter()));
        GpuDevice device = await(adapter.requestDevice())) {
      CompletionStage<GpuDeviceLostInfo> lost = device.lost();
      lose(device, "a meteorite");
      assertEquals(GpuDeviceLostReason.UNKNOWN, await(lost).reason());
      assertTrue(await(lost).message().contains("a meteorite"), await(lost).message());
      device.destroy();
      assertEquals(GpuDeviceLostReason.UNKNOWN, await(device.lost()).reason());
    }
  }

  private static void lose(GpuDevice device, String message) {
    try (Call call = Call.begin()) {
      byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
      long view = call.allocate(WGPUStringView.SIZE);
      WGPUStringView.data(view, call.copy(bytes));
      WGPUStringView.length(view, bytes.length);
      WGPUDevice.forceLoss(DawnObject.address(call, device), WGPUDeviceLostReason.UNKNOWN, view);
    }
  }
}
