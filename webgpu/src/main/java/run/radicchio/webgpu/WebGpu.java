package run.radicchio.webgpu;

import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.WitInterface;

/**
 * {@code wasi:webgpu/webgpu}: what a host gives to those who may use its GPUs.
 *
 * <p>{@code 0.3.0-rc.2} and {@code 0.2.0-rc.2} are the same interface under two versions.
 */
@WitInterface(
    value = "wasi:webgpu/webgpu",
    versions = {"0.3.0-rc.2", "0.2.0-rc.2"},
    types = {GpuCanvasContext.class, GpuUncapturedErrorEvent.class})
public interface WebGpu {
  /** The root of all objects. The caller closes it; closing it closes nothing else. */
  Gpu getGpu();

  /** An empty map of values for a shader's {@code override} declarations. */
  @Constructor
  RecordGpuPipelineConstantValue recordGpuPipelineConstantValue();

  /** An empty map of limits that a device is to have. */
  @Constructor
  RecordOptionGpuSize64 recordOptionGpuSize64();
}
