package run.radicchio.surface.host;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import run.radicchio.surface.FrameBuffer;
import run.radicchio.surface.SurfaceFrameBuffer;
import run.radicchio.surface.display.Size;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

/** Draws on a surface by texels. Threads of one guest call it, one after the other. */
final class FrameBufferContext implements SurfaceFrameBuffer.Context {
  private static final int TEXEL_SIZE = 4;

  private final HostSurface surface;
  private Texels texels;

  /** What is shown next: never changed, as it may still be on its way to a display. */
  private record Texels(Size size, ByteBuffer bytes) {
    static Texels blank(Size size) {
      return new Texels(size, ByteBuffer.allocate(bytes(size)));
    }

    static int bytes(Size size) {
      return size.width() * size.height() * TEXEL_SIZE;
    }
  }

  FrameBufferContext(HostSurface surface) {
    this.surface = surface;
    this.texels = Texels.blank(surface.size());
  }

  @Override
  public FrameBuffer.Buffer getCurrentBuffer() {
    return new CurrentBuffer();
  }

  /** All of them are the same. */
  private final class CurrentBuffer implements FrameBuffer.Buffer {
    @Override
    public ByteBuffer getWithCopy() {
      return current().bytes().duplicate();
    }

    @Override
    public void setWithCopy(ByteBuffer val) {
      Size size = sizeOf(val.remaining());
      texels = new Texels(size, ByteBuffer.allocate(val.remaining()).put(val).flip());
    }

    @Override
    public void close() {}
  }

  private Texels current() {
    if (!texels.size().equals(surface.size())) {
      texels = Texels.blank(surface.size());
    }
    return texels;
  }

  /** A guest may have begun a picture just before it was told that the surface has another size. */
  private Size sizeOf(int bytes) {
    Size now = surface.size();
    Size before = texels.size();
    if (bytes == Texels.bytes(now)) {
      return now;
    } else if (bytes == Texels.bytes(before)) {
      return before;
    }
    throw new IllegalArgumentException(
        "set-with-copy: expected %d bytes for a surface of %s, found %d"
            .formatted(Texels.bytes(now), now, bytes));
  }

  @Override
  public void present() {
    Texels shown = texels;
    surface.present(() -> CompletableFuture.completedFuture(picture(shown)));
  }

  private static Picture picture(Texels shown) {
    return new Picture(
        shown.size().width(),
        shown.size().height(),
        GpuTextureFormat.BGRA8UNORM,
        GpuCanvasAlphaMode.OPAQUE,
        PredefinedColorSpace.SRGB,
        GpuCanvasToneMappingMode.STANDARD,
        shown.bytes());
  }

  @Override
  public void close() {}
}
