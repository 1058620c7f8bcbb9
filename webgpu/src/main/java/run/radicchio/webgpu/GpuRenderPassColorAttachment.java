package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * What a render pass draws colors into.
 *
 * @param view the texture: one mip level of one layer
 * @param depthSlice which slice of a 3D texture; null, and only then, for a texture that is not 3D
 * @param resolveTarget where the mean of the samples goes at the end, if the texture has several;
 *     null: nowhere
 * @param clearValue the color to begin with if {@code loadOp} is {@code CLEAR}; null: all 0
 * @param loadOp what the pass begins with
 * @param storeOp what becomes of the result
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpurenderpasscolorattachment">GPURenderPassColorAttachment</a>
 */
public record GpuRenderPassColorAttachment(
    @Borrow GpuTextureView view,
    @Nullable @GpuIntegerCoordinate Integer depthSlice,
    @Nullable @Borrow GpuTextureView resolveTarget,
    @Nullable GpuColor clearValue,
    GpuLoadOp loadOp,
    GpuStoreOp storeOp) {
  /** With defaults for all that may be null. */
  public static GpuRenderPassColorAttachment of(
      @Borrow GpuTextureView view, GpuLoadOp loadOp, GpuStoreOp storeOp) {
    return new GpuRenderPassColorAttachment(view, null, null, null, loadOp, storeOp);
  }

  /** {@return a copy with this {@code depthSlice}} */
  public GpuRenderPassColorAttachment withDepthSlice(@GpuIntegerCoordinate int depthSlice) {
    return new GpuRenderPassColorAttachment(
        view, depthSlice, resolveTarget, clearValue, loadOp, storeOp);
  }

  /** {@return a copy with this {@code resolveTarget}} */
  public GpuRenderPassColorAttachment withResolveTarget(@Borrow GpuTextureView resolveTarget) {
    return new GpuRenderPassColorAttachment(
        view, depthSlice, resolveTarget, clearValue, loadOp, storeOp);
  }

  /** {@return a copy with this {@code clearValue}} */
  public GpuRenderPassColorAttachment withClearValue(GpuColor clearValue) {
    return new GpuRenderPassColorAttachment(
        view, depthSlice, resolveTarget, clearValue, loadOp, storeOp);
  }
}
