package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.Nullable;

/** A texture (specification, "Textures and Texture Views"). */
final class Texture {
  static final int COPY_SRC = 1;
  static final int COPY_DST = 2;
  static final int TEXTURE_BINDING = 4;
  static final int STORAGE_BINDING = 8;
  static final int RENDER_ATTACHMENT = 16;

  final Standing standing;
  final Shape shape;
  final long samples;
  final Format format;
  final int usage;
  final @Nullable Format viewFormat;
  private boolean destroyed;

  /**
   * How large it is.
   *
   * @param dimension 0, 1, 2 for one, two, three dimensions
   * @param layers its layers, or how deep it is
   */
  record Shape(long dimension, long width, long height, long layers, long mips) {
    boolean allowed() {
      long most = dimension == 2 ? 2048 : 8192;
      return width > 0
          && height > 0
          && layers > 0
          && mips > 0
          && width <= most
          && height <= (dimension == 0 ? 1 : most)
          && layers <= (dimension == 0 ? 1 : dimension == 1 ? 256 : 2048)
          && mips <= mostMips();
    }

    private long mostMips() {
      long largest =
          switch ((int) dimension) {
            case 0 -> 1;
            case 1 -> Math.max(width, height);
            default -> Math.max(width, Math.max(height, layers));
          };
      return 64L - Long.numberOfLeadingZeros(largest);
    }

    /** How large a mip level is. */
    Shape at(long mip) {
      return new Shape(
          dimension,
          Math.max(1, width >> mip),
          Math.max(1, height >> mip),
          dimension == 2 ? Math.max(1, layers >> mip) : layers,
          1);
    }

    long arrayLayers() {
      return dimension == 1 ? layers : 1;
    }
  }

  Texture(
      Device device,
      Shape shape,
      long samples,
      Format format,
      int usage,
      @Nullable Format viewFormat) {
    this.standing = new Standing(device);
    this.shape = shape;
    this.samples = samples;
    this.format = format;
    this.usage = usage;
    this.viewFormat = viewFormat;
  }

  boolean has(int flags) {
    return (usage & flags) == flags;
  }

  boolean destroyed() {
    return destroyed;
  }

  void destroy() {
    destroyed = true;
  }

  /** Whether what it was made from is valid. */
  boolean allowed() {
    return shape.allowed()
        && format.exists()
        && usage != 0
        && (samples == 1 || samples == 4)
        && (shape.dimension() == 1 || (samples == 1 && format.color()))
        && (samples == 1 || allowedMultisampled())
        && (!has(RENDER_ATTACHMENT) || (format.renderable() && shape.dimension() != 0))
        && (!has(STORAGE_BINDING) || format.storable())
        && (viewFormat == null || format.viewCompatible(viewFormat));
  }

  private boolean allowedMultisampled() {
    return shape.mips() == 1
        && shape.layers() == 1
        && !has(STORAGE_BINDING)
        && has(RENDER_ATTACHMENT)
        && format.multisampled();
  }
}
