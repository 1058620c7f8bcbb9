package run.radicchio.webgpu;

/**
 * What a texel consists of.
 *
 * <p>A normalized channel ({@code UNORM}, {@code SNORM}) is an integer that shaders read as a
 * number from 0 or -1 to 1; {@code SRGB} formats hold red, green and blue in sRGB encoding and
 * decode them when read. Compressed formats come in blocks of texels.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gputextureformat">GPUTextureFormat</a>
 */
public enum GpuTextureFormat {
  /** Red; 8 bits, unsigned normalized. 1 byte a texel. */
  R8UNORM,

  /** Red; 8 bits, signed normalized. 1 byte a texel. */
  R8SNORM,

  /** Red; 8 bits, unsigned integer. 1 byte a texel. */
  R8UINT,

  /** Red; 8 bits, signed integer. 1 byte a texel. */
  R8SINT,

  /**
   * Red; 16 bits, unsigned normalized. 2 bytes a texel. Needs the feature {@code
   * texture-formats-tier1}.
   */
  R16UNORM,

  /**
   * Red; 16 bits, signed normalized. 2 bytes a texel. Needs the feature {@code
   * texture-formats-tier1}.
   */
  R16SNORM,

  /** Red; 16 bits, unsigned integer. 2 bytes a texel. */
  R16UINT,

  /** Red; 16 bits, signed integer. 2 bytes a texel. */
  R16SINT,

  /** Red; 16 bits, floating point. 2 bytes a texel. */
  R16FLOAT,

  /** Red and green; 8 bits each, unsigned normalized. 2 bytes a texel. */
  RG8UNORM,

  /** Red and green; 8 bits each, signed normalized. 2 bytes a texel. */
  RG8SNORM,

  /** Red and green; 8 bits each, unsigned integer. 2 bytes a texel. */
  RG8UINT,

  /** Red and green; 8 bits each, signed integer. 2 bytes a texel. */
  RG8SINT,

  /** Red; 32 bits, unsigned integer. 4 bytes a texel. */
  R32UINT,

  /** Red; 32 bits, signed integer. 4 bytes a texel. */
  R32SINT,

  /** Red; 32 bits, floating point. 4 bytes a texel. */
  R32FLOAT,

  /**
   * Red and green; 16 bits each, unsigned normalized. 4 bytes a texel. Needs the feature {@code
   * texture-formats-tier1}.
   */
  RG16UNORM,

  /**
   * Red and green; 16 bits each, signed normalized. 4 bytes a texel. Needs the feature {@code
   * texture-formats-tier1}.
   */
  RG16SNORM,

  /** Red and green; 16 bits each, unsigned integer. 4 bytes a texel. */
  RG16UINT,

  /** Red and green; 16 bits each, signed integer. 4 bytes a texel. */
  RG16SINT,

  /** Red and green; 16 bits each, floating point. 4 bytes a texel. */
  RG16FLOAT,

  /** Red, green, blue, alpha; 8 bits each, unsigned normalized. 4 bytes a texel. */
  RGBA8UNORM,

  /** Red, green, blue, alpha; 8 bits each, unsigned normalized, sRGB. 4 bytes a texel. */
  RGBA8UNORM_SRGB,

  /** Red, green, blue, alpha; 8 bits each, signed normalized. 4 bytes a texel. */
  RGBA8SNORM,

  /** Red, green, blue, alpha; 8 bits each, unsigned integer. 4 bytes a texel. */
  RGBA8UINT,

  /** Red, green, blue, alpha; 8 bits each, signed integer. 4 bytes a texel. */
  RGBA8SINT,

  /** Blue, green, red, alpha; 8 bits each, unsigned normalized. 4 bytes a texel. */
  BGRA8UNORM,

  /** Blue, green, red, alpha; 8 bits each, unsigned normalized, sRGB. 4 bytes a texel. */
  BGRA8UNORM_SRGB,

  /** Red, green, blue; unsigned floating point with a shared exponent. 4 bytes a texel. */
  RGB9E5UFLOAT,

  /** Red, green, blue with 10 bits and alpha with 2, unsigned integer. 4 bytes a texel. */
  RGB10A2UINT,

  /** Red, green, blue with 10 bits and alpha with 2, unsigned normalized. 4 bytes a texel. */
  RGB10A2UNORM,

  /** Red, green with 11 bits and blue with 10, unsigned floating point. 4 bytes a texel. */
  RG11B10UFLOAT,

  /** Red and green; 32 bits each, unsigned integer. 8 bytes a texel. */
  RG32UINT,

  /** Red and green; 32 bits each, signed integer. 8 bytes a texel. */
  RG32SINT,

  /** Red and green; 32 bits each, floating point. 8 bytes a texel. */
  RG32FLOAT,

  /**
   * Red, green, blue, alpha; 16 bits each, unsigned normalized. 8 bytes a texel. Needs the feature
   * {@code texture-formats-tier1}.
   */
  RGBA16UNORM,

  /**
   * Red, green, blue, alpha; 16 bits each, signed normalized. 8 bytes a texel. Needs the feature
   * {@code texture-formats-tier1}.
   */
  RGBA16SNORM,

  /** Red, green, blue, alpha; 16 bits each, unsigned integer. 8 bytes a texel. */
  RGBA16UINT,

  /** Red, green, blue, alpha; 16 bits each, signed integer. 8 bytes a texel. */
  RGBA16SINT,

  /** Red, green, blue, alpha; 16 bits each, floating point. 8 bytes a texel. */
  RGBA16FLOAT,

  /** Red, green, blue, alpha; 32 bits each, unsigned integer. 16 bytes a texel. */
  RGBA32UINT,

  /** Red, green, blue, alpha; 32 bits each, signed integer. 16 bytes a texel. */
  RGBA32SINT,

  /** Red, green, blue, alpha; 32 bits each, floating point. 16 bytes a texel. */
  RGBA32FLOAT,

  /** Stencil; 8 bits. */
  STENCIL8,

  /** Depth; 16 bits, unsigned normalized. */
  DEPTH16UNORM,

  /** Depth; 24 bits or more. It cannot be copied from or to buffers. */
  DEPTH24PLUS,

  /** Depth, 24 bits or more, and stencil, 8 bits. */
  DEPTH24PLUS_STENCIL8,

  /** Depth; 32 bits, floating point. */
  DEPTH32FLOAT,

  /** Depth, 32 bits, floating point, and stencil, 8 bits. Needs the feature of that name. */
  DEPTH32FLOAT_STENCIL8,

  /** BC1: red, green, blue, alpha, unsigned normalized. 8 bytes a block of 4 x 4 texels. */
  BC1_RGBA_UNORM,

  /** BC1: red, green, blue, alpha, unsigned normalized, sRGB. 8 bytes a block of 4 x 4 texels. */
  BC1_RGBA_UNORM_SRGB,

  /** BC2: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 4 x 4 texels. */
  BC2_RGBA_UNORM,

  /** BC2: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 4 x 4 texels. */
  BC2_RGBA_UNORM_SRGB,

  /** BC3: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 4 x 4 texels. */
  BC3_RGBA_UNORM,

  /** BC3: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 4 x 4 texels. */
  BC3_RGBA_UNORM_SRGB,

  /** BC4: red, unsigned normalized. 8 bytes a block of 4 x 4 texels. */
  BC4_R_UNORM,

  /** BC4: red, signed normalized. 8 bytes a block of 4 x 4 texels. */
  BC4_R_SNORM,

  /** BC5: red, green, unsigned normalized. 16 bytes a block of 4 x 4 texels. */
  BC5_RG_UNORM,

  /** BC5: red, green, signed normalized. 16 bytes a block of 4 x 4 texels. */
  BC5_RG_SNORM,

  /** BC6H: red, green, blue, unsigned floating point. 16 bytes a block of 4 x 4 texels. */
  BC6H_RGB_UFLOAT,

  /** BC6H: red, green, blue, floating point. 16 bytes a block of 4 x 4 texels. */
  BC6H_RGB_FLOAT,

  /** BC7: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 4 x 4 texels. */
  BC7_RGBA_UNORM,

  /** BC7: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 4 x 4 texels. */
  BC7_RGBA_UNORM_SRGB,

  /** ETC2: red, green, blue, unsigned normalized. 8 bytes a block of 4 x 4 texels. */
  ETC2_RGB8UNORM,

  /** ETC2: red, green, blue, unsigned normalized, sRGB. 8 bytes a block of 4 x 4 texels. */
  ETC2_RGB8UNORM_SRGB,

  /**
   * ETC2: red, green, blue, and alpha of 1 bit, unsigned normalized. 8 bytes a block of 4 x 4
   * texels.
   */
  ETC2_RGB8A1UNORM,

  /**
   * ETC2: red, green, blue, and alpha of 1 bit, unsigned normalized, sRGB. 8 bytes a block of 4 x 4
   * texels.
   */
  ETC2_RGB8A1UNORM_SRGB,

  /** ETC2: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 4 x 4 texels. */
  ETC2_RGBA8UNORM,

  /** ETC2: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 4 x 4 texels. */
  ETC2_RGBA8UNORM_SRGB,

  /** EAC: red, unsigned normalized. 8 bytes a block of 4 x 4 texels. */
  EAC_R11UNORM,

  /** EAC: red, signed normalized. 8 bytes a block of 4 x 4 texels. */
  EAC_R11SNORM,

  /** EAC: red, green, unsigned normalized. 16 bytes a block of 4 x 4 texels. */
  EAC_RG11UNORM,

  /** EAC: red, green, signed normalized. 16 bytes a block of 4 x 4 texels. */
  EAC_RG11SNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 4 x 4 texels. */
  ASTC4X4_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 4 x 4 texels. */
  ASTC4X4_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 5 x 4 texels. */
  ASTC5X4_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 5 x 4 texels. */
  ASTC5X4_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 5 x 5 texels. */
  ASTC5X5_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 5 x 5 texels. */
  ASTC5X5_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 6 x 5 texels. */
  ASTC6X5_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 6 x 5 texels. */
  ASTC6X5_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 6 x 6 texels. */
  ASTC6X6_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 6 x 6 texels. */
  ASTC6X6_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 8 x 5 texels. */
  ASTC8X5_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 8 x 5 texels. */
  ASTC8X5_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 8 x 6 texels. */
  ASTC8X6_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 8 x 6 texels. */
  ASTC8X6_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 8 x 8 texels. */
  ASTC8X8_UNORM,

  /** ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 8 x 8 texels. */
  ASTC8X8_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 10 x 5 texels. */
  ASTC10X5_UNORM,

  /**
   * ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 10 x 5 texels.
   */
  ASTC10X5_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 10 x 6 texels. */
  ASTC10X6_UNORM,

  /**
   * ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 10 x 6 texels.
   */
  ASTC10X6_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 10 x 8 texels. */
  ASTC10X8_UNORM,

  /**
   * ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 10 x 8 texels.
   */
  ASTC10X8_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 10 x 10 texels. */
  ASTC10X10_UNORM,

  /**
   * ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 10 x 10 texels.
   */
  ASTC10X10_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 12 x 10 texels. */
  ASTC12X10_UNORM,

  /**
   * ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 12 x 10 texels.
   */
  ASTC12X10_UNORM_SRGB,

  /** ASTC: red, green, blue, alpha, unsigned normalized. 16 bytes a block of 12 x 12 texels. */
  ASTC12X12_UNORM,

  /**
   * ASTC: red, green, blue, alpha, unsigned normalized, sRGB. 16 bytes a block of 12 x 12 texels.
   */
  ASTC12X12_UNORM_SRGB
}
