package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDepthStencilAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.GpuTextureViewDescriptor;

/** Textures that live within one render pass. */
class TransientAttachmentTest {
  private static final Set<GpuTextureUsage> USAGE =
      EnumSet.of(GpuTextureUsage.TRANSIENT_ATTACHMENT, GpuTextureUsage.RENDER_ATTACHMENT);

  private final SoftwareDevice gpu = new SoftwareDevice();

  @AfterEach
  void close() {
    gpu.close();
  }

  private static GpuTextureDescriptor texture(GpuTextureFormat format) {
    return GpuTextureDescriptor.of(GpuExtent3D.of(4).withHeight(4), format, USAGE);
  }

  private void assertRight(boolean right, Runnable calls, Object what) {
    Object error = gpu.errorOf(GpuErrorFilter.VALIDATION, calls);
    if (right) {
      assertNull(error, what::toString);
    } else {
      assertNotNull(error, what::toString);
    }
  }

  @Test
  void areMadeForNothingElse() {
    GpuTextureDescriptor right = texture(GpuTextureFormat.RGBA8UNORM);
    assertRight(true, () -> assertUsage(right), right);
    for (GpuTextureDescriptor wrong :
        List.of(
            right.withMipLevelCount(2),
            right.withDimension(GpuTextureDimension.D3),
            right.withViewFormats(List.of(GpuTextureFormat.RGBA8UNORM_SRGB)),
            GpuTextureDescriptor.of(
                GpuExtent3D.of(4), right.format(), Set.of(GpuTextureUsage.TRANSIENT_ATTACHMENT)),
            GpuTextureDescriptor.of(
                GpuExtent3D.of(4).withHeight(4).withDepthOrArrayLayers(2), right.format(), USAGE),
            GpuTextureDescriptor.of(
                GpuExtent3D.of(4),
                right.format(),
                EnumSet.of(
                    GpuTextureUsage.TRANSIENT_ATTACHMENT,
                    GpuTextureUsage.RENDER_ATTACHMENT,
                    GpuTextureUsage.COPY_SRC)))) {
      assertRight(false, () -> assertUsage(wrong), wrong);
    }
  }

  private void assertUsage(GpuTextureDescriptor descriptor) {
    try (GpuTexture texture = gpu.device.createTexture(descriptor)) {
      assertEquals(descriptor.usage(), texture.usage());
    }
  }

  @Test
  void haveViewsOfTheirUsage() {
    try (GpuTexture texture = gpu.device.createTexture(texture(GpuTextureFormat.RGBA8UNORM))) {
      GpuTextureViewDescriptor view = GpuTextureViewDescriptor.of();
      assertRight(true, () -> texture.createView(view.withUsage(USAGE)).close(), "all");
      assertRight(
          false,
          () ->
              texture.createView(view.withUsage(Set.of(GpuTextureUsage.RENDER_ATTACHMENT))).close(),
          "some");
    }
  }

  @Test
  void areClearedAndDiscarded() {
    try (GpuTexture color = gpu.device.createTexture(texture(GpuTextureFormat.RGBA8UNORM));
        GpuTextureView view = color.createView()) {
      for (GpuLoadOp load : GpuLoadOp.values()) {
        for (GpuStoreOp store : GpuStoreOp.values()) {
          boolean right = load == GpuLoadOp.CLEAR && store == GpuStoreOp.DISCARD;
          assertRight(
              right, () -> pass(GpuRenderPassColorAttachment.of(view, load, store), null), load);
        }
      }
    }
  }

  @Test
  void haveDepthAndStencilThatAreClearedAndDiscarded() {
    GpuTextureDescriptor both = texture(GpuTextureFormat.DEPTH24PLUS_STENCIL8);
    try (GpuTexture texture = gpu.device.createTexture(both);
        GpuTextureView view = texture.createView()) {
      for (GpuStoreOp store : GpuStoreOp.values()) {
        GpuRenderPassDepthStencilAttachment attachment =
            GpuRenderPassDepthStencilAttachment.of(view)
                .withDepthLoadOp(GpuLoadOp.CLEAR)
                .withDepthClearValue(1f)
                .withDepthStoreOp(GpuStoreOp.DISCARD)
                .withStencilLoadOp(GpuLoadOp.CLEAR)
                .withStencilStoreOp(store);
        assertRight(store == GpuStoreOp.DISCARD, () -> pass(null, attachment), attachment);
      }
    }
  }

  private void pass(
      @Nullable GpuRenderPassColorAttachment color,
      @Nullable GpuRenderPassDepthStencilAttachment depthStencil) {
    GpuRenderPassDescriptor description =
        GpuRenderPassDescriptor.of(color == null ? List.of() : List.of(color));
    if (depthStencil != null) {
      description = description.withDepthStencilAttachment(depthStencil);
    }
    try (GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      try (GpuRenderPassEncoder pass = encoder.beginRenderPass(description)) {
        pass.end();
      }
      encoder.finish().close();
    }
  }
}
