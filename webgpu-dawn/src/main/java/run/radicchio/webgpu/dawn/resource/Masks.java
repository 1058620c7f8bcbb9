package run.radicchio.webgpu.dawn.resource;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuColorWrite;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuShaderStage;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.dawn.generated.WGPUBufferUsage;
import run.radicchio.webgpu.dawn.generated.WGPUColorWriteMask;
import run.radicchio.webgpu.dawn.generated.WGPUMapMode;
import run.radicchio.webgpu.dawn.generated.WGPUShaderStage;
import run.radicchio.webgpu.dawn.generated.WGPUTextureUsage;

/** Sets of flags as Dawn's bitmasks. */
final class Masks {
  private Masks() {}

  static long bit(GpuBufferUsage value) {
    return switch (value) {
      case MAP_READ -> WGPUBufferUsage.MAP_READ;
      case MAP_WRITE -> WGPUBufferUsage.MAP_WRITE;
      case COPY_SRC -> WGPUBufferUsage.COPY_SRC;
      case COPY_DST -> WGPUBufferUsage.COPY_DST;
      case INDEX -> WGPUBufferUsage.INDEX;
      case VERTEX -> WGPUBufferUsage.VERTEX;
      case UNIFORM -> WGPUBufferUsage.UNIFORM;
      case STORAGE -> WGPUBufferUsage.STORAGE;
      case INDIRECT -> WGPUBufferUsage.INDIRECT;
      case QUERY_RESOLVE -> WGPUBufferUsage.QUERY_RESOLVE;
    };
  }

  static long bit(GpuColorWrite value) {
    return switch (value) {
      case RED -> WGPUColorWriteMask.RED;
      case GREEN -> WGPUColorWriteMask.GREEN;
      case BLUE -> WGPUColorWriteMask.BLUE;
      case ALPHA -> WGPUColorWriteMask.ALPHA;
      case ALL -> WGPUColorWriteMask.ALL;
    };
  }

  static long bit(GpuMapMode value) {
    return switch (value) {
      case READ -> WGPUMapMode.READ;
      case WRITE -> WGPUMapMode.WRITE;
    };
  }

  static long bit(GpuShaderStage value) {
    return switch (value) {
      case VERTEX -> WGPUShaderStage.VERTEX;
      case FRAGMENT -> WGPUShaderStage.FRAGMENT;
      case COMPUTE -> WGPUShaderStage.COMPUTE;
    };
  }

  static long bit(GpuTextureUsage value) {
    return switch (value) {
      case COPY_SRC -> WGPUTextureUsage.COPY_SRC;
      case COPY_DST -> WGPUTextureUsage.COPY_DST;
      case TEXTURE_BINDING -> WGPUTextureUsage.TEXTURE_BINDING;
      case STORAGE_BINDING -> WGPUTextureUsage.STORAGE_BINDING;
      case RENDER_ATTACHMENT -> WGPUTextureUsage.RENDER_ATTACHMENT;
      // A hint, which Dawn takes only with a feature that few GPUs have: see TransientAttachments.
      case TRANSIENT_ATTACHMENT -> 0;
    };
  }

  /** The set of the flags that are in a mask. */
  static <E extends Enum<E>> Set<E> flags(Class<E> type, long mask, ToLongFunction<E> bit) {
    Set<E> flags = EnumSet.noneOf(type);
    for (E flag : type.getEnumConstants()) {
      if ((mask & bit.applyAsLong(flag)) != 0) {
        flags.add(flag);
      }
    }
    return flags;
  }

  /** The flags of a set together. */
  static <E extends Enum<E>> long of(Set<E> flags, ToLongFunction<E> bit) {
    long mask = 0;
    for (E flag : flags) {
      mask |= bit.applyAsLong(flag);
    }
    return mask;
  }
}
