package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;

/** What a caller gave, or WebGPU's default where nothing was given. */
final class Given {
  private Given() {}

  static int or(@Nullable Integer value, int fallback) {
    return value == null ? fallback : value;
  }

  static long or(@Nullable Long value, long fallback) {
    return value == null ? fallback : value;
  }

  static float or(@Nullable Float value, float fallback) {
    return value == null ? fallback : value;
  }

  static boolean or(@Nullable Boolean value, boolean fallback) {
    return value == null ? fallback : value;
  }

  /**
   * A number for which Dawn takes the highest as "not given". The highest itself is wrong in all
   * these places, and so is the one below, which takes its place.
   */
  static int orHighest(@Nullable Integer value) {
    return value == null ? -1 : value == -1 ? -2 : value;
  }

  /** {@link #orHighest(Integer)} of 64 bits. */
  static long orHighest(@Nullable Long value) {
    return value == null ? -1 : value == -1 ? -2 : value;
  }

  /**
   * How long a range is.
   *
   * @param size null: to the end of the whole, unless it starts after that; the length then is one
   *     that no range has
   */
  static long length(@Nullable Long size, long offset, long whole) {
    if (size != null) {
      return orHighest(size);
    }
    return Long.compareUnsigned(offset, whole) <= 0 ? whole - offset : -2;
  }
}
