package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

/** Copies of texels from and to textures (specification, "Texel Copies"). */
final class TexelCopy {
  private TexelCopy() {}

  /** Where in a texture. */
  record Place(long mip, long x, long y, long z, long aspect) {
    static Place choose(Arguments a, Texture texture) {
      long mip = or0(a.one(NONE, NONE, NONE, 0, 1, 9));
      long x = or0(a.one(NONE, NONE, 0, 1, 4, 0xffffffffL));
      long y = or0(a.one(NONE, NONE, 0, 1, 4));
      long z = or0(a.one(NONE, NONE, 0, 1));
      // What an aspect of a color is the specification leaves open.
      long aspect = or0(texture.format.color() ? a.number(NONE) : a.one(NONE, 0, 1, 2));
      return new Place(mip, x, y, z, aspect);
    }

    boolean isWithin(Texture texture, Extent extent) {
      if (mip >= texture.shape.mips()) {
        return false;
      }
      Texture.Shape level = texture.shape.at(mip);
      // Each layer is a subresource.
      boolean whole = extent.width == level.width() && extent.height == level.height();
      return x + extent.width <= level.width()
          && y + extent.height <= level.height()
          && z + extent.layers <= level.layers()
          && (whole || (texture.format.color() && texture.samples == 1));
    }
  }

  /** How much. */
  record Extent(long width, long height, long layers) {
    static Extent choose(Arguments a, Texture texture) {
      Texture.Shape shape = texture.shape;
      long width = a.one(shape.width(), shape.width(), shape.width(), 1, 0, 9);
      long height = a.one(shape.height(), shape.height(), NONE, 1, 0, 9);
      long layers = a.one(NONE, 1, 1, shape.layers(), 0, 2);
      return new Extent(
          width & 0xffffffffL, height == NONE ? 1 : height, layers == NONE ? 1 : layers);
    }
  }

  /** How texels lie in memory. */
  record Layout(long offset, long bytesPerRow, long rowsPerImage) {
    static Layout choose(Arguments a) {
      long offset = or0(a.one(NONE, NONE, NONE, 0, 4, 1, 1024));
      long bytesPerRow = a.one(256, 256, 256, NONE, 512, 16, 0);
      long rowsPerImage = a.one(NONE, NONE, 4, 1, 0);
      return new Layout(offset, bytesPerRow, rowsPerImage);
    }

    /** Whether a buffer's texels lie so. */
    boolean isAligned(Texture texture) {
      int alignment = texture.format.color() ? texture.format.bytes() : 4;
      return offset % alignment == 0 && (bytesPerRow == NONE || bytesPerRow % 256 == 0);
    }

    /** Whether so many bytes hold the texels of an extent. */
    boolean holds(Texture texture, Extent extent, long size) {
      long row = extent.width * texture.format.bytes();
      boolean said =
          ((extent.height <= 1 && extent.layers <= 1) || bytesPerRow != NONE)
              && (extent.layers <= 1 || rowsPerImage != NONE);
      boolean enough =
          (bytesPerRow == NONE || bytesPerRow >= row)
              && (rowsPerImage == NONE || rowsPerImage >= extent.height);
      if (!said || !enough) {
        return false;
      }
      long needed = 0;
      if (extent.layers > 0) {
        if (extent.layers > 1) {
          needed += bytesPerRow * rowsPerImage * (extent.layers - 1);
        }
        if (extent.height > 0) {
          needed += row + (extent.height > 1 ? bytesPerRow * (extent.height - 1) : 0);
        }
      }
      return Buffer.fits(offset, needed, size);
    }
  }

  private static long or0(long number) {
    return number == NONE ? 0 : number;
  }

  /** Whether a copy reads what it writes. */
  static boolean overlap(Texture source, Place from, Texture target, Place to, Extent extent) {
    return source == target
        && from.mip == to.mip
        && (source.shape.dimension() != 1
            || (from.z < to.z + extent.layers && to.z < from.z + extent.layers));
  }
}
