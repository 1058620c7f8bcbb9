package run.radicchio.webgpu;

/**
 * What a query asks.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpuquerytype">GPUQueryType</a>
 */
public enum GpuQueryType {
  /** Whether any sample was drawn. */
  OCCLUSION,

  /** When a pass began or ended, in nanoseconds; needs the feature {@code timestamp-query}. */
  TIMESTAMP
}
