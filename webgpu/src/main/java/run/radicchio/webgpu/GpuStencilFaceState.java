package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * What happens to stencils at one kind of face.
 *
 * @param compare which references pass, against the value that is there; null: {@code ALWAYS}
 * @param failOp what happens if the stencil test fails; null: {@code KEEP}
 * @param depthFailOp what happens if only the depth test fails; null: {@code KEEP}
 * @param passOp what happens if both pass; null: {@code KEEP}
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpustencilfacestate">GPUStencilFaceState</a>
 */
public record GpuStencilFaceState(
    @Nullable GpuCompareFunction compare,
    @Nullable GpuStencilOperation failOp,
    @Nullable GpuStencilOperation depthFailOp,
    @Nullable GpuStencilOperation passOp) {
  /** All defaults. */
  public static GpuStencilFaceState of() {
    return new GpuStencilFaceState(null, null, null, null);
  }

  /** {@return a copy with this {@code compare}} */
  public GpuStencilFaceState withCompare(GpuCompareFunction compare) {
    return new GpuStencilFaceState(compare, failOp, depthFailOp, passOp);
  }

  /** {@return a copy with this {@code failOp}} */
  public GpuStencilFaceState withFailOp(GpuStencilOperation failOp) {
    return new GpuStencilFaceState(compare, failOp, depthFailOp, passOp);
  }

  /** {@return a copy with this {@code depthFailOp}} */
  public GpuStencilFaceState withDepthFailOp(GpuStencilOperation depthFailOp) {
    return new GpuStencilFaceState(compare, failOp, depthFailOp, passOp);
  }

  /** {@return a copy with this {@code passOp}} */
  public GpuStencilFaceState withPassOp(GpuStencilOperation passOp) {
    return new GpuStencilFaceState(compare, failOp, depthFailOp, passOp);
  }
}
