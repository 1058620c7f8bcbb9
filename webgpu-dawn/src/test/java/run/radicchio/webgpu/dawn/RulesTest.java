package run.radicchio.webgpu.dawn;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuRenderPassDepthStencilAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.dawn.adapter.Rules;

/** Which rules guests are held to: a pass whose attachment has too many operations, or too few. */
class RulesTest {
  private static @Nullable GpuError error(Rules rules, GpuTextureFormat format) {
    try (DawnGpu webgpu = DawnGpu.open(SoftwareDevice.OPTIONS.withRules(rules));
        Gpu gpu = webgpu.getGpu();
        GpuAdapter adapter =
            requireNonNull(SoftwareDevice.<@Nullable GpuAdapter>await(gpu.requestAdapter()));
        GpuDevice device = await(adapter.requestDevice())) {
      device.pushErrorScope(GpuErrorFilter.VALIDATION);
      try (GpuTexture texture =
              device.createTexture(
                  GpuTextureDescriptor.of(
                      GpuExtent3D.of(4).withHeight(4),
                      format,
                      EnumSet.of(GpuTextureUsage.RENDER_ATTACHMENT)));
          GpuTextureView view = texture.createView(null);
          GpuCommandEncoder encoder = device.createCommandEncoder();
          GpuRenderPassEncoder pass = encoder.beginRenderPass(pass(view))) {
        pass.end();
        try (GpuCommandBuffer commands = encoder.finish()) {
          assertNotNull(commands);
        }
      }
      return SoftwareDevice.<@Nullable GpuError>await(device.popErrorScope());
    }
  }

  private static GpuRenderPassDescriptor pass(GpuTextureView view) {
    return GpuRenderPassDescriptor.of(List.of())
        .withDepthStencilAttachment(
            new GpuRenderPassDepthStencilAttachment(
                view,
                1f,
                GpuLoadOp.CLEAR,
                GpuStoreOp.STORE,
                null,
                0,
                GpuLoadOp.LOAD,
                GpuStoreOp.STORE,
                null));
  }

  @Test
  void operationsForAStencilThatIsNotThere() {
    assertNotNull(error(Rules.WEBGPU, GpuTextureFormat.DEPTH24PLUS));
    assertNull(error(Rules.WGPU, GpuTextureFormat.DEPTH24PLUS));
  }

  @ParameterizedTest
  @EnumSource
  void otherAttachmentsAreAsTheyWere(Rules rules) {
    assertNull(error(rules, GpuTextureFormat.DEPTH24PLUS_STENCIL8));
    assertEquals(
        error(Rules.WEBGPU, GpuTextureFormat.STENCIL8) == null,
        error(rules, GpuTextureFormat.STENCIL8) == null);
  }
}
