package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuAddressMode;
import run.radicchio.webgpu.GpuBlendFactor;
import run.radicchio.webgpu.GpuBlendOperation;
import run.radicchio.webgpu.GpuBufferBindingType;
import run.radicchio.webgpu.GpuCompareFunction;
import run.radicchio.webgpu.GpuCullMode;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuFilterMode;
import run.radicchio.webgpu.GpuFrontFace;
import run.radicchio.webgpu.GpuIndexFormat;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuMipmapFilterMode;
import run.radicchio.webgpu.GpuPrimitiveTopology;
import run.radicchio.webgpu.GpuQueryType;
import run.radicchio.webgpu.GpuSamplerBindingType;
import run.radicchio.webgpu.GpuStencilOperation;
import run.radicchio.webgpu.GpuStorageTextureAccess;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTextureAspect;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureSampleType;
import run.radicchio.webgpu.GpuTextureViewDimension;
import run.radicchio.webgpu.GpuVertexStepMode;
import run.radicchio.webgpu.dawn.generated.WGPUAddressMode;
import run.radicchio.webgpu.dawn.generated.WGPUBlendFactor;
import run.radicchio.webgpu.dawn.generated.WGPUBlendOperation;
import run.radicchio.webgpu.dawn.generated.WGPUBufferBindingType;
import run.radicchio.webgpu.dawn.generated.WGPUCompareFunction;
import run.radicchio.webgpu.dawn.generated.WGPUCullMode;
import run.radicchio.webgpu.dawn.generated.WGPUErrorFilter;
import run.radicchio.webgpu.dawn.generated.WGPUFilterMode;
import run.radicchio.webgpu.dawn.generated.WGPUFrontFace;
import run.radicchio.webgpu.dawn.generated.WGPUIndexFormat;
import run.radicchio.webgpu.dawn.generated.WGPULoadOp;
import run.radicchio.webgpu.dawn.generated.WGPUMipmapFilterMode;
import run.radicchio.webgpu.dawn.generated.WGPUPrimitiveTopology;
import run.radicchio.webgpu.dawn.generated.WGPUQueryType;
import run.radicchio.webgpu.dawn.generated.WGPUSamplerBindingType;
import run.radicchio.webgpu.dawn.generated.WGPUStencilOperation;
import run.radicchio.webgpu.dawn.generated.WGPUStorageTextureAccess;
import run.radicchio.webgpu.dawn.generated.WGPUStoreOp;
import run.radicchio.webgpu.dawn.generated.WGPUTextureAspect;
import run.radicchio.webgpu.dawn.generated.WGPUTextureDimension;
import run.radicchio.webgpu.dawn.generated.WGPUTextureSampleType;
import run.radicchio.webgpu.dawn.generated.WGPUTextureViewDimension;
import run.radicchio.webgpu.dawn.generated.WGPUVertexStepMode;

/**
 * The constants of the contract as Dawn numbers them. None is Dawn's undefined, which it replaces
 * by WebGPU's default; it does not do so for the types of bindings, of which none is the default
 * here.
 */
final class Values {
  private Values() {}

  static int of(@Nullable GpuAddressMode value) {
    return switch (value) {
      case null -> WGPUAddressMode.UNDEFINED;
      case CLAMP_TO_EDGE -> WGPUAddressMode.CLAMP_TO_EDGE;
      case REPEAT -> WGPUAddressMode.REPEAT;
      case MIRROR_REPEAT -> WGPUAddressMode.MIRROR_REPEAT;
    };
  }

  static int of(@Nullable GpuBlendFactor value) {
    return switch (value) {
      case null -> WGPUBlendFactor.UNDEFINED;
      case ZERO -> WGPUBlendFactor.ZERO;
      case ONE -> WGPUBlendFactor.ONE;
      case SRC -> WGPUBlendFactor.SRC;
      case ONE_MINUS_SRC -> WGPUBlendFactor.ONE_MINUS_SRC;
      case SRC_ALPHA -> WGPUBlendFactor.SRC_ALPHA;
      case ONE_MINUS_SRC_ALPHA -> WGPUBlendFactor.ONE_MINUS_SRC_ALPHA;
      case DST -> WGPUBlendFactor.DST;
      case ONE_MINUS_DST -> WGPUBlendFactor.ONE_MINUS_DST;
      case DST_ALPHA -> WGPUBlendFactor.DST_ALPHA;
      case ONE_MINUS_DST_ALPHA -> WGPUBlendFactor.ONE_MINUS_DST_ALPHA;
      case SRC_ALPHA_SATURATED -> WGPUBlendFactor.SRC_ALPHA_SATURATED;
      case CONSTANT -> WGPUBlendFactor.CONSTANT;
      case ONE_MINUS_CONSTANT -> WGPUBlendFactor.ONE_MINUS_CONSTANT;
      case SRC1 -> WGPUBlendFactor.SRC1;
      case ONE_MINUS_SRC1 -> WGPUBlendFactor.ONE_MINUS_SRC1;
      case SRC1_ALPHA -> WGPUBlendFactor.SRC1_ALPHA;
      case ONE_MINUS_SRC1_ALPHA -> WGPUBlendFactor.ONE_MINUS_SRC1_ALPHA;
    };
  }

  static int of(@Nullable GpuBlendOperation value) {
    return switch (value) {
      case null -> WGPUBlendOperation.UNDEFINED;
      case ADD -> WGPUBlendOperation.ADD;
      case SUBTRACT -> WGPUBlendOperation.SUBTRACT;
      case REVERSE_SUBTRACT -> WGPUBlendOperation.REVERSE_SUBTRACT;
      case MIN -> WGPUBlendOperation.MIN;
      case MAX -> WGPUBlendOperation.MAX;
    };
  }

  static int of(@Nullable GpuBufferBindingType value) {
    return switch (value) {
      case null -> WGPUBufferBindingType.UNIFORM;
      case UNIFORM -> WGPUBufferBindingType.UNIFORM;
      case STORAGE -> WGPUBufferBindingType.STORAGE;
      case READ_ONLY_STORAGE -> WGPUBufferBindingType.READ_ONLY_STORAGE;
    };
  }

  static int of(@Nullable GpuCompareFunction value) {
    return switch (value) {
      case null -> WGPUCompareFunction.UNDEFINED;
      case NEVER -> WGPUCompareFunction.NEVER;
      case LESS -> WGPUCompareFunction.LESS;
      case EQUAL -> WGPUCompareFunction.EQUAL;
      case LESS_EQUAL -> WGPUCompareFunction.LESS_EQUAL;
      case GREATER -> WGPUCompareFunction.GREATER;
      case NOT_EQUAL -> WGPUCompareFunction.NOT_EQUAL;
      case GREATER_EQUAL -> WGPUCompareFunction.GREATER_EQUAL;
      case ALWAYS -> WGPUCompareFunction.ALWAYS;
    };
  }

  static int of(@Nullable GpuCullMode value) {
    return switch (value) {
      case null -> WGPUCullMode.UNDEFINED;
      case NONE -> WGPUCullMode.NONE;
      case FRONT -> WGPUCullMode.FRONT;
      case BACK -> WGPUCullMode.BACK;
    };
  }

  static int of(GpuErrorFilter value) {
    return switch (value) {
      case VALIDATION -> WGPUErrorFilter.VALIDATION;
      case OUT_OF_MEMORY -> WGPUErrorFilter.OUT_OF_MEMORY;
      case INTERNAL -> WGPUErrorFilter.INTERNAL;
    };
  }

  static int of(@Nullable GpuFilterMode value) {
    return switch (value) {
      case null -> WGPUFilterMode.UNDEFINED;
      case NEAREST -> WGPUFilterMode.NEAREST;
      case LINEAR -> WGPUFilterMode.LINEAR;
    };
  }

  static int of(@Nullable GpuFrontFace value) {
    return switch (value) {
      case null -> WGPUFrontFace.UNDEFINED;
      case CCW -> WGPUFrontFace.CCW;
      case CW -> WGPUFrontFace.CW;
    };
  }

  static int of(@Nullable GpuIndexFormat value) {
    return switch (value) {
      case null -> WGPUIndexFormat.UNDEFINED;
      case UINT16 -> WGPUIndexFormat.UINT16;
      case UINT32 -> WGPUIndexFormat.UINT32;
    };
  }

  static int of(@Nullable GpuLoadOp value) {
    return switch (value) {
      case null -> WGPULoadOp.UNDEFINED;
      case LOAD -> WGPULoadOp.LOAD;
      case CLEAR -> WGPULoadOp.CLEAR;
    };
  }

  static int of(@Nullable GpuMipmapFilterMode value) {
    return switch (value) {
      case null -> WGPUMipmapFilterMode.UNDEFINED;
      case NEAREST -> WGPUMipmapFilterMode.NEAREST;
      case LINEAR -> WGPUMipmapFilterMode.LINEAR;
    };
  }

  static int of(@Nullable GpuPrimitiveTopology value) {
    return switch (value) {
      case null -> WGPUPrimitiveTopology.UNDEFINED;
      case POINT_LIST -> WGPUPrimitiveTopology.POINT_LIST;
      case LINE_LIST -> WGPUPrimitiveTopology.LINE_LIST;
      case LINE_STRIP -> WGPUPrimitiveTopology.LINE_STRIP;
      case TRIANGLE_LIST -> WGPUPrimitiveTopology.TRIANGLE_LIST;
      case TRIANGLE_STRIP -> WGPUPrimitiveTopology.TRIANGLE_STRIP;
    };
  }

  static int of(GpuQueryType value) {
    return switch (value) {
      case OCCLUSION -> WGPUQueryType.OCCLUSION;
      case TIMESTAMP -> WGPUQueryType.TIMESTAMP;
    };
  }

  static int of(@Nullable GpuSamplerBindingType value) {
    return switch (value) {
      case null -> WGPUSamplerBindingType.FILTERING;
      case FILTERING -> WGPUSamplerBindingType.FILTERING;
      case NON_FILTERING -> WGPUSamplerBindingType.NON_FILTERING;
      case COMPARISON -> WGPUSamplerBindingType.COMPARISON;
    };
  }

  static int of(@Nullable GpuStencilOperation value) {
    return switch (value) {
      case null -> WGPUStencilOperation.UNDEFINED;
      case KEEP -> WGPUStencilOperation.KEEP;
      case ZERO -> WGPUStencilOperation.ZERO;
      case REPLACE -> WGPUStencilOperation.REPLACE;
      case INVERT -> WGPUStencilOperation.INVERT;
      case INCREMENT_CLAMP -> WGPUStencilOperation.INCREMENT_CLAMP;
      case DECREMENT_CLAMP -> WGPUStencilOperation.DECREMENT_CLAMP;
      case INCREMENT_WRAP -> WGPUStencilOperation.INCREMENT_WRAP;
      case DECREMENT_WRAP -> WGPUStencilOperation.DECREMENT_WRAP;
    };
  }

  static int of(@Nullable GpuStorageTextureAccess value) {
    return switch (value) {
      case null -> WGPUStorageTextureAccess.WRITE_ONLY;
      case WRITE_ONLY -> WGPUStorageTextureAccess.WRITE_ONLY;
      case READ_ONLY -> WGPUStorageTextureAccess.READ_ONLY;
      case READ_WRITE -> WGPUStorageTextureAccess.READ_WRITE;
    };
  }

  static int of(@Nullable GpuStoreOp value) {
    return switch (value) {
      case null -> WGPUStoreOp.UNDEFINED;
      case STORE -> WGPUStoreOp.STORE;
      case DISCARD -> WGPUStoreOp.DISCARD;
    };
  }

  static int of(@Nullable GpuTextureAspect value) {
    return switch (value) {
      case null -> WGPUTextureAspect.UNDEFINED;
      case ALL -> WGPUTextureAspect.ALL;
      case STENCIL_ONLY -> WGPUTextureAspect.STENCIL_ONLY;
      case DEPTH_ONLY -> WGPUTextureAspect.DEPTH_ONLY;
    };
  }

  static int of(@Nullable GpuTextureDimension value) {
    return switch (value) {
      case null -> WGPUTextureDimension.UNDEFINED;
      case D1 -> WGPUTextureDimension._1D;
      case D2 -> WGPUTextureDimension._2D;
      case D3 -> WGPUTextureDimension._3D;
    };
  }

  static int of(@Nullable GpuTextureSampleType value) {
    return switch (value) {
      case null -> WGPUTextureSampleType.FLOAT;
      case FLOAT -> WGPUTextureSampleType.FLOAT;
      case UNFILTERABLE_FLOAT -> WGPUTextureSampleType.UNFILTERABLE_FLOAT;
      case DEPTH -> WGPUTextureSampleType.DEPTH;
      case SINT -> WGPUTextureSampleType.SINT;
      case UINT -> WGPUTextureSampleType.UINT;
    };
  }

  static int of(@Nullable GpuTextureViewDimension value) {
    return switch (value) {
      case null -> WGPUTextureViewDimension.UNDEFINED;
      case D1 -> WGPUTextureViewDimension._1D;
      case D2 -> WGPUTextureViewDimension._2D;
      case D2_ARRAY -> WGPUTextureViewDimension._2D_ARRAY;
      case CUBE -> WGPUTextureViewDimension.CUBE;
      case CUBE_ARRAY -> WGPUTextureViewDimension.CUBE_ARRAY;
      case D3 -> WGPUTextureViewDimension._3D;
    };
  }

  static int of(@Nullable GpuVertexStepMode value) {
    return switch (value) {
      case null -> WGPUVertexStepMode.UNDEFINED;
      case VERTEX -> WGPUVertexStepMode.VERTEX;
      case INSTANCE -> WGPUVertexStepMode.INSTANCE;
    };
  }
}
