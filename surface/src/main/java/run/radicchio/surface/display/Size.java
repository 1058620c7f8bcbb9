package run.radicchio.surface.display;

import org.jspecify.annotations.Nullable;
import run.radicchio.surface.CreateDesc;

/**
 * How large a surface is.
 *
 * @param width in texels, 1 or more
 * @param height in texels, 1 or more
 */
public record Size(int width, int height) {
  /** The most that a surface can be wide or high, as the textures of every GPU can. */
  public static final int MOST = 8192;

  /**
   * A size.
   *
   * @throws IllegalArgumentException if it is none, or too large
   */
  public Size {
    if (width < 1 || height < 1 || width > MOST || height > MOST) {
      throw new IllegalArgumentException(
          "a surface cannot be %d wide and %d high: from 1 to %d it can"
              .formatted(width, height, MOST));
    }
  }

  /** This size, but for what a guest wants: as far as that can be had. */
  public Size with(@Nullable Integer wantedHeight, @Nullable Integer wantedWidth) {
    return new Size(
        wantedWidth == null ? width : clamp(wantedWidth),
        wantedHeight == null ? height : clamp(wantedHeight));
  }

  /** This size, but for what a guest wants: as far as that can be had. */
  public Size with(CreateDesc wanted) {
    return with(wanted.height(), wanted.width());
  }

  /** An unsigned number as one that is possible. */
  private static int clamp(int unsigned) {
    return unsigned < 0 ? MOST : Math.clamp(unsigned, 1, MOST);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
