package run.radicchio.webgpu;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.WitResource;

/**
 * A compiled piece of WGSL with one or more entry points.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpushadermodule">GPUShaderModule</a>
 */
@WitResource
public interface GpuShaderModule extends GpuObject {
  /**
   * The messages of the compiler, once it is done. The stage never completes with an exception: a
   * failed compilation is in the messages.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpushadermodule-getcompilationinfo">GPUShaderModule.getCompilationInfo</a>
   */
  CompletionStage<GpuCompilationInfo> getCompilationInfo();
}
