package run.radicchio.webgpu.dawn.steps;

/**
 * A view of a texture, with what was left out filled in.
 *
 * @param dimension by its number in {@code gpu-texture-view-dimension}
 */
record View(
    Standing standing,
    Texture texture,
    Format format,
    long dimension,
    int usage,
    long aspect,
    long baseMip,
    long mips,
    long baseLayer,
    long layers) {

  static final long D1 = 0;
  static final long D2 = 1;
  static final long D2_ARRAY = 2;
  static final long CUBE = 3;
  static final long CUBE_ARRAY = 4;
  static final long D3 = 5;

  /** The view of a whole texture. */
  static View whole(Texture texture) {
    return new View(
        texture.standing,
        texture,
        texture.format,
        defaultDimension(texture),
        texture.usage,
        0,
        0,
        texture.shape.mips(),
        0,
        texture.shape.arrayLayers());
  }

  static long defaultDimension(Texture texture) {
    return switch ((int) texture.shape.dimension()) {
      case 0 -> D1;
      case 2 -> D3;
      default -> texture.shape.arrayLayers() == 1 ? D2 : D2_ARRAY;
    };
  }

  /** Whether what it was made from is valid. */
  boolean allowed() {
    Texture.Shape shape = texture.shape;
    return format.exists()
        && texture.format.has(aspect)
        && allowedFormat()
        && (usage & ~texture.usage) == 0
        && ((usage & Texture.RENDER_ATTACHMENT) == 0 || format.renderable())
        && ((usage & Texture.STORAGE_BINDING) == 0 || format.storable())
        && mips > 0
        && baseMip + mips <= shape.mips()
        && layers > 0
        && baseLayer + layers <= shape.arrayLayers()
        && (texture.samples == 1 || dimension == D2)
        && allowedDimension(shape);
  }

  private boolean allowedFormat() {
    return aspect == 0
        ? format == texture.format || format == texture.viewFormat
        : format == texture.format;
  }

  private boolean allowedDimension(Texture.Shape shape) {
    return switch ((int) dimension) {
      case (int) D1 -> shape.dimension() == 0 && layers == 1;
      case (int) D2 -> shape.dimension() == 1 && layers == 1;
      case (int) D2_ARRAY -> shape.dimension() == 1;
      case (int) CUBE -> shape.dimension() == 1 && layers == 6 && shape.width() == shape.height();
      case (int) CUBE_ARRAY ->
          shape.dimension() == 1 && layers % 6 == 0 && shape.width() == shape.height();
      default -> shape.dimension() == 2 && layers == 1;
    };
  }

  /** Whether a render pass can have it as an attachment. */
  boolean attachable() {
    return (usage & Texture.RENDER_ATTACHMENT) != 0
        && (dimension == D2 || dimension == D2_ARRAY || dimension == D3)
        && mips == 1
        && layers == 1;
  }

  /** How large it is to render to. */
  Texture.Shape extent() {
    return texture.shape.at(baseMip);
  }
}
