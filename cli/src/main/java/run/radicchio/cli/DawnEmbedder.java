package run.radicchio.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.conformance.webgpu.Embedder;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuUncapturedErrorEvent;
import run.radicchio.webgpu.canvas.OffscreenCanvas;
import run.radicchio.webgpu.dawn.DawnGpu;

/** What the conformance suite wants of an embedder, by Dawn. */
record DawnEmbedder(DawnGpu gpu) implements Embedder {
  @Override
  public Canvas canvas(int width, int height) {
    return new Offscreen(gpu.createCanvas(width, height));
  }

  @Override
  public CompletionStage<GpuUncapturedErrorEvent> nextUncapturedError(GpuDevice device) {
    FirstError first = new FirstError();
    device.onUncapturedError().subscribe(first);
    return first.event;
  }

  private record Offscreen(OffscreenCanvas canvas) implements Canvas {
    @Override
    public GpuCanvasContext context() {
      return canvas.context();
    }

    @Override
    public void resize(int width, int height) {
      canvas.resize(width, height);
    }

    @Override
    public CompletionStage<Picture> present() {
      return canvas.present().thenApply(Offscreen::copy);
    }

    private static Picture copy(run.radicchio.webgpu.canvas.Picture drawn) {
      try (drawn) {
        return new Picture(
            drawn.width(),
            drawn.height(),
            drawn.format(),
            drawn.alphaMode(),
            drawn.colorSpace(),
            drawn.toneMapping(),
            drawn.packed());
      }
    }

    @Override
    public void close() {
      canvas.close();
    }
  }

  private record Event(GpuError error) implements GpuUncapturedErrorEvent {
    @Override
    public void close() {
      // Errors of Dawn are values: the guest drops its handles of them by itself.
    }
  }

  /** Waits for the first of a device's errors, and for no other. */
  private static final class FirstError implements Flow.Subscriber<GpuError> {
    final CompletableFuture<GpuUncapturedErrorEvent> event = new CompletableFuture<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(GpuError error) {
      event.complete(new Event(error));
    }

    @Override
    public void onError(Throwable failure) {
      event.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      event.completeExceptionally(new IllegalStateException("the device had no error"));
    }
  }
}
