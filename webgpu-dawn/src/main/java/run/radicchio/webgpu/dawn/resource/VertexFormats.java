package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuVertexFormat;
import run.radicchio.webgpu.dawn.generated.WGPUVertexFormat;

/** The vertex formats as Dawn numbers them. */
final class VertexFormats {
  private VertexFormats() {}

  static int of(GpuVertexFormat value) {
    return switch (value) {
      case UINT8 -> WGPUVertexFormat.UINT8;
      case UINT8X2 -> WGPUVertexFormat.UINT8X2;
      case UINT8X4 -> WGPUVertexFormat.UINT8X4;
      case SINT8 -> WGPUVertexFormat.SINT8;
      case SINT8X2 -> WGPUVertexFormat.SINT8X2;
      case SINT8X4 -> WGPUVertexFormat.SINT8X4;
      case UNORM8 -> WGPUVertexFormat.UNORM8;
      case UNORM8X2 -> WGPUVertexFormat.UNORM8X2;
      case UNORM8X4 -> WGPUVertexFormat.UNORM8X4;
      case SNORM8 -> WGPUVertexFormat.SNORM8;
      case SNORM8X2 -> WGPUVertexFormat.SNORM8X2;
      case SNORM8X4 -> WGPUVertexFormat.SNORM8X4;
      case UINT16 -> WGPUVertexFormat.UINT16;
      case UINT16X2 -> WGPUVertexFormat.UINT16X2;
      case UINT16X4 -> WGPUVertexFormat.UINT16X4;
      case SINT16 -> WGPUVertexFormat.SINT16;
      case SINT16X2 -> WGPUVertexFormat.SINT16X2;
      case SINT16X4 -> WGPUVertexFormat.SINT16X4;
      case UNORM16 -> WGPUVertexFormat.UNORM16;
      case UNORM16X2 -> WGPUVertexFormat.UNORM16X2;
      case UNORM16X4 -> WGPUVertexFormat.UNORM16X4;
      case SNORM16 -> WGPUVertexFormat.SNORM16;
      case SNORM16X2 -> WGPUVertexFormat.SNORM16X2;
      case SNORM16X4 -> WGPUVertexFormat.SNORM16X4;
      case FLOAT16 -> WGPUVertexFormat.FLOAT16;
      case FLOAT16X2 -> WGPUVertexFormat.FLOAT16X2;
      case FLOAT16X4 -> WGPUVertexFormat.FLOAT16X4;
      case FLOAT32 -> WGPUVertexFormat.FLOAT32;
      case FLOAT32X2 -> WGPUVertexFormat.FLOAT32X2;
      case FLOAT32X3 -> WGPUVertexFormat.FLOAT32X3;
      case FLOAT32X4 -> WGPUVertexFormat.FLOAT32X4;
      case UINT32 -> WGPUVertexFormat.UINT32;
      case UINT32X2 -> WGPUVertexFormat.UINT32X2;
      case UINT32X3 -> WGPUVertexFormat.UINT32X3;
      case UINT32X4 -> WGPUVertexFormat.UINT32X4;
      case SINT32 -> WGPUVertexFormat.SINT32;
      case SINT32X2 -> WGPUVertexFormat.SINT32X2;
      case SINT32X3 -> WGPUVertexFormat.SINT32X3;
      case SINT32X4 -> WGPUVertexFormat.SINT32X4;
      case UNORM1010102 -> WGPUVertexFormat.UNORM_10_10_10_2;
      case UNORM8X4_BGRA -> WGPUVertexFormat.UNORM8X4_BGRA;
    };
  }
}
