package run.radicchio.surface;

import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

/** {@code wasi-gfx:surface/surface-frame-buffer}: drawing on surfaces with no GPU. */
@WitInterface(
    value = "wasi-gfx:surface/surface-frame-buffer",
    versions = Surfaces.VERSION,
    uses = {FrameBuffer.class, Surfaces.class})
public interface SurfaceFrameBuffer {
  /** What draws on a surface. */
  @Constructor
  Context context(@Borrow Surface surface);

  /** Draws on a surface by setting its texels. */
  @WitResource
  interface Context extends AutoCloseable {
    /** The picture that is to be shown next. */
    FrameBuffer.Buffer getCurrentBuffer();

    /** Shows it. */
    void present();

    @Override
    void close();
  }
}
