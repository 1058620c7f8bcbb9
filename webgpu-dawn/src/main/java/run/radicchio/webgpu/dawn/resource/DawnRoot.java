package run.radicchio.webgpu.dawn.resource;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuRequestAdapterOptions;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.WgslLanguageFeatures;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.ffm.Scratch;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;
import run.radicchio.webgpu.dawn.generated.WGPUSupportedWGSLLanguageFeatures;
import run.radicchio.webgpu.dawn.generated.WGPUWGSLLanguageFeatureName;

/** The root of all objects. */
public record DawnRoot(Adapters adapters) implements Gpu {
  private static final Set<String> FEATURE_LEVELS = Set.of("core", "compatibility");

  /** The language features that WGSL's specification names. */
  private static final Map<Integer, String> LANGUAGE_FEATURES =
      Map.of(
          WGPUWGSLLanguageFeatureName.READONLY_AND_READWRITE_STORAGE_TEXTURES,
          "readonly_and_readwrite_storage_textures",
          WGPUWGSLLanguageFeatureName.PACKED_4X8_INTEGER_DOT_PRODUCT,
          "packed_4x8_integer_dot_product",
          WGPUWGSLLanguageFeatureName.UNRESTRICTED_POINTER_PARAMETERS,
          "unrestricted_pointer_parameters",
          WGPUWGSLLanguageFeatureName.POINTER_COMPOSITE_ACCESS,
          "pointer_composite_access");

  @Override
  public CompletionStage<@Nullable GpuAdapter> requestAdapter(
      @Nullable GpuRequestAdapterOptions given) {
    GpuRequestAdapterOptions options = given == null ? GpuRequestAdapterOptions.of() : given;
    if (options.featureLevel() != null && !FEATURE_LEVELS.contains(options.featureLevel())) {
      return CompletableFuture.completedFuture(null);
    }
    return adapters
        .find(options)
        .thenApply(adapter -> adapter == null ? null : new DawnAdapter(adapter));
  }

  /** Canvases are off-screen here, and on most screens, too, this is what needs no conversion. */
  @Override
  public GpuTextureFormat getPreferredCanvasFormat() {
    return GpuTextureFormat.BGRA8UNORM;
  }

  @Override
  public WgslLanguageFeatures wgslLanguageFeatures() {
    Set<String> names = new HashSet<>();
    try (Scratch scratch = Scratch.open()) {
      long found = scratch.allocate(WGPUSupportedWGSLLanguageFeatures.SIZE);
      WGPUSupportedWGSLLanguageFeatures.initialize(found);
      WGPUInstance.getWGSLLanguageFeatures(adapters.instance().address(), found);
      long features = WGPUSupportedWGSLLanguageFeatures.features(found);
      for (long i = 0; i < WGPUSupportedWGSLLanguageFeatures.featureCount(found); i++) {
        String name = LANGUAGE_FEATURES.get(Memory.getInt(features + i * Integer.BYTES));
        if (name != null) {
          names.add(name);
        }
      }
      WGPUSupportedWGSLLanguageFeatures.freeMembers(found);
    }
    return new LanguageFeatures(names);
  }

  @Override
  public void close() {}

  private record LanguageFeatures(Set<String> names) implements WgslLanguageFeatures {
    @Override
    public boolean has(String value) {
      return names.contains(value);
    }

    @Override
    public void close() {}
  }
}
