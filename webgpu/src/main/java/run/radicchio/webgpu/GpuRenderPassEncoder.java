package run.radicchio.webgpu;

import java.util.List;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.WitResource;

/**
 * Records a render pass: sets state and draws.
 *
 * <p>A wrong call invalidates the {@link GpuCommandEncoder}, whose {@code finish} reports it; a
 * call after {@link #end} is a validation error. Not safe for use by several threads at the same
 * time.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpurenderpassencoder">GPURenderPassEncoder</a>
 */
@WitResource
public interface GpuRenderPassEncoder
    extends GpuObject, GpuDebugCommands, GpuBindingCommands, GpuRenderCommands {
  /**
   * Sets where on the attachments the picture goes, and which depths. Initially the whole of the
   * attachments, and depths 0 to 1.
   *
   * @param x the left edge, in pixels
   * @param y the upper edge, in pixels
   * @param width the width in pixels, from 0 to {@link GpuSupportedLimits#maxTextureDimension2D}
   * @param height the height in pixels, likewise
   * @param minDepth the least depth, from 0 to {@code maxDepth}
   * @param maxDepth the greatest depth, up to 1
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-setviewport">GPURenderPassEncoder.setViewport</a>
   */
  void setViewport(float x, float y, float width, float height, float minDepth, float maxDepth);

  /**
   * Drops all fragments outside of a rectangle, which must lie in the attachments. Initially the
   * whole of the attachments.
   *
   * @param x the left edge, in pixels
   * @param y the upper edge, in pixels
   * @param width the width in pixels
   * @param height the height in pixels
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-setscissorrect">GPURenderPassEncoder.setScissorRect</a>
   */
  void setScissorRect(
      @GpuIntegerCoordinate int x,
      @GpuIntegerCoordinate int y,
      @GpuIntegerCoordinate int width,
      @GpuIntegerCoordinate int height);

  /**
   * Sets the color that the blend factors {@code CONSTANT} and {@code ONE_MINUS_CONSTANT} use.
   * Initially all 0.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-setblendconstant">GPURenderPassEncoder.setBlendConstant</a>
   */
  void setBlendConstant(GpuColor color);

  /**
   * Sets the value that stencil tests compare with, and that {@code REPLACE} writes. Initially 0.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-setstencilreference">GPURenderPassEncoder.setStencilReference</a>
   */
  void setStencilReference(@GpuStencilValue int reference);

  /**
   * Begins to count, for a query of the pass's {@code occlusionQuerySet}, whether a sample passes
   * all tests. Queries do not nest, and none is used twice in a pass.
   *
   * @param queryIndex which query of the set
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-beginocclusionquery">GPURenderPassEncoder.beginOcclusionQuery</a>
   */
  void beginOcclusionQuery(@GpuSize32 int queryIndex);

  /**
   * Ends the occlusion query: its result is 0 if no sample passed, and another number if one did.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-endocclusionquery">GPURenderPassEncoder.endOcclusionQuery</a>
   */
  void endOcclusionQuery();

  /**
   * Draws what bundles recorded, in order. Afterwards the pass has no pipeline, bind groups and
   * buffers set.
   *
   * <p>Invalidates the encoder if a bundle was recorded for other formats, sample counts or
   * read-only aspects.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-executebundles">GPURenderPassEncoder.executeBundles</a>
   */
  void executeBundles(List<@Borrow GpuRenderBundle> bundles);

  /**
   * Ends the pass and unlocks the command encoder.
   *
   * <p>Validation error if the pass has ended already or its command encoder is finished.
   * Invalidates the encoder if an occlusion query is open, debug groups are not balanced, or the
   * pass drew more often than its {@code maxDrawCount}.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurenderpassencoder-end">GPURenderPassEncoder.end</a>
   */
  void end();
}
