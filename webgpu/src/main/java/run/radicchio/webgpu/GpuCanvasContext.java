package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;

/**
 * The textures of something that shows or collects pictures. No function of this interface returns
 * one: hosts that have canvases get it elsewhere.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucanvascontext">GPUCanvasContext</a>
 */
@WitResource
public interface GpuCanvasContext extends AutoCloseable {
  /**
   * Sets the device, format and usage of the canvas's textures, and drops the current one.
   *
   * <p>Validation error, of the configuration's device, if the format cannot be shown or is not
   * supported.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucanvascontext-configure">GPUCanvasContext.configure</a>
   */
  void configure(GpuCanvasConfiguration configuration);

  /**
   * Takes the configuration away and drops the current texture.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucanvascontext-unconfigure">GPUCanvasContext.unconfigure</a>
   */
  void unconfigure();

  /**
   * The configuration, with all defaults filled in, and a device that the caller closes; null if
   * there is none.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucanvascontext-getconfiguration">GPUCanvasContext.getConfiguration</a>
   */
  @Nullable GpuCanvasConfigurationOwned getConfiguration();

  /**
   * The texture that the next picture is drawn into. Until it is shown each call returns a handle
   * of the same texture.
   *
   * <p>Where there is no configuration the result is an invalid texture.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucanvascontext-getcurrenttexture">GPUCanvasContext.getCurrentTexture</a>
   */
  GpuTexture getCurrentTexture();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
