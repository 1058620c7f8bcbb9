package run.radicchio.surface.host;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import run.radicchio.component.Linker;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.FrameBuffer;
import run.radicchio.surface.Surface;
import run.radicchio.surface.SurfaceFrameBuffer;
import run.radicchio.surface.SurfaceWebGpu;
import run.radicchio.surface.Surfaces;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.Size;
import run.radicchio.webgpu.canvas.CanvasMaker;

/**
 * Gives surfaces to a guest: {@code wasi-gfx:surface} and {@code wasi-gfx:frame-buffer}.
 *
 * {@snippet :
 * SurfaceHost surfaces = new SurfaceHost(display, webgpu::createCanvas);
 * Linker linker = surfaces.addTo(new Linker().add(webgpu));
 * }
 *
 * <p>One is for one guest. A guest has at most {@value #MOST_SURFACES} surfaces at a time; more are
 * a trap.
 */
public final class SurfaceHost {
  /** What it offers, as annotated Java interfaces. */
  public static final List<Class<?>> INTERFACES =
      List.of(FrameBuffer.class, Surfaces.class, SurfaceFrameBuffer.class, SurfaceWebGpu.class);

  /** How many surfaces a guest can have at a time. */
  public static final int MOST_SURFACES = 16;

  private final Display display;
  private final CanvasMaker canvases;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Surfaces on a display.
   *
   * @param display what shows them; closed by the caller
   * @param canvases makes what the guest's GPU draws on
   */
  public SurfaceHost(Display display, CanvasMaker canvases) {
    this.display = display;
    this.canvases = canvases;
  }

  /**
   * Offers the four interfaces.
   *
   * @return the same linker
   */
  public Linker addTo(Linker linker) {
    return linker
        .add((Surfaces) this::open)
        .add((SurfaceWebGpu) this::webGpuContext)
        .add((SurfaceFrameBuffer) surface -> new FrameBufferContext(of(surface)))
        .add(new FrameBuffer() {});
  }

  private Surface open(CreateDesc wanted) {
    if (open.incrementAndGet() > MOST_SURFACES) {
      open.decrementAndGet();
      throw new IllegalStateException(
          "a guest can have %d surfaces at a time".formatted(MOST_SURFACES));
    }
    return new HostSurface(display, wanted, open::decrementAndGet);
  }

  private SurfaceWebGpu.Context webGpuContext(Surface surface) {
    HostSurface drawnOn = of(surface);
    Size size = drawnOn.size();
    return new WebGpuContext(drawnOn, canvases.createCanvas(size.width(), size.height()));
  }

  /** No other surfaces reach a guest. */
  private static HostSurface of(Surface surface) {
    return (HostSurface) surface;
  }
}
