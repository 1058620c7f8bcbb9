package run.radicchio.webgpu.dawn.resource;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuRequestAdapterOptions;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.WgslLanguageFeatures;
import run.radicchio.webgpu.dawn.object.Taken;

/** The root of all objects. */
public record DawnRoot(Adapters adapters) implements Gpu {
  private static final Set<String> FEATURE_LEVELS = Set.of("core", "compatibility");

  @Override
  public CompletionStage<@Nullable GpuAdapter> requestAdapter(
      @Nullable GpuRequestAdapterOptions given) {
    GpuRequestAdapterOptions options = given == null ? GpuRequestAdapterOptions.of() : given;
    if (options.featureLevel() != null && !FEATURE_LEVELS.contains(options.featureLevel())) {
      return CompletableFuture.completedFuture(null);
    }
    return Taken.<@Nullable GpuAdapter>orClosed(
        adapters
            .find(options)
            .thenApply(adapter -> adapter == null ? null : new DawnAdapter(adapter)));
  }

  /** Canvases are off-screen here, and on most screens, too, this is what needs no conversion. */
  @Override
  public GpuTextureFormat getPreferredCanvasFormat() {
    return GpuTextureFormat.BGRA8UNORM;
  }

  @Override
  public WgslLanguageFeatures wgslLanguageFeatures() {
    return adapters.languageFeatures();
  }

  @Override
  public void close() {}
}
