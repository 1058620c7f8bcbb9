package run.radicchio.webgpu.dawn.resource;

import java.util.Set;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuSupportedFeatures;

/** The features of an adapter or a device. */
record DawnFeatures(Set<GpuFeatureName> features) implements GpuSupportedFeatures {
  @Override
  public boolean has(String value) {
    return features.stream().anyMatch(feature -> Features.webName(feature).equals(value));
  }

  @Override
  public void close() {}
}
