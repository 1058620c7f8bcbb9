package run.radicchio.surface.offscreen;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Frame;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

/**
 * One surface that is recorded, by two threads: one asks for frames, the other records what came of
 * them. Between them waits one picture, so that a frame is drawn, another read back, and a third
 * recorded at the same time.
 */
final class OffscreenScreen implements Screen {
  private final OffscreenDisplay display;
  private final OffscreenDisplay.Options options;
  private final int number;
  private final SurfaceEvents events;
  private final BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(1);
  private final Thread asking;
  private final Thread recording;

  // Guarded by this.
  private Size size;
  private @Nullable CompletionStage<Picture> presented;
  private boolean over;

  private sealed interface Outcome {
    /** What came of a frame: null where nothing was presented. */
    record Shown(int frame, @Nullable CompletionStage<Picture> picture) implements Outcome {}

    /** There are no more. */
    record End() implements Outcome {}
  }

  OffscreenScreen(
      OffscreenDisplay display,
      OffscreenDisplay.Options options,
      int number,
      Size size,
      SurfaceEvents events,
      Recorder recorder) {
    this.display = display;
    this.options = options;
    this.number = number;
    this.size = size;
    this.events = events;
    this.asking = Thread.ofVirtual().name("radicchio-frames-" + number).unstarted(this::ask);
    this.recording =
        Thread.ofVirtual().name("radicchio-recorder-" + number).unstarted(() -> keep(recorder));
  }

  void start() {
    recording.start();
    asking.start();
  }

  @Override
  public synchronized Size size() {
    return size;
  }

  /** Asks for one frame after the other. */
  private void ask() {
    try {
      for (int frame = 1; frame <= options.frames() && !isOver(); frame++) {
        options.script().before(number, frame).forEach(this::tell);
        events.frame().toCompletableFuture().join();
        outcomes.put(new Outcome.Shown(frame, takePresented()));
      }
      end();
      outcomes.put(new Outcome.End());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private void tell(InputEvent event) {
    if (event instanceof InputEvent.Resize(ResizeEvent(int height, int width))) {
      synchronized (this) {
        size = new Size(width, height);
      }
    }
    events.input(event);
  }

  private synchronized @Nullable CompletionStage<Picture> takePresented() {
    CompletionStage<Picture> taken = presented;
    presented = null;
    return taken;
  }

  /** Records one frame after the other. */
  private void keep(Recorder recorder) {
    Picture last = blank(size());
    try (recorder) {
      while (outcomes.take() instanceof Outcome.Shown(int frame, var picture)) {
        if (picture != null) {
          last.close();
          last = picture.toCompletableFuture().join();
        }
        recorder.record(frame, last);
      }
    } catch (IOException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new IOException("a picture of surface %d cannot be read: %s".formatted(number, e), e));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } finally {
      last.close();
    }
  }

  /** Ends the surface; what is still drawn is taken and given back. */
  private void fail(IOException why) {
    display.failed(why);
    end();
    try {
      while (outcomes.take() instanceof Outcome.Shown(_, var picture)) {
        giveBack(picture);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private static void giveBack(@Nullable CompletionStage<Picture> picture) {
    if (picture != null) {
      picture.thenAccept(Picture::close);
    }
  }

  /** What is shown of a surface that nothing was presented on. */
  private static Picture blank(Size size) {
    return new Picture(
        size.width(),
        size.height(),
        GpuTextureFormat.BGRA8UNORM,
        GpuCanvasAlphaMode.OPAQUE,
        PredefinedColorSpace.SRGB,
        GpuCanvasToneMappingMode.STANDARD,
        ByteBuffer.allocate(size.width() * size.height() * 4));
  }

  @Override
  public void requestSetSize(@Nullable Integer height, @Nullable Integer width) {
    Size wanted = size().with(height, width);
    tell(new InputEvent.Resize(new ResizeEvent(wanted.height(), wanted.width())));
  }

  @Override
  public void present(Frame frame) {
    if (display.isOver()) {
      throw new DisplayClosedException();
    } else if (!isOver()) {
      giveBack(replacePresented(frame.read()));
    }
  }

  private synchronized @Nullable CompletionStage<Picture> replacePresented(
      CompletionStage<Picture> picture) {
    CompletionStage<Picture> before = presented;
    presented = picture;
    return before;
  }

  synchronized boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    end();
  }

  private void end() {
    synchronized (this) {
      over = true;
    }
    events.end();
  }

  /** Waits until all that was drawn is recorded. */
  void awaitRecorded() throws InterruptedException {
    recording.join();
  }
}
