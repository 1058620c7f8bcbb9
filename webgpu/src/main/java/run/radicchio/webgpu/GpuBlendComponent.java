package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How channels mix: {@code operation(srcFactor * new, dstFactor * old)}.
 *
 * @param operation what to do with both; null: {@code ADD}
 * @param srcFactor the factor of the new value; null: {@code ONE}
 * @param dstFactor the factor of the old value; null: {@code ZERO}
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpublendcomponent">GPUBlendComponent</a>
 */
public record GpuBlendComponent(
    @Nullable GpuBlendOperation operation,
    @Nullable GpuBlendFactor srcFactor,
    @Nullable GpuBlendFactor dstFactor) {
  /** All defaults. */
  public static GpuBlendComponent of() {
    return new GpuBlendComponent(null, null, null);
  }

  /** {@return a copy with this {@code operation}} */
  public GpuBlendComponent withOperation(GpuBlendOperation operation) {
    return new GpuBlendComponent(operation, srcFactor, dstFactor);
  }

  /** {@return a copy with this {@code srcFactor}} */
  public GpuBlendComponent withSrcFactor(GpuBlendFactor srcFactor) {
    return new GpuBlendComponent(operation, srcFactor, dstFactor);
  }

  /** {@return a copy with this {@code dstFactor}} */
  public GpuBlendComponent withDstFactor(GpuBlendFactor dstFactor) {
    return new GpuBlendComponent(operation, srcFactor, dstFactor);
  }
}
