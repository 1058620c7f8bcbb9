package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * Depth and stencil tests.
 *
 * @param format the format of the attachment
 * @param depthWriteEnabled whether depths that pass are written; must be given if the format has
 *     depth; null: not given
 * @param depthCompare which depths pass, against those that are there; must be given if depths are
 *     written or a {@code depthFailOp} is not {@code KEEP}; null: not given
 * @param stencilFront what happens to stencils at front faces; null: nothing
 * @param stencilBack what happens to stencils at back faces; null: nothing
 * @param stencilReadMask the bits that are compared; null: all
 * @param stencilWriteMask the bits that are written; null: all
 * @param depthBias what is added to each depth, in the format's least steps; 0 for points and
 *     lines; null: 0
 * @param depthBiasSlopeScale what is added for the slope of a triangle; 0 for points and lines;
 *     null: 0
 * @param depthBiasClamp the most that is added, 0 for no bound; 0 for points and lines; null: 0
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpudepthstencilstate">GPUDepthStencilState</a>
 */
public record GpuDepthStencilState(
    GpuTextureFormat format,
    @Nullable Boolean depthWriteEnabled,
    @Nullable GpuCompareFunction depthCompare,
    @Nullable GpuStencilFaceState stencilFront,
    @Nullable GpuStencilFaceState stencilBack,
    @Nullable @GpuStencilValue Integer stencilReadMask,
    @Nullable @GpuStencilValue Integer stencilWriteMask,
    @Nullable @GpuDepthBias Integer depthBias,
    @Nullable Float depthBiasSlopeScale,
    @Nullable Float depthBiasClamp) {
  /** With defaults for all that may be null. */
  public static GpuDepthStencilState of(GpuTextureFormat format) {
    return new GpuDepthStencilState(format, null, null, null, null, null, null, null, null, null);
  }

  /** {@return a copy with this {@code depthWriteEnabled}} */
  public GpuDepthStencilState withDepthWriteEnabled(boolean depthWriteEnabled) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code depthCompare}} */
  public GpuDepthStencilState withDepthCompare(GpuCompareFunction depthCompare) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code stencilFront}} */
  public GpuDepthStencilState withStencilFront(GpuStencilFaceState stencilFront) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code stencilBack}} */
  public GpuDepthStencilState withStencilBack(GpuStencilFaceState stencilBack) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code stencilReadMask}} */
  public GpuDepthStencilState withStencilReadMask(@GpuStencilValue int stencilReadMask) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code stencilWriteMask}} */
  public GpuDepthStencilState withStencilWriteMask(@GpuStencilValue int stencilWriteMask) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code depthBias}} */
  public GpuDepthStencilState withDepthBias(@GpuDepthBias int depthBias) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code depthBiasSlopeScale}} */
  public GpuDepthStencilState withDepthBiasSlopeScale(float depthBiasSlopeScale) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }

  /** {@return a copy with this {@code depthBiasClamp}} */
  public GpuDepthStencilState withDepthBiasClamp(float depthBiasClamp) {
    return new GpuDepthStencilState(
        format,
        depthWriteEnabled,
        depthCompare,
        stencilFront,
        stencilBack,
        stencilReadMask,
        stencilWriteMask,
        depthBias,
        depthBiasSlopeScale,
        depthBiasClamp);
  }
}
