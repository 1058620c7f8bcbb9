package run.radicchio.webgpu;

/**
 * How a view shows a texture's layers.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gputextureviewdimension">GPUTextureViewDimension</a>
 */
public enum GpuTextureViewDimension {
  /** One dimension. */
  D1,

  /** Two dimensions, one layer. */
  D2,

  /** Two dimensions, several layers. */
  D2_ARRAY,

  /** Six layers as the faces of a cube. */
  CUBE,

  /** Layers by sixes, as cubes. */
  CUBE_ARRAY,

  /** Three dimensions. */
  D3
}
