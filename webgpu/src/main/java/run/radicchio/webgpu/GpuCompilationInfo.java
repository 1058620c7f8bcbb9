package run.radicchio.webgpu;

import java.util.List;
import run.radicchio.component.wit.WitResource;

/**
 * What the compiler said about a shader module.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucompilationinfo">GPUCompilationInfo</a>
 */
@WitResource
public interface GpuCompilationInfo extends AutoCloseable {
  /**
   * The messages, in no particular order; empty if there are none or the device is lost. The caller
   * closes each.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucompilationinfo-messages">GPUCompilationInfo.messages</a>
   */
  List<GpuCompilationMessage> messages();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
