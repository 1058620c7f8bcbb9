package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * A set of feature names.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpusupportedfeatures">GPUSupportedFeatures</a>
 */
@WitResource
public interface GpuSupportedFeatures extends AutoCloseable {
  /**
   * Whether the set contains a feature.
   *
   * @param value the feature by its name in WebGPU, such as {@code shader-f16}; a name that nobody
   *     knows is in no set
   */
  boolean has(String value);

  /** {@link #has(String)} with the name of a feature. */
  default boolean has(GpuFeatureName feature) {
    return has(feature.webGpuName());
  }

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
