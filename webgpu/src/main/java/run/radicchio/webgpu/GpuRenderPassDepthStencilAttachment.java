package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * What a render pass tests and writes depths and stencils in. For an aspect that the format has
 * not, or that is read only, load and store operations must be null; for the others they must be
 * given.
 *
 * @param view the texture: one mip level of one layer
 * @param depthClearValue the depth to begin with, from 0 to 1; must be given if {@code depthLoadOp}
 *     is {@code CLEAR}; null: not given
 * @param depthLoadOp which depths the pass begins with; null: not given
 * @param depthStoreOp what becomes of the depths; null: not given
 * @param depthReadOnly whether depths are only tested; null: false
 * @param stencilClearValue the stencil to begin with if {@code stencilLoadOp} is {@code CLEAR};
 *     null: 0
 * @param stencilLoadOp which stencils the pass begins with; null: not given
 * @param stencilStoreOp what becomes of the stencils; null: not given
 * @param stencilReadOnly whether stencils are only tested; null: false
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpurenderpassdepthstencilattachment">GPURenderPassDepthStencilAttachment</a>
 */
public record GpuRenderPassDepthStencilAttachment(
    @Borrow GpuTextureView view,
    @Nullable Float depthClearValue,
    @Nullable GpuLoadOp depthLoadOp,
    @Nullable GpuStoreOp depthStoreOp,
    @Nullable Boolean depthReadOnly,
    @Nullable @GpuStencilValue Integer stencilClearValue,
    @Nullable GpuLoadOp stencilLoadOp,
    @Nullable GpuStoreOp stencilStoreOp,
    @Nullable Boolean stencilReadOnly) {
  /** With defaults for all that may be null. */
  public static GpuRenderPassDepthStencilAttachment of(@Borrow GpuTextureView view) {
    return new GpuRenderPassDepthStencilAttachment(
        view, null, null, null, null, null, null, null, null);
  }

  /** {@return a copy with this {@code depthClearValue}} */
  public GpuRenderPassDepthStencilAttachment withDepthClearValue(float depthClearValue) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }

  /** {@return a copy with this {@code depthLoadOp}} */
  public GpuRenderPassDepthStencilAttachment withDepthLoadOp(GpuLoadOp depthLoadOp) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }

  /** {@return a copy with this {@code depthStoreOp}} */
  public GpuRenderPassDepthStencilAttachment withDepthStoreOp(GpuStoreOp depthStoreOp) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }

  /** {@return a copy with this {@code depthReadOnly}} */
  public GpuRenderPassDepthStencilAttachment withDepthReadOnly(boolean depthReadOnly) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }

  /** {@return a copy with this {@code stencilClearValue}} */
  public GpuRenderPassDepthStencilAttachment withStencilClearValue(
      @GpuStencilValue int stencilClearValue) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }

  /** {@return a copy with this {@code stencilLoadOp}} */
  public GpuRenderPassDepthStencilAttachment withStencilLoadOp(GpuLoadOp stencilLoadOp) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }

  /** {@return a copy with this {@code stencilStoreOp}} */
  public GpuRenderPassDepthStencilAttachment withStencilStoreOp(GpuStoreOp stencilStoreOp) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }

  /** {@return a copy with this {@code stencilReadOnly}} */
  public GpuRenderPassDepthStencilAttachment withStencilReadOnly(boolean stencilReadOnly) {
    return new GpuRenderPassDepthStencilAttachment(
        view,
        depthClearValue,
        depthLoadOp,
        depthStoreOp,
        depthReadOnly,
        stencilClearValue,
        stencilLoadOp,
        stencilStoreOp,
        stencilReadOnly);
  }
}
