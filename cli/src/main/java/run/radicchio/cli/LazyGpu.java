package run.radicchio.cli;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.RecordGpuPipelineConstantValue;
import run.radicchio.webgpu.RecordOptionGpuSize64;
import run.radicchio.webgpu.WebGpu;
import run.radicchio.webgpu.canvas.CanvasMaker;
import run.radicchio.webgpu.canvas.OffscreenCanvas;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;
import run.radicchio.webgpu.dawn.adapter.Rules;

/**
 * WebGPU by Dawn, which is loaded when a guest first calls it: most of a machine's guests do not.
 */
final class LazyGpu implements WebGpu, CanvasMaker, AutoCloseable {
  private final GpuChoice choice;
  private final Rules rules;
  private @Nullable DawnGpu dawn;

  /** GPUs among which guests get those that were chosen. */
  LazyGpu(GpuChoice choice, Rules rules) {
    this.choice = choice;
    this.rules = rules;
  }

  private synchronized DawnGpu dawn() {
    DawnGpu opened = dawn;
    if (opened == null) {
      opened = DawnGpu.open(DawnGpu.Options.defaults().withGpus(choice).withRules(rules));
      dawn = opened;
    }
    return opened;
  }

  @Override
  public Gpu getGpu() {
    return dawn().getGpu();
  }

  @Override
  public RecordGpuPipelineConstantValue recordGpuPipelineConstantValue() {
    return dawn().recordGpuPipelineConstantValue();
  }

  @Override
  public RecordOptionGpuSize64 recordOptionGpuSize64() {
    return dawn().recordOptionGpuSize64();
  }

  /** A canvas for a guest to draw on. */
  @Override
  public OffscreenCanvas createCanvas(int width, int height) {
    return dawn().createCanvas(width, height);
  }

  /** What to tell the user if a guest asked for a GPU in vain: sentences; null if it did not. */
  synchronized @Nullable String whyNone() {
    if (dawn == null || dawn.adapters().stream().anyMatch(choice::admits)) {
      return null;
    }
    return dawn.explainNoAdapter();
  }

  /** Destroys the devices, if a guest called anything. */
  @Override
  public synchronized void close() {
    if (dawn != null) {
      dawn.close();
    }
  }
}
