package run.radicchio.webgpu.dawn.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;

class VastTexturesTest {
  @ParameterizedTest
  @CsvSource({
    "true, 1024, 1024, 1024, D3, RGBA8UNORM, COPY_SRC",
    "false, 1024, 1024, 1023, D3, RGBA8UNORM, COPY_SRC",
    "false, 1024, 1024, 1024, D3, RGBA8UNORM, RENDER_ATTACHMENT",
    "false, 1024, 1024, 1024, D2, RGBA8UNORM, COPY_SRC",
    "true, 16384, 16384, 1, D2, RGBA32FLOAT, COPY_SRC",
    "false, 16384, 16384, 1, D2, RG32UINT, COPY_SRC",
    "false, 2048, 2048, 1023, D3, R8SNORM, COPY_SRC",
    "true, 2048, 2048, 1024, D3, R8SNORM, COPY_SRC",
    "true, 1, 4096, 4096, D3, R8SNORM, COPY_SRC",
    "true, 1024, 1024, 1024, D3, BGRA8UNORM_SRGB, COPY_SRC",
    "true, 1024, 1024, 1024, D3, RG11B10UFLOAT, COPY_SRC",
    "false, 1024, 1024, 1024, D3, BC7_RGBA_UNORM, COPY_SRC",
    "true, -1, -1, -1, D3, RGBA8UNORM, COPY_SRC"
  })
  void haveFourGigabytesInOneCopyOfZeros(
      boolean vast,
      int width,
      int height,
      int layers,
      GpuTextureDimension dimension,
      GpuTextureFormat format,
      GpuTextureUsage usage) {
    GpuExtent3D size = GpuExtent3D.of(width).withHeight(height).withDepthOrArrayLayers(layers);
    GpuTextureDescriptor texture =
        GpuTextureDescriptor.of(size, format, EnumSet.of(usage)).withDimension(dimension);
    assertEquals(vast, VastTextures.include(texture));
  }
}
