package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuColorTargetState;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuFragmentState;
import run.radicchio.webgpu.GpuMultisampleState;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPipelineDescriptor;
import run.radicchio.webgpu.GpuSupportedFeatures;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureView;

/**
 * The rules of what is drawn on that Dawn does not check. Each check tells what is wrong, or null.
 */
final class RenderTargets {
  private RenderTargets() {}

  /**
   * Whether a pipeline has something to draw on, and what can be blended where alpha covers
   * samples.
   *
   * @param features those of the device
   */
  static @Nullable String check(
      GpuRenderPipelineDescriptor pipeline, GpuSupportedFeatures features) {
    GpuFragmentState fragment = pipeline.fragment();
    List<@Nullable GpuColorTargetState> targets = fragment == null ? List.of() : fragment.targets();
    if (pipeline.depthStencil() == null && targets.stream().noneMatch(Objects::nonNull)) {
      return "a render pipeline needs a color target or a depthStencil; it has neither";
    }
    GpuMultisampleState multisample = pipeline.multisample();
    if (multisample != null && Given.or(multisample.alphaToCoverageEnabled(), false)) {
      GpuColorTargetState first = targets.isEmpty() ? null : targets.getFirst();
      if (first != null && !isBlendable(first.format(), features)) {
        return "alpha covers samples of formats that can be blended, and the first target is of %s"
            .formatted(first.format());
      }
    }
    return null;
  }

  /** Whether attachments are resolved to textures of their own format, not only to such views. */
  static @Nullable String check(GpuRenderPassDescriptor pass) {
    for (GpuRenderPassColorAttachment color : pass.colorAttachments()) {
      if (color != null && color.resolveTarget() != null) {
        GpuTextureFormat from = textureFormat(color.view());
        GpuTextureFormat to = textureFormat(color.resolveTarget());
        if (from != to) {
          return "a texture of %s cannot be resolved to one of %s".formatted(from, to);
        }
      }
    }
    return null;
  }

  private static GpuTextureFormat textureFormat(GpuTextureView view) {
    return DawnObject.from(DawnTextureView.class, view).texture().format();
  }

  /** Whether a format with alpha can be blended (WebGPU, "Plain color formats"). */
  private static boolean isBlendable(GpuTextureFormat format, GpuSupportedFeatures features) {
    String name = format.name();
    return format == GpuTextureFormat.RGBA32FLOAT
        ? features.has(Features.webName(GpuFeatureName.FLOAT32_BLENDABLE))
        : !name.endsWith("UINT") && !name.endsWith("SINT");
  }
}
