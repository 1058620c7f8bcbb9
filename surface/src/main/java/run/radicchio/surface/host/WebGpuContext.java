package run.radicchio.surface.host;

import java.util.concurrent.CompletionStage;
import run.radicchio.surface.SurfaceWebGpu;
import run.radicchio.surface.display.Frame;
import run.radicchio.surface.display.Size;
import run.radicchio.webgpu.GpuCanvasConfiguration;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.canvas.OffscreenCanvas;
import run.radicchio.webgpu.canvas.Picture;

/** Draws on a surface by a canvas. Threads of one guest call it, one after the other. */
final class WebGpuContext implements SurfaceWebGpu.Context {
  private final HostSurface surface;
  private final OffscreenCanvas canvas;
  private final GpuCanvasContext context;

  WebGpuContext(HostSurface surface, OffscreenCanvas canvas) {
    this.surface = surface;
    this.canvas = canvas;
    this.context = canvas.context();
  }

  @Override
  public void configure(SurfaceWebGpu.ContextConfiguration given) {
    follow(surface.size());
    context.configure(
        new GpuCanvasConfiguration(
            given.device(),
            given.format(),
            given.usage(),
            given.viewFormats(),
            given.colorSpace(),
            given.toneMapping(),
            given.alphaMode()));
  }

  @Override
  public void unconfigure() {
    context.unconfigure();
  }

  @Override
  public GpuTexture getCurrentTexture() {
    return context.getCurrentTexture();
  }

  /**
   * The size is taken here alone: other attachments of a guest that does not configure again are of
   * the size before.
   */
  private void follow(Size size) {
    if (canvas.width() != size.width() || canvas.height() != size.height()) {
      canvas.resize(size.width(), size.height());
    }
  }

  @Override
  public void present() {
    Drawn drawn = new Drawn();
    surface.present(drawn);
    drawn.discard();
  }

  /** What was drawn on the canvas. */
  private final class Drawn implements Frame {
    private boolean used;

    @Override
    public CompletionStage<Picture> read() {
      if (used) {
        throw new IllegalStateException("a frame can be read once, before present has returned");
      }
      used = true;
      return canvas.present();
    }

    /** Ends the picture in any case. */
    void discard() {
      if (!used) {
        used = true;
        canvas.discard();
      }
    }
  }

  @Override
  public void close() {
    context.close();
    canvas.close();
  }
}
