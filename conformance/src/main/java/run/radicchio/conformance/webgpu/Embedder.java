package run.radicchio.conformance.webgpu;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuUncapturedErrorEvent;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.WebGpu;

/**
 * What nothing in {@code wasi:webgpu} gives, so that a host has to: canvases, and events. The group
 * {@code canvas} imports it.
 */
@WitInterface(value = "radicchio:canvas/embedder", uses = WebGpu.class)
public interface Embedder {
  /** A canvas that is on no screen, and blank. */
  @Constructor
  Canvas canvas(@Unsigned int width, @Unsigned int height);

  /** The event of the first error of a device from now on that no error scope catches. */
  CompletionStage<GpuUncapturedErrorEvent> nextUncapturedError(@Borrow GpuDevice device);

  /** A canvas that is on no screen. */
  @WitResource
  interface Canvas extends AutoCloseable {
    /** A handle of its context. */
    GpuCanvasContext context();

    /** Gives it another size, in texels. */
    void resize(@Unsigned int width, @Unsigned int height);

    /** Ends the picture that is being drawn, and gives it. */
    CompletionStage<Picture> present();

    @Override
    void close();
  }

  /**
   * A copy of what is on a canvas.
   *
   * @param texels row by row from the top, with nothing between; in memory as the format says
   */
  @SuppressWarnings("ArrayRecordComponent") // on its way to a guest; nobody compares it
  record Picture(
      @Unsigned int width,
      @Unsigned int height,
      GpuTextureFormat format,
      GpuCanvasAlphaMode alphaMode,
      PredefinedColorSpace colorSpace,
      GpuCanvasToneMappingMode toneMapping,
      byte[] texels) {}
}
