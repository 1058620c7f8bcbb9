package run.radicchio.webgpu.canvas;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;

/**
 * What was drawn on a canvas, which nobody changes.
 *
 * <p>Its texels lie in memory that later pictures are read to once it is closed: whoever gets a
 * picture closes it, soon, and reads nothing of it from then on. It may be read and closed by any
 * thread, whatever becomes of the canvas and its device meanwhile.
 *
 * @param width in texels
 * @param height in texels
 * @param format how a texel is stored: {@code BGRA8UNORM}, {@code RGBA8UNORM} or {@code
 *     RGBA16FLOAT}, whose halves are in the machine's byte order
 * @param alphaMode what alpha means; where it is {@code OPAQUE}, every alpha is to be read as 1,
 *     whatever is stored, and otherwise colors are premultiplied by alpha
 * @param colorSpace what color a value is
 * @param toneMapping how values beyond 0 to 1 are to be shown
 * @param bytesPerRow from the beginning of a row to that of the next; what is behind the texels of
 *     a row means nothing
 * @param texels row by row from the top, from index 0 on; read-only
 * @param release runs when this is closed, each time, so a second run must do nothing
 */
public record Picture(
    int width,
    int height,
    GpuTextureFormat format,
    GpuCanvasAlphaMode alphaMode,
    PredefinedColorSpace colorSpace,
    GpuCanvasToneMappingMode toneMapping,
    int bytesPerRow,
    ByteBuffer texels,
    Runnable release)
    implements AutoCloseable {

  /** A picture in memory that nobody waits for, without anything between its rows. */
  public Picture(
      int width,
      int height,
      GpuTextureFormat format,
      GpuCanvasAlphaMode alphaMode,
      PredefinedColorSpace colorSpace,
      GpuCanvasToneMappingMode toneMapping,
      ByteBuffer texels) {
    this(
        width,
        height,
        format,
        alphaMode,
        colorSpace,
        toneMapping,
        width * texelSize(format),
        texels.asReadOnlyBuffer(),
        () -> {});
  }

  /**
   * The bytes of a texel.
   *
   * @param format one that a canvas can have
   */
  public static int texelSize(GpuTextureFormat format) {
    return format == GpuTextureFormat.RGBA16FLOAT ? 4 * Short.BYTES : 4;
  }

  /** A copy of the texels, with nothing between rows, and each alpha as it is to be read. */
  public byte[] packed() {
    int row = width * texelSize(format);
    byte[] packed = new byte[row * height];
    for (int y = 0; y < height; y++) {
      texels.get(y * bytesPerRow, packed, y * row, row);
    }
    if (alphaMode == GpuCanvasAlphaMode.OPAQUE) {
      makeOpaque(ByteBuffer.wrap(packed).order(ByteOrder.nativeOrder()));
    }
    return packed;
  }

  private void makeOpaque(ByteBuffer packed) {
    boolean half = format == GpuTextureFormat.RGBA16FLOAT;
    short one = Float.floatToFloat16(1);
    for (int end = texelSize(format); end <= packed.limit(); end += texelSize(format)) {
      if (half) {
        packed.putShort(end - Short.BYTES, one);
      } else {
        packed.put(end - 1, (byte) 0xFF);
      }
    }
  }

  /** Gives the memory of the texels back. A second time does nothing. */
  @Override
  public void close() {
    release.run();
  }
}
