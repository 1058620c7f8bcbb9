package run.radicchio.webgpu.dawn.walkthrough;

import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.WebGpu;

final class Devices {
  private Devices() {}

  // docs: device {
  static GpuDevice request(WebGpu webgpu) throws Exception {
    try (Gpu gpu = webgpu.getGpu();
        GpuAdapter adapter = gpu.requestAdapter().toCompletableFuture().get()) {
      if (adapter == null) {
        throw new IllegalStateException("There is no GPU adapter.");
      }
      return adapter.requestDevice().toCompletableFuture().get();
    }
  }
  // } docs
}
