package run.radicchio.surface;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMapping;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.WebGpu;

/** {@code wasi-gfx:surface/surface-webgpu}: drawing on surfaces by {@code wasi:webgpu}. */
@WitInterface(
    value = "wasi-gfx:surface/surface-webgpu",
    versions = Surfaces.VERSION,
    uses = {WebGpu.class, Surfaces.class})
public interface SurfaceWebGpu {
  /** What draws on a surface; not configured yet. */
  @Constructor
  Context context(@Borrow Surface surface);

  /**
   * How a surface makes its textures: as {@link run.radicchio.webgpu.GpuCanvasConfiguration}, whose
   * defaults are those of what may be null here.
   *
   * @param device the device to make them with
   * @param format their format: {@code BGRA8UNORM}, {@code RGBA8UNORM} or {@code RGBA16FLOAT}
   * @param usage what they are for
   * @param viewFormats formats besides their own that views of them may have
   * @param colorSpace the color space that values are in
   * @param toneMapping how values beyond 0 to 1 are shown
   * @param alphaMode what alpha means
   */
  record ContextConfiguration(
      @Borrow GpuDevice device,
      GpuTextureFormat format,
      @Nullable Set<GpuTextureUsage> usage,
      @Nullable List<GpuTextureFormat> viewFormats,
      @Nullable PredefinedColorSpace colorSpace,
      @Nullable GpuCanvasToneMapping toneMapping,
      @Nullable GpuCanvasAlphaMode alphaMode) {}

  /**
   * The textures of a surface, as those of a {@link run.radicchio.webgpu.GpuCanvasContext}, but for
   * their size: it is what the surface's is when this is configured. A guest that does not
   * configure it again when the surface has another size draws pictures of the old one, which
   * displays scale.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#gpucanvascontext">GPUCanvasContext</a>
   */
  @WitResource
  interface Context extends AutoCloseable {
    /**
     * Sets the device, format and usage of the textures, and drops the current one.
     *
     * <p>Validation error, of the configuration's device, if the format cannot be shown or is not
     * supported.
     */
    void configure(ContextConfiguration configuration);

    /** Takes the configuration away and drops the current texture. */
    void unconfigure();

    /**
     * The texture that the next picture is drawn into. Until it is shown each call returns a handle
     * of the same texture. Where there is no configuration it is an invalid one.
     */
    GpuTexture getCurrentTexture();

    /** Shows what was drawn; the current texture expires. */
    void present();

    @Override
    void close();
  }
}
