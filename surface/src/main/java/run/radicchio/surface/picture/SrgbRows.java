package run.radicchio.surface.picture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

/**
 * The rows of a picture in sRGB over black, each texel in an {@code int}: red in the bits from 16
 * on, green from 8 on, blue from 0 on; the highest eight mean nothing.
 *
 * <p>Over black a premultiplied color stays what it is. Values beyond 0 to 1 become 0 or 1, which
 * either tone mapping has a screen do that can show no more.
 */
final class SrgbRows {
  private static final Set<GpuTextureFormat> FORMATS =
      EnumSet.of(
          GpuTextureFormat.BGRA8UNORM, GpuTextureFormat.RGBA8UNORM, GpuTextureFormat.RGBA16FLOAT);

  private static final ValueLayout.OfInt BGRA =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final ValueLayout.OfShort HALF = ValueLayout.JAVA_SHORT_UNALIGNED;

  private final Picture picture;
  private final MemorySegment texels;
  private final short[] halves;

  SrgbRows(Picture picture) {
    if (!FORMATS.contains(picture.format())) {
      throw new IllegalArgumentException("a canvas has no pictures of " + picture.format());
    }
    this.picture = picture;
    this.texels = MemorySegment.ofBuffer(picture.texels().duplicate().rewind());
    boolean half = picture.format() == GpuTextureFormat.RGBA16FLOAT;
    this.halves = new short[half ? 4 * picture.width() : 0];
  }

  /**
   * Reads a row.
   *
   * @param y counts from the top
   * @param target where its texels go, from the index {@code start} on
   */
  void read(int y, int[] target, int start) {
    long offset = (long) y * picture.bytesPerRow();
    int end = start + picture.width();
    boolean wide = picture.colorSpace() == PredefinedColorSpace.DISPLAY_P3;
    if (picture.format() == GpuTextureFormat.RGBA16FLOAT) {
      MemorySegment.copy(texels, HALF, offset, halves, 0, halves.length);
      if (wide) {
        DisplayP3.toSrgb(halves, target, start, end);
      } else {
        Halves.toBytes(halves, target, start, end);
      }
      return;
    }
    MemorySegment.copy(texels, BGRA, offset, target, start, picture.width());
    if (picture.format() == GpuTextureFormat.RGBA8UNORM) {
      swapRedAndBlue(target, start, end);
    }
    if (wide) {
      DisplayP3.toSrgb(target, start, end);
    }
  }

  private static void swapRedAndBlue(int[] texels, int start, int end) {
    for (int i = start; i < end; i++) {
      int texel = texels[i];
      texels[i] = (texel >> 16 & 0xFF) | (texel & 0xFF00) | (texel & 0xFF) << 16;
    }
  }
}
