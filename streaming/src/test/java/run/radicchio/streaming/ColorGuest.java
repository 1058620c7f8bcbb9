package run.radicchio.streaming;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.KeyEvent;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.DisplayClosedException;
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
 * A program whose picture is of one color: another one after each key, and white where a pointer is
 * down, or of noise, which is hard to make small. Escape ends it. It counts what it is told.
 */
final class ColorGuest implements StreamedProgram {
  /** Red, green and blue of the colors, in their order. */
  static final List<List<Integer>> COLORS =
      List.of(List.of(20, 40, 200), List.of(200, 30, 40), List.of(30, 180, 60));

  private final List<Guest> guests = new ArrayList<>();
  private final boolean isNoise;

  ColorGuest() {
    this(false);
  }

  ColorGuest(boolean isNoise) {
    this.isNoise = isNoise;
  }

  /** One run. */
  static final class Guest implements SurfaceEvents {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger frames = new AtomicInteger();
    private final CompletableFuture<Screen> screen = new CompletableFuture<>();
    private final List<Size> sizes = new ArrayList<>();
    private final AtomicInteger color = new AtomicInteger();
    private volatile @Nullable PointerEvent pointer;
    private volatile boolean isMoving;
    private final boolean isNoise;

    private Guest(boolean isNoise) {
      this.isNoise = isNoise;
    }

    /** How often it was asked to draw. */
    int frames() {
      return frames.get();
    }

    /** Which color it has. */
    int color() {
      return color.get();
    }

    /** The sizes that it was told of. */
    synchronized List<Size> sizes() {
      return List.copyOf(sizes);
    }

    /** Whether it has ended. */
    boolean hasEnded() {
      return end.getCount() == 0;
    }

    /** Ends by itself. */
    void stop() {
      end.countDown();
    }

    @Override
    public CompletionStage<Void> frame() {
      CompletableFuture<Void> done = new CompletableFuture<>();
      try {
        thread.execute(
            () -> {
              try {
                draw();
              } finally {
                done.complete(null);
              }
            });
      } catch (RejectedExecutionException ended) {
        done.complete(null);
      }
      return done;
    }

    private void draw() {
      frames.incrementAndGet();
      Screen shown = screen.join();
      Picture picture = picture(shown.size());
      try {
        shown.present(() -> CompletableFuture.completedFuture(picture));
      } catch (DisplayClosedException ended) {
        stop();
      }
    }

    private Picture picture(Size size) {
      byte[] texels = new byte[4 * size.width() * size.height()];
      if (isNoise) {
        ThreadLocalRandom.current().nextBytes(texels);
      } else {
        color(texels, size);
      }
      return new Picture(
          size.width(),
          size.height(),
          GpuTextureFormat.RGBA8UNORM,
          GpuCanvasAlphaMode.OPAQUE,
          PredefinedColorSpace.SRGB,
          GpuCanvasToneMappingMode.STANDARD,
          ByteBuffer.wrap(texels));
    }

    private void color(byte[] texels, Size size) {
      List<Integer> rgb = COLORS.get(color.get() % COLORS.size());
      for (int at = 0; at < texels.length; at += 4) {
        for (int i = 0; i < 3; i++) {
          texels[at + i] = rgb.get(i).byteValue();
        }
        texels[at + 3] = (byte) 255;
      }
      PointerEvent at = pointer;
      if (at != null) {
        whiten(texels, size, (int) at.x(), (int) at.y());
      }
    }

    private static void whiten(byte[] texels, Size size, int centerX, int centerY) {
      for (int y = Math.max(0, centerY - 20); y < Math.min(size.height(), centerY + 20); y++) {
        for (int x = Math.max(0, centerX - 20); x < Math.min(size.width(), centerX + 20); x++) {
          for (int i = 0; i < 3; i++) {
            texels[4 * (y * size.width() + x) + i] = (byte) 255;
          }
        }
      }
    }

    @Override
    public void input(InputEvent event) {
      switch (event) {
        case InputEvent.KeyDown(KeyEvent key) -> {
          if (key.key() == run.radicchio.surface.Key.ESCAPE) {
            stop();
          } else {
            color.incrementAndGet();
          }
        }
        case InputEvent.PointerDown(PointerEvent down) -> pointer = down;
        case InputEvent.PointerUp _ -> pointer = null;
        case InputEvent.Resize(ResizeEvent resized) -> add(resized);
        case InputEvent.PointerMove _, InputEvent.KeyUp _ -> isMoving = true;
      }
    }

    /** Whether it was told of anything else. */
    boolean isMoving() {
      return isMoving;
    }

    private synchronized void add(ResizeEvent resized) {
      sizes.add(new Size(resized.width(), resized.height()));
    }

    @Override
    public void end() {
      stop();
    }
  }

  /** Those that have begun. */
  List<Guest> guests() {
    synchronized (guests) {
      return List.copyOf(guests);
    }
  }

  @Override
  public String run(Display display) {
    Guest guest = new Guest(isNoise);
    synchronized (guests) {
      guests.add(guest);
    }
    try (Screen screen = display.open(new CreateDesc(null, null), guest)) {
      guest.screen.complete(screen);
      guest.end.await();
      return "the colors are over";
    } catch (InterruptedException interruption) {
      return "the colors were interrupted";
    } finally {
      guest.thread.shutdown();
    }
  }
}
