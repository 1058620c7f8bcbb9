package run.radicchio.webgpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GpuFeatureNameTest {
  @Test
  void hasTheNameThatWebGpuGivesIt() {
    assertEquals("shader-f16", GpuFeatureName.SHADER_F16.webGpuName());
    assertEquals(
        "texture-compression-bc-sliced-3d",
        GpuFeatureName.TEXTURE_COMPRESSION_BC_SLICED3D.webGpuName());
    assertEquals("depth32float-stencil8", GpuFeatureName.DEPTH32FLOAT_STENCIL8.webGpuName());
  }
}
