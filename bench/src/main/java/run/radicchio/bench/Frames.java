package run.radicchio.bench;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import run.radicchio.surface.picture.Argb;
import run.radicchio.surface.picture.I420;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuCanvasConfiguration;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuColor;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.canvas.OffscreenCanvas;
import run.radicchio.webgpu.canvas.Picture;
import run.radicchio.webgpu.dawn.DawnGpu;

/**
 * Pictures of 1280x720, drawn by nothing but a clear: what it takes to have them, beside drawing.
 */
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Thread)
public class Frames {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final double MILLISECONDS = 1e6;

  /** A part of a GPU's name. */
  @Param("software")
  String gpu = "software";

  private final I420 video = I420.in(new byte[I420.samples(WIDTH, HEIGHT)], WIDTH, HEIGHT);
  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private @Nullable Studio studio;

  /** A canvas and what draws on it. */
  private record Studio(
      DawnGpu webgpu,
      GpuDevice device,
      GpuQueue queue,
      OffscreenCanvas canvas,
      GpuCanvasContext context)
      implements AutoCloseable {

    static Studio open(DawnGpu webgpu) {
      try (Gpu gpu = webgpu.getGpu();
          GpuAdapter adapter =
              Objects.requireNonNull(
                  Studio.<@Nullable GpuAdapter>await(gpu.requestAdapter()), "no such GPU")) {
        GpuDevice device = await(adapter.requestDevice());
        OffscreenCanvas canvas = webgpu.createCanvas(WIDTH, HEIGHT);
        GpuCanvasContext context = canvas.context();
        context.configure(GpuCanvasConfiguration.of(device, GpuTextureFormat.BGRA8UNORM));
        return new Studio(webgpu, device, device.queue(), canvas, context);
      }
    }

    private static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
      return stage.toCompletableFuture().join();
    }

    void draw() {
      try (GpuTexture texture = context.getCurrentTexture();
          GpuTextureView view = texture.createView(null);
          GpuCommandEncoder encoder = device.createCommandEncoder()) {
        GpuRenderPassColorAttachment clear =
            GpuRenderPassColorAttachment.of(view, GpuLoadOp.CLEAR, GpuStoreOp.STORE)
                .withClearValue(new GpuColor(0.2, 0.5, 0.8, 1));
        try (GpuRenderPassEncoder pass =
            encoder.beginRenderPass(GpuRenderPassDescriptor.of(List.of(clear)))) {
          pass.end();
        }
        try (GpuCommandBuffer commands = encoder.finish(null)) {
          queue.submit(List.of(commands));
        }
      }
    }

    Picture present() {
      return await(canvas.present());
    }

    void discard() {
      canvas.discard();
      await(queue.onSubmittedWorkDone());
    }

    @Override
    public void close() {
      context.close();
      canvas.close();
      queue.close();
      device.close();
      webgpu.close();
    }
  }

  /** Opens the GPU. */
  @Setup
  public void open() {
    studio = Studio.open(WebGpuCalls.open(gpu));
  }

  /** Closes it. */
  @TearDown
  public void close() {
    studio().close();
  }

  private Studio studio() {
    return Objects.requireNonNull(studio);
  }

  /** One that nobody wants. */
  @Benchmark
  public void draw() {
    studio().draw();
    studio().discard();
  }

  /** One that is read back. */
  @AtMost(nanoseconds = 2 * MILLISECONDS, over = "draw")
  @Benchmark
  public byte present() {
    studio().draw();
    try (Picture picture = studio().present()) {
      return picture.texels().get(0);
    }
  }

  /** One that is read back and converted for an encoder of video. */
  @AtMost(nanoseconds = 5 * MILLISECONDS, over = "draw")
  @Benchmark
  public I420 video() {
    studio().draw();
    try (Picture picture = studio().present()) {
      video.write(picture);
      return video;
    }
  }

  /** One that is read back and converted for a screen. */
  @AtMost(nanoseconds = 5 * MILLISECONDS, over = "draw")
  @Benchmark
  public BufferedImage screen() {
    studio().draw();
    try (Picture picture = studio().present()) {
      Argb.write(picture, image);
      return image;
    }
  }
}
