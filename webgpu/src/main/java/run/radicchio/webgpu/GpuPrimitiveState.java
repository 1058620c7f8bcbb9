package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How vertices become primitives.
 *
 * @param topology which primitives; null: {@code TRIANGLE_LIST}
 * @param stripIndexFormat for strips, the format of the indices, whose highest value begins a new
 *     strip; null for lists, and for strips that are drawn without indices
 * @param frontFace which way round a front face goes; null: {@code CCW}
 * @param cullMode which faces are not drawn; null: {@code NONE}
 * @param unclippedDepth whether depths are not clipped; needs the feature {@code
 *     depth-clip-control}; null: false
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpuprimitivestate">GPUPrimitiveState</a>
 */
public record GpuPrimitiveState(
    @Nullable GpuPrimitiveTopology topology,
    @Nullable GpuIndexFormat stripIndexFormat,
    @Nullable GpuFrontFace frontFace,
    @Nullable GpuCullMode cullMode,
    @Nullable Boolean unclippedDepth) {
  /** All defaults. */
  public static GpuPrimitiveState of() {
    return new GpuPrimitiveState(null, null, null, null, null);
  }

  /** {@return a copy with this {@code topology}} */
  public GpuPrimitiveState withTopology(GpuPrimitiveTopology topology) {
    return new GpuPrimitiveState(topology, stripIndexFormat, frontFace, cullMode, unclippedDepth);
  }

  /** {@return a copy with this {@code stripIndexFormat}} */
  public GpuPrimitiveState withStripIndexFormat(GpuIndexFormat stripIndexFormat) {
    return new GpuPrimitiveState(topology, stripIndexFormat, frontFace, cullMode, unclippedDepth);
  }

  /** {@return a copy with this {@code frontFace}} */
  public GpuPrimitiveState withFrontFace(GpuFrontFace frontFace) {
    return new GpuPrimitiveState(topology, stripIndexFormat, frontFace, cullMode, unclippedDepth);
  }

  /** {@return a copy with this {@code cullMode}} */
  public GpuPrimitiveState withCullMode(GpuCullMode cullMode) {
    return new GpuPrimitiveState(topology, stripIndexFormat, frontFace, cullMode, unclippedDepth);
  }

  /** {@return a copy with this {@code unclippedDepth}} */
  public GpuPrimitiveState withUnclippedDepth(boolean unclippedDepth) {
    return new GpuPrimitiveState(topology, stripIndexFormat, frontFace, cullMode, unclippedDepth);
  }
}
