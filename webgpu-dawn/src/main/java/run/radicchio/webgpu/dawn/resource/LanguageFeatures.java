package run.radicchio.webgpu.dawn.resource;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import run.radicchio.webgpu.WgslLanguageFeatures;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;
import run.radicchio.webgpu.dawn.generated.WGPUSupportedWGSLLanguageFeatures;
import run.radicchio.webgpu.dawn.generated.WGPUWGSLLanguageFeatureName;

/** What the compiler of shaders knows of WGSL beyond its core. */
record LanguageFeatures(Set<String> names) implements WgslLanguageFeatures {
  /** The language features that WGSL's specification names. */
  private static final Map<Integer, String> NAMES =
      Map.of(
          WGPUWGSLLanguageFeatureName.READONLY_AND_READWRITE_STORAGE_TEXTURES,
          "readonly_and_readwrite_storage_textures",
          WGPUWGSLLanguageFeatureName.PACKED_4X8_INTEGER_DOT_PRODUCT,
          "packed_4x8_integer_dot_product",
          WGPUWGSLLanguageFeatureName.UNRESTRICTED_POINTER_PARAMETERS,
          "unrestricted_pointer_parameters",
          WGPUWGSLLanguageFeatureName.POINTER_COMPOSITE_ACCESS,
          "pointer_composite_access");

  /** Those of an instance. */
  static LanguageFeatures of(long instance) {
    // Which Dawn has under another name: see ShaderSource.
    Set<String> names = new HashSet<>(Set.of("immediate_address_space"));
    try (Call call = Call.begin()) {
      long found = call.allocate(WGPUSupportedWGSLLanguageFeatures.SIZE);
      WGPUSupportedWGSLLanguageFeatures.initialize(found);
      WGPUInstance.getWGSLLanguageFeatures(instance, found);
      long features = WGPUSupportedWGSLLanguageFeatures.features(found);
      for (long i = 0; i < WGPUSupportedWGSLLanguageFeatures.featureCount(found); i++) {
        String name = NAMES.get(Memory.getInt(features + i * Integer.BYTES));
        if (name != null) {
          names.add(name);
        }
      }
      WGPUSupportedWGSLLanguageFeatures.freeMembers(found);
    }
    return new LanguageFeatures(Set.copyOf(names));
  }

  @Override
  public boolean has(String value) {
    return names.contains(value);
  }

  @Override
  public void close() {}
}
