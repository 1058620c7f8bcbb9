package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.webgpu.CreatePipelineErrorKind;
import run.radicchio.webgpu.CreatePipelineException;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindGroupDescriptor;
import run.radicchio.webgpu.GpuBindGroupEntry;
import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuBindingResource;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuColor;
import run.radicchio.webgpu.GpuColorTargetState;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuCompareFunction;
import run.radicchio.webgpu.GpuDepthStencilState;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuFragmentState;
import run.radicchio.webgpu.GpuIndexFormat;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuPipelineErrorReason;
import run.radicchio.webgpu.GpuRenderBundle;
import run.radicchio.webgpu.GpuRenderBundleEncoder;
import run.radicchio.webgpu.GpuRenderBundleEncoderDescriptor;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDepthStencilAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.GpuRenderPipeline;
import run.radicchio.webgpu.GpuRenderPipelineDescriptor;
import run.radicchio.webgpu.GpuSampler;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyBufferLayout;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.GpuTextureViewDescriptor;
import run.radicchio.webgpu.GpuTextureViewDimension;
import run.radicchio.webgpu.GpuVertexAttribute;
import run.radicchio.webgpu.GpuVertexBufferLayout;
import run.radicchio.webgpu.GpuVertexFormat;
import run.radicchio.webgpu.GpuVertexState;

/** A picture of 64 by 64: each of the descriptors that it goes through shows in it. */
class RenderTest {
  private static final int SIDE = 64;

  /** Draws a texture's one texel on triangles of any vertices. */
  private static final String SHADER =
      """
      @group(0) @binding(0) var paint: texture_2d<f32>;
      @group(0) @binding(1) var taste: sampler;

      @vertex
      fn vertex(@location(1) at: vec2<f32>, @builtin(instance_index) i: u32)
          -> @builtin(position) vec4<f32> {
        return vec4(at, 0.5 + 0.25 * f32(i), 1.0);
      }

      @fragment
      fn fragment() -> @location(1) vec4<f32> {
        return textureSample(paint, taste, vec2(0.5, 0.5));
      }
      """;

  private final SoftwareDevice gpu = new SoftwareDevice();

  private GpuTexture texture(
      GpuTextureFormat format, GpuTextureUsage first, GpuTextureUsage... rest) {
    return gpu.device.createTexture(
        GpuTextureDescriptor.of(
            GpuExtent3D.of(SIDE).withHeight(SIDE), format, EnumSet.of(first, rest)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void drawsAnIndexedTexturedTriangleInABundle(boolean withImmediates) throws Exception {
    try (gpu;
        GpuTexture target =
            texture(
                GpuTextureFormat.RGBA8UNORM,
                GpuTextureUsage.RENDER_ATTACHMENT,
                GpuTextureUsage.COPY_SRC);
        GpuTexture depth =
            texture(GpuTextureFormat.DEPTH24PLUS, GpuTextureUsage.RENDER_ATTACHMENT);
        GpuTexture paint =
            gpu.device.createTexture(
                GpuTextureDescriptor.of(
                    GpuExtent3D.of(1),
                    GpuTextureFormat.RGBA8UNORM,
                    EnumSet.of(GpuTextureUsage.TEXTURE_BINDING, GpuTextureUsage.COPY_DST)));
        GpuSampler sampler = gpu.device.createSampler(null);
        GpuBuffer vertices = gpu.buffer(32, GpuBufferUsage.VERTEX, GpuBufferUsage.COPY_DST);
        GpuBuffer indices = gpu.buffer(8, GpuBufferUsage.INDEX, GpuBufferUsage.COPY_DST);
        GpuShaderModule shader =
            gpu.device.createShaderModule(GpuShaderModuleDescriptor.of(SHADER));
        GpuRenderPipeline pipeline =
            SoftwareDevice.await(gpu.device.createRenderPipelineAsync(describe(shader)));
        GpuBindGroupLayout layout = pipeline.getBindGroupLayout(0);
        GpuBindGroup group =
            gpu.device.createBindGroup(
                GpuBindGroupDescriptor.of(
                    layout,
                    List.of(
                        new GpuBindGroupEntry(0, new GpuBindingResource.Texture(paint)),
                        new GpuBindGroupEntry(1, new GpuBindingResource.Sampler(sampler)))));
        GpuRenderBundle bundle = record(withImmediates, pipeline, group, vertices, indices);
        GpuTextureView color = target.createView(null);
        GpuTextureView depths = depth.createView(null);
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      gpu.queue.writeTextureWithCopy(
          GpuTexelCopyTextureInfo.of(paint),
          SoftwareDevice.bytes(0, 0xFF00FF00),
          GpuTexelCopyBufferLayout.of().withOffset(4L),
          GpuExtent3D.of(1));
      float[] corners = {9, 9, -1, -1, -1, 1, 1, 1};
      int[] words = new int[8];
      Arrays.setAll(words, i -> Float.floatToRawIntBits(corners[i]));
      gpu.queue.writeBufferWithCopy(vertices, 0, SoftwareDevice.bytes(words), null, null);
      gpu.queue.writeBufferWithCopy(
          indices, 0, SoftwareDevice.bytes(0x0001_0001, 0x0003_0002), null, null);
      GpuRenderPassDescriptor description =
          GpuRenderPassDescriptor.of(
                  Arrays.asList(
                      null,
                      GpuRenderPassColorAttachment.of(color, GpuLoadOp.CLEAR, GpuStoreOp.STORE)
                          .withClearValue(new GpuColor(0, 0, 1, 1))))
              .withDepthStencilAttachment(
                  GpuRenderPassDepthStencilAttachment.of(depths)
                      .withDepthLoadOp(GpuLoadOp.CLEAR)
                      .withDepthStoreOp(GpuStoreOp.DISCARD)
                      .withDepthClearValue(0.6f))
              .withMaxDrawCount(10L)
              .withLabel("the pass");
      try (GpuRenderPassEncoder pass = encoder.beginRenderPass(description)) {
        assertEquals("the pass", pass.label());
        pass.setViewport(0, 0, SIDE, SIDE, 0, 1);
        pass.setScissorRect(0, 0, SIDE / 2, SIDE);
        pass.executeBundles(List.of(bundle));
        pass.end();
      }
      assertPicture(encoder, target);
    }
  }

  /** A pipeline that uses the second vertex buffer and the second target, and leaves the first. */
  private static GpuRenderPipelineDescriptor describe(GpuShaderModule shader) {
    GpuVertexBufferLayout corners =
        GpuVertexBufferLayout.of(
            8, List.of(new GpuVertexAttribute(GpuVertexFormat.FLOAT32X2, 0, 1)));
    return GpuRenderPipelineDescriptor.of(
            GpuVertexState.of(shader).withBuffers(Arrays.asList(null, corners)),
            new GpuLayoutMode.Auto())
        .withDepthStencil(
            GpuDepthStencilState.of(GpuTextureFormat.DEPTH24PLUS)
                .withDepthWriteEnabled(true)
                .withDepthCompare(GpuCompareFunction.LESS))
        .withFragment(
            GpuFragmentState.of(
                Arrays.asList(null, GpuColorTargetState.of(GpuTextureFormat.RGBA8UNORM)), shader));
  }

  /**
   * Draws the upper left triangle in front of the depth that is cleared to, and all behind it.
   *
   * @param withImmediates whether to set immediate data, by which the bundle is another one to Dawn
   */
  private GpuRenderBundle record(
      boolean withImmediates,
      GpuRenderPipeline pipeline,
      GpuBindGroup group,
      GpuBuffer vertices,
      GpuBuffer indices) {
    GpuRenderBundleEncoderDescriptor descriptor =
        GpuRenderBundleEncoderDescriptor.of(Arrays.asList(null, GpuTextureFormat.RGBA8UNORM))
            .withDepthStencilFormat(GpuTextureFormat.DEPTH24PLUS);
    try (GpuRenderBundleEncoder encoder = gpu.device.createRenderBundleEncoder(descriptor)) {
      if (withImmediates) {
        encoder.setImmediates(0, SoftwareDevice.bytes(1));
      }
      encoder.setPipeline(pipeline);
      encoder.setBindGroup(0, group);
      encoder.setVertexBuffer(1, vertices, 8L, null);
      encoder.setIndexBuffer(indices, GpuIndexFormat.UINT16, 2L, 6L);
      encoder.drawIndexed(3, 2, 0, -1, 0);
      return encoder.finish(null);
    }
  }

  private void assertPicture(GpuCommandEncoder encoder, GpuTexture target) {
    try (GpuBuffer texels =
        gpu.buffer(SIDE * SIDE * 4, GpuBufferUsage.COPY_DST, GpuBufferUsage.COPY_SRC)) {
      encoder.copyTextureToBuffer(
          GpuTexelCopyTextureInfo.of(target),
          GpuTexelCopyBufferInfo.of(texels).withBytesPerRow(SIDE * 4),
          GpuExtent3D.of(SIDE).withHeight(SIDE));
      assertNull(gpu.errorOf(GpuErrorFilter.VALIDATION, () -> gpu.submit(encoder)));
      int[] picture = gpu.read(texels);
      int green = 0xFF00FF00;
      int blue = 0xFFFF0000;
      assertEquals(green, picture[2 * SIDE + 2], "inside the triangle");
      assertEquals(blue, picture[2 * SIDE + SIDE - 8], "outside the scissors");
      assertEquals(blue, picture[(SIDE - 3) * SIDE + 20], "outside the triangle");
    }
  }

  @Test
  void texturesTellWhatTheyWereMadeWith() {
    try (gpu;
        GpuTexture texture =
            gpu.device.createTexture(
                GpuTextureDescriptor.of(
                        GpuExtent3D.of(8).withHeight(4).withDepthOrArrayLayers(2),
                        GpuTextureFormat.R32UINT,
                        EnumSet.of(GpuTextureUsage.COPY_SRC))
                    .withMipLevelCount(2)
                    .withTextureBindingViewDimension(GpuTextureViewDimension.D2_ARRAY)
                    .withLabel("t"))) {
      assertEquals(8, texture.width());
      assertEquals(4, texture.height());
      assertEquals(2, texture.depthOrArrayLayers());
      assertEquals(2, texture.mipLevelCount());
      assertEquals(1, texture.sampleCount());
      assertEquals(GpuTextureDimension.D2, texture.dimension());
      assertEquals(GpuTextureFormat.R32UINT, texture.format());
      assertEquals(EnumSet.of(GpuTextureUsage.COPY_SRC), texture.usage());
      assertNull(texture.textureBindingViewDimension());
      assertEquals("t", texture.label());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RGBA8UNORM, 1e30, true",
    "RGBA8UNORM, 1e300, false",
    "RGBA8UNORM, NaN, false",
    "R32UINT, 4294967295.5, true",
    "R32UINT, 4294967296, false",
    "R32UINT, -0.5, true",
    "R32UINT, -1, false",
    "R32SINT, 2147483647, true",
    "R32SINT, 2147483648, false",
    "R32SINT, -2147483648, true",
    "R32SINT, -2147483649, false"
  })
  void clearsToWhatAFormatHolds(GpuTextureFormat format, double value, boolean right) {
    try (gpu;
        GpuTexture target = texture(format, GpuTextureUsage.RENDER_ATTACHMENT);
        GpuTextureView view = target.createView();
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder();
        GpuRenderPassEncoder pass =
            encoder.beginRenderPass(
                GpuRenderPassDescriptor.of(
                    List.of(
                        GpuRenderPassColorAttachment.of(view, GpuLoadOp.CLEAR, GpuStoreOp.STORE)
                            .withClearValue(new GpuColor(value, 0, 0, 0)))))) {
      pass.end();
      assertEquals(
          right, gpu.errorOf(GpuErrorFilter.VALIDATION, () -> encoder.finish().close()) == null);
    }
  }

  @Test
  void viewsAreForAllThatTheirTexturesAre() {
    GpuTextureViewDescriptor srgb =
        GpuTextureViewDescriptor.of().withFormat(GpuTextureFormat.RGBA8UNORM_SRGB);
    try (gpu;
        GpuTexture texture =
            gpu.device.createTexture(
                GpuTextureDescriptor.of(
                        GpuExtent3D.of(4),
                        GpuTextureFormat.RGBA8UNORM,
                        EnumSet.of(GpuTextureUsage.STORAGE_BINDING, GpuTextureUsage.COPY_SRC))
                    .withViewFormats(List.of(GpuTextureFormat.RGBA8UNORM_SRGB)))) {
      for (GpuTextureViewDescriptor wrong :
          List.of(srgb, srgb.withUsage(EnumSet.noneOf(GpuTextureUsage.class)))) {
        assertNotNull(
            gpu.errorOf(GpuErrorFilter.VALIDATION, () -> texture.createView(wrong).close()));
      }
      for (GpuTextureViewDescriptor right :
          List.of(
              GpuTextureViewDescriptor.of(),
              srgb.withUsage(EnumSet.of(GpuTextureUsage.COPY_SRC)))) {
        assertNull(gpu.errorOf(GpuErrorFilter.VALIDATION, () -> texture.createView(right).close()));
      }
    }
  }

  @Test
  void aBundleWithImmediateDataEndsWithItsDevice() {
    GpuRenderBundleEncoderDescriptor descriptor =
        GpuRenderBundleEncoderDescriptor.of(List.of(GpuTextureFormat.RGBA8UNORM));
    try (gpu;
        GpuTexture target =
            texture(GpuTextureFormat.RGBA8UNORM, GpuTextureUsage.RENDER_ATTACHMENT);
        GpuTextureView view = target.createView(null);
        GpuRenderBundleEncoder recorder = gpu.device.createRenderBundleEncoder(descriptor);
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder();
        GpuRenderPassEncoder pass =
            encoder.beginRenderPass(
                GpuRenderPassDescriptor.of(
                    List.of(
                        GpuRenderPassColorAttachment.of(
                            view, GpuLoadOp.LOAD, GpuStoreOp.STORE))))) {
      recorder.setImmediates(0, SoftwareDevice.bytes(1));
      try (GpuBuffer vertices = gpu.buffer(16, GpuBufferUsage.VERTEX)) {
        recorder.setVertexBuffer(0, vertices, null, null);
        gpu.device.destroy();
      }
      // Dawn holds no buffer for a bundle that a lost device finishes, and says nothing of it.
      try (GpuRenderBundle bundle = recorder.finish(null)) {
        pass.executeBundles(List.of(bundle));
        pass.end();
      }
    }
  }

  @Test
  void drawsOnSomething() {
    try (gpu;
        GpuShaderModule shader =
            gpu.device.createShaderModule(GpuShaderModuleDescriptor.of(SHADER))) {
      GpuRenderPipelineDescriptor nothing =
          GpuRenderPipelineDescriptor.of(GpuVertexState.of(shader), new GpuLayoutMode.Auto())
              .withFragment(GpuFragmentState.of(Arrays.asList(null, null), shader));
      GpuError error =
          gpu.errorOf(
              GpuErrorFilter.VALIDATION, () -> gpu.device.createRenderPipeline(nothing).close());
      assertNotNull(error);
      assertTrue(error.message().contains("color target"), error.message());
      CreatePipelineException failure =
          assertThrows(
              CreatePipelineException.class,
              () -> SoftwareDevice.await(gpu.device.createRenderPipelineAsync(nothing)));
      assertEquals(
          new CreatePipelineErrorKind.GpuPipelineError(GpuPipelineErrorReason.VALIDATION),
          failure.error().kind());
    }
  }

  @Test
  void refusesToSwizzle() {
    try (gpu;
        GpuTexture texture =
            texture(GpuTextureFormat.RGBA8UNORM, GpuTextureUsage.TEXTURE_BINDING)) {
      GpuTextureViewDescriptor plain = GpuTextureViewDescriptor.of();
      assertNull(
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> texture.createView(plain.withSwizzle("rgba")).close()));
      assertNotNull(
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> texture.createView(plain.withSwizzle("bgra")).close()));
    }
  }
}
