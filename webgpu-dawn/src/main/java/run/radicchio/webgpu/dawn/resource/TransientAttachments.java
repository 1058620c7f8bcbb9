package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDepthStencilAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.GpuTextureViewDescriptor;

/**
 * The rules of textures that live within one render pass. Dawn is told nothing of that, which is a
 * hint to save memory, and one that few GPUs take. Each check tells what is wrong, or null.
 */
final class TransientAttachments {
  private static final Set<GpuTextureUsage> USAGE =
      Set.of(GpuTextureUsage.TRANSIENT_ATTACHMENT, GpuTextureUsage.RENDER_ATTACHMENT);

  private TransientAttachments() {}

  static boolean isTransient(GpuTextureDescriptor texture) {
    return texture.usage().contains(GpuTextureUsage.TRANSIENT_ATTACHMENT);
  }

  static @Nullable String check(GpuTextureDescriptor texture) {
    if (!isTransient(texture)) {
      return null;
    }
    boolean right =
        texture.usage().equals(USAGE)
            && (texture.viewFormats() == null || texture.viewFormats().isEmpty())
            && (texture.dimension() == null || texture.dimension() == GpuTextureDimension.D2)
            && Given.or(texture.mipLevelCount(), 1) == 1
            && Given.or(texture.size().depthOrArrayLayers(), 1) == 1;
    return right
        ? null
        : "a transient attachment has the usage RENDER_ATTACHMENT besides and no other, no view"
            + " formats, the dimension D2, one mip level and one layer";
  }

  static @Nullable String check(GpuTextureDescriptor texture, GpuTextureViewDescriptor view) {
    Set<GpuTextureUsage> usage = view.usage();
    return !isTransient(texture) || usage == null || usage.isEmpty() || usage.equals(USAGE)
        ? null
        : "a view of a transient attachment has the usage of its texture";
  }

  static @Nullable String check(GpuRenderPassDescriptor pass) {
    List<@Nullable GpuRenderPassColorAttachment> colors = pass.colorAttachments();
    for (GpuRenderPassColorAttachment color : colors) {
      if (color != null && isTransient(color.resolveTarget())) {
        return "a transient attachment cannot be a resolve target";
      }
      if (color != null
          && isTransient(color.view())
          && (color.loadOp() != GpuLoadOp.CLEAR || color.storeOp() != GpuStoreOp.DISCARD)) {
        return "a transient attachment must be cleared at first and discarded in the end";
      }
    }
    GpuRenderPassDepthStencilAttachment depthStencil = pass.depthStencilAttachment();
    return depthStencil != null && isTransient(depthStencil.view()) ? check(depthStencil) : null;
  }

  private static @Nullable String check(GpuRenderPassDepthStencilAttachment attachment) {
    String format = DawnObject.from(DawnTextureView.class, attachment.view()).format().name();
    boolean depth =
        !format.contains("DEPTH")
            || isTransient(attachment.depthLoadOp(), attachment.depthStoreOp());
    boolean stencil =
        !format.contains("STENCIL")
            || isTransient(attachment.stencilLoadOp(), attachment.stencilStoreOp());
    return depth && stencil
        ? null
        : "depth and stencil of a transient attachment must be cleared at first and discarded in"
            + " the end";
  }

  private static boolean isTransient(@Nullable GpuLoadOp load, @Nullable GpuStoreOp store) {
    return load == GpuLoadOp.CLEAR && store == GpuStoreOp.DISCARD;
  }

  private static boolean isTransient(@Nullable GpuTextureView view) {
    return view != null && isTransient(DawnObject.from(DawnTextureView.class, view).texture());
  }
}
