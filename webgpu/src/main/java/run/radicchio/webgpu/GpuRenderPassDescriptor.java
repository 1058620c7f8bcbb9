package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * How to begin a render pass.
 *
 * @param colorAttachments each color attachment, by number; null for one that is not there
 * @param depthStencilAttachment the depth and stencil attachment; null: none
 * @param occlusionQuerySet a set of type {@code OCCLUSION} for the pass's queries; null: none
 * @param timestampWrites the timestamps that it writes; null: none
 * @param maxDrawCount the most draws that the pass may have; null: 50,000,000
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpurenderpassdescriptor">GPURenderPassDescriptor</a>
 */
public record GpuRenderPassDescriptor(
    List<@Nullable GpuRenderPassColorAttachment> colorAttachments,
    @Nullable GpuRenderPassDepthStencilAttachment depthStencilAttachment,
    @Nullable @Borrow GpuQuerySet occlusionQuerySet,
    @Nullable GpuRenderPassTimestampWrites timestampWrites,
    @Nullable @GpuSize64 Long maxDrawCount,
    @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuRenderPassDescriptor of(
      List<@Nullable GpuRenderPassColorAttachment> colorAttachments) {
    return new GpuRenderPassDescriptor(colorAttachments, null, null, null, null, null);
  }

  /** {@return a copy with this {@code depthStencilAttachment}} */
  public GpuRenderPassDescriptor withDepthStencilAttachment(
      GpuRenderPassDepthStencilAttachment depthStencilAttachment) {
    return new GpuRenderPassDescriptor(
        colorAttachments,
        depthStencilAttachment,
        occlusionQuerySet,
        timestampWrites,
        maxDrawCount,
        label);
  }

  /** {@return a copy with this {@code occlusionQuerySet}} */
  public GpuRenderPassDescriptor withOcclusionQuerySet(@Borrow GpuQuerySet occlusionQuerySet) {
    return new GpuRenderPassDescriptor(
        colorAttachments,
        depthStencilAttachment,
        occlusionQuerySet,
        timestampWrites,
        maxDrawCount,
        label);
  }

  /** {@return a copy with this {@code timestampWrites}} */
  public GpuRenderPassDescriptor withTimestampWrites(GpuRenderPassTimestampWrites timestampWrites) {
    return new GpuRenderPassDescriptor(
        colorAttachments,
        depthStencilAttachment,
        occlusionQuerySet,
        timestampWrites,
        maxDrawCount,
        label);
  }

  /** {@return a copy with this {@code maxDrawCount}} */
  public GpuRenderPassDescriptor withMaxDrawCount(@GpuSize64 long maxDrawCount) {
    return new GpuRenderPassDescriptor(
        colorAttachments,
        depthStencilAttachment,
        occlusionQuerySet,
        timestampWrites,
        maxDrawCount,
        label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuRenderPassDescriptor withLabel(String label) {
    return new GpuRenderPassDescriptor(
        colorAttachments,
        depthStencilAttachment,
        occlusionQuerySet,
        timestampWrites,
        maxDrawCount,
        label);
  }
}
