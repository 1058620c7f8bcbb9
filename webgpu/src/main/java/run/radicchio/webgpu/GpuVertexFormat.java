package run.radicchio.webgpu;

/**
 * What a vertex attribute consists of in its buffer.
 *
 * <p>Normalized numbers ({@code UNORM}, {@code SNORM}) are integers that shaders read as numbers
 * from 0 or -1 to 1.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpuvertexformat">GPUVertexFormat</a>
 */
public enum GpuVertexFormat {
  /** One number of 8 bits, unsigned integer. 1 byte. */
  UINT8,

  /** Two numbers of 8 bits, unsigned integer. 2 bytes. */
  UINT8X2,

  /** Four numbers of 8 bits, unsigned integer. 4 bytes. */
  UINT8X4,

  /** One number of 8 bits, signed integer. 1 byte. */
  SINT8,

  /** Two numbers of 8 bits, signed integer. 2 bytes. */
  SINT8X2,

  /** Four numbers of 8 bits, signed integer. 4 bytes. */
  SINT8X4,

  /** One number of 8 bits, unsigned normalized. 1 byte. */
  UNORM8,

  /** Two numbers of 8 bits, unsigned normalized. 2 bytes. */
  UNORM8X2,

  /** Four numbers of 8 bits, unsigned normalized. 4 bytes. */
  UNORM8X4,

  /** One number of 8 bits, signed normalized. 1 byte. */
  SNORM8,

  /** Two numbers of 8 bits, signed normalized. 2 bytes. */
  SNORM8X2,

  /** Four numbers of 8 bits, signed normalized. 4 bytes. */
  SNORM8X4,

  /** One number of 16 bits, unsigned integer. 2 bytes. */
  UINT16,

  /** Two numbers of 16 bits, unsigned integer. 4 bytes. */
  UINT16X2,

  /** Four numbers of 16 bits, unsigned integer. 8 bytes. */
  UINT16X4,

  /** One number of 16 bits, signed integer. 2 bytes. */
  SINT16,

  /** Two numbers of 16 bits, signed integer. 4 bytes. */
  SINT16X2,

  /** Four numbers of 16 bits, signed integer. 8 bytes. */
  SINT16X4,

  /** One number of 16 bits, unsigned normalized. 2 bytes. */
  UNORM16,

  /** Two numbers of 16 bits, unsigned normalized. 4 bytes. */
  UNORM16X2,

  /** Four numbers of 16 bits, unsigned normalized. 8 bytes. */
  UNORM16X4,

  /** One number of 16 bits, signed normalized. 2 bytes. */
  SNORM16,

  /** Two numbers of 16 bits, signed normalized. 4 bytes. */
  SNORM16X2,

  /** Four numbers of 16 bits, signed normalized. 8 bytes. */
  SNORM16X4,

  /** One number of 16 bits, floating point. 2 bytes. */
  FLOAT16,

  /** Two numbers of 16 bits, floating point. 4 bytes. */
  FLOAT16X2,

  /** Four numbers of 16 bits, floating point. 8 bytes. */
  FLOAT16X4,

  /** One number of 32 bits, floating point. 4 bytes. */
  FLOAT32,

  /** Two numbers of 32 bits, floating point. 8 bytes. */
  FLOAT32X2,

  /** Three numbers of 32 bits, floating point. 12 bytes. */
  FLOAT32X3,

  /** Four numbers of 32 bits, floating point. 16 bytes. */
  FLOAT32X4,

  /** One number of 32 bits, unsigned integer. 4 bytes. */
  UINT32,

  /** Two numbers of 32 bits, unsigned integer. 8 bytes. */
  UINT32X2,

  /** Three numbers of 32 bits, unsigned integer. 12 bytes. */
  UINT32X3,

  /** Four numbers of 32 bits, unsigned integer. 16 bytes. */
  UINT32X4,

  /** One number of 32 bits, signed integer. 4 bytes. */
  SINT32,

  /** Two numbers of 32 bits, signed integer. 8 bytes. */
  SINT32X2,

  /** Three numbers of 32 bits, signed integer. 12 bytes. */
  SINT32X3,

  /** Four numbers of 32 bits, signed integer. 16 bytes. */
  SINT32X4,

  /** Three numbers of 10 bits and one of 2, unsigned normalized. 4 bytes. */
  UNORM1010102,

  /** Four numbers of 8 bits, unsigned normalized, as blue, green, red, alpha. 4 bytes. */
  UNORM8X4_BGRA
}
