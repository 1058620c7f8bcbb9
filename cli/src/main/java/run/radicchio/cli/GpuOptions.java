package run.radicchio.cli;

import picocli.CommandLine.Option;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;
import run.radicchio.webgpu.dawn.adapter.Rules;

/** Which GPUs a component gets. */
final class GpuOptions {
  @Option(
      names = "--gpu",
      paramLabel = "NAME|software|any",
      defaultValue = "any",
      description = "Which GPUs the component may get: a part of their name (see gpus).")
  private String gpuChoice;

  /** These, for one component; to be closed. */
  LazyGpu open() {
    return new LazyGpu(GpuChoice.of(gpuChoice), Rules.WEBGPU);
  }

  /** These, for one component that draws on surfaces, whose only other host is on wgpu. */
  LazyGpu openForSurfaces() {
    return new LazyGpu(GpuChoice.of(gpuChoice), Rules.WGPU);
  }
}
