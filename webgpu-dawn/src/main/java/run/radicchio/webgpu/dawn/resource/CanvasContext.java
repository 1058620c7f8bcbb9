package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuCanvasConfiguration;
import run.radicchio.webgpu.GpuCanvasConfigurationOwned;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuTexture;

/** A handle of a canvas, for whoever draws on it. */
record CanvasContext(Canvas canvas) implements GpuCanvasContext {
  @Override
  public void configure(GpuCanvasConfiguration configuration) {
    canvas.configure(configuration);
  }

  @Override
  public void unconfigure() {
    canvas.unconfigure();
  }

  @Override
  public @Nullable GpuCanvasConfigurationOwned getConfiguration() {
    return canvas.configuration();
  }

  @Override
  public GpuTexture getCurrentTexture() {
    return canvas.currentTexture();
  }

  @Override
  public void close() {}
}
