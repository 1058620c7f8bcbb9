package run.radicchio.surface.offscreen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;

/**
 * Records a number of frames of every surface, as fast as the guest draws: nothing depends on how
 * long that takes. A frame is what was presented last when the guest asks for the next frame event;
 * where it presented nothing, the one before again.
 *
 * <p>After the last frame a surface's streams end, and once those of all have, presenting something
 * throws {@link DisplayClosedException}.
 */
public final class OffscreenDisplay implements Display {
  private final Options options;
  private final Recorder.Maker recorders;

  // Guarded by this.
  private final List<OffscreenScreen> screens = new ArrayList<>();
  private @Nullable IOException failure;
  private boolean closed;

  /**
   * What is recorded.
   *
   * @param size that of surfaces that want none
   * @param frames how many, of each surface
   * @param script what happens meanwhile
   */
  public record Options(Size size, int frames, Script script) {}

  /** A display whose surfaces are recorded. */
  public OffscreenDisplay(Options options, Recorder.Maker recorders) {
    this.options = options;
    this.recorders = recorders;
  }

  @Override
  public synchronized Screen open(CreateDesc wanted, SurfaceEvents events) {
    if (closed) {
      throw new DisplayClosedException();
    }
    int number = screens.size() + 1;
    OffscreenScreen screen =
        new OffscreenScreen(
            this, options, number, options.size().with(wanted), events, recorder(number));
    screens.add(screen);
    screen.start();
    return screen;
  }

  private Recorder recorder(int number) {
    try {
      return recorders.open(number);
    } catch (IOException e) {
      failed(e);
      closed = true;
      throw new DisplayClosedException();
    }
  }

  /** Whether every surface has had its frames. */
  synchronized boolean isOver() {
    return closed || screens.stream().allMatch(OffscreenScreen::isOver);
  }

  /** A surface cannot be recorded any more; the first reason is told. */
  synchronized void failed(IOException why) {
    if (failure == null) {
      failure = why;
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if not all could be recorded
   */
  @Override
  public void close() {
    List<OffscreenScreen> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(screens);
    }
    open.forEach(OffscreenScreen::close);
    try {
      for (OffscreenScreen screen : open) {
        screen.awaitRecorded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throwFailure();
  }

  private synchronized void throwFailure() {
    if (failure != null) {
      throw new UncheckedIOException(failure);
    }
  }
}
