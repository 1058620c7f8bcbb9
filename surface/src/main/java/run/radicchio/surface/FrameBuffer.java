package run.radicchio.surface;

import java.nio.ByteBuffer;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;

/** {@code wasi-gfx:frame-buffer/frame-buffer}: pictures as bytes, with no GPU. */
@WitInterface(
    value = "wasi-gfx:frame-buffer/frame-buffer",
    versions = Surfaces.VERSION,
    types = FrameBuffer.Buffer.class)
public interface FrameBuffer {
  /**
   * The texels of a picture, row by row from the top, with nothing between: four bytes each, which
   * are blue, green, red, and one that means nothing.
   */
  @WitResource
  interface Buffer extends AutoCloseable {
    /** What was set last, or zeros. */
    ByteBuffer getWithCopy();

    /**
     * Sets all of it.
     *
     * @param val as many bytes as a picture of the surface's size has
     */
    void setWithCopy(@WitName("val") ByteBuffer val);

    @Override
    void close();
  }
}
