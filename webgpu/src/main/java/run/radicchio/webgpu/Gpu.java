package run.radicchio.webgpu;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;

/**
 * The root of WebGPU: where adapters come from.
 *
 * <p>Safe for use by several threads.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpu">GPU</a>
 */
@WitResource
public interface Gpu extends AutoCloseable {
  /**
   * Looks for an adapter that fits the options. An adapter that does not fit is never returned:
   * where there is none, or {@code featureLevel} is not a known word, the stage completes with
   * null, never with an exception.
   *
   * @param options what the adapter must or should be; null: a core adapter, whichever the host
   *     prefers
   * @return the adapter, which the caller closes, or null if no adapter fits
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpu-requestadapter">GPU.requestAdapter</a>
   */
  CompletionStage<@Nullable GpuAdapter> requestAdapter(@Nullable GpuRequestAdapterOptions options);

  /**
   * The format that a canvas of this system shows without conversion: {@code RGBA8UNORM} or {@code
   * BGRA8UNORM}.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpu-getpreferredcanvasformat">GPU.getPreferredCanvasFormat</a>
   */
  GpuTextureFormat getPreferredCanvasFormat();

  /**
   * The WGSL language extensions that shaders may use here. They are always on; a shader names them
   * after {@code requires} only to be clear.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpu-wgsllanguagefeatures">GPU.wgslLanguageFeatures</a>
   */
  WgslLanguageFeatures wgslLanguageFeatures();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();

  /** {@link #requestAdapter(GpuRequestAdapterOptions)} with no options. */
  default CompletionStage<@Nullable GpuAdapter> requestAdapter() {
    return requestAdapter(null);
  }
}
