package run.radicchio.surface.window;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;

/**
 * Windows of a desktop, one a surface, each asked for up to 60 frames a second while it can be
 * seen. A texel is a pixel of the screen.
 *
 * <p>Somebody may close a window: the streams of its surface end, and what is drawn on it is seen
 * no more. Once that was the last one, all is {@link #over}: presenting something throws {@link
 * DisplayClosedException}.
 */
public final class WindowDisplay implements Display {
  private static final int FRAMES_A_SECOND = 60;

  private final String title;
  private final Size size;
  private final List<WindowScreen> screens = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("radicchio-window-clock").factory());

  private volatile boolean closed;

  private WindowDisplay(String title, Size size) {
    this.title = title;
    this.size = size;
    long period = TimeUnit.SECONDS.toNanos(1) / FRAMES_A_SECOND;
    var _ = clock.scheduleAtFixedRate(this::tick, 0, period, TimeUnit.NANOSECONDS);
  }

  /**
   * Windows on this machine's screen.
   *
   * @param title of each
   * @param size of surfaces that want none
   * @throws IllegalStateException if there is no screen, with what to do in its message
   */
  public static WindowDisplay open(String title, Size size) {
    String missing = missing();
    if (missing != null) {
      throw new IllegalStateException(missing);
    }
    return new WindowDisplay(title, size);
  }

  /** Why there cannot be windows; null if there can. */
  private static @Nullable String missing() {
    String advice = "on a desktop, DISPLAY says where that is";
    if (GraphicsEnvironment.isHeadless()) {
      return "there is no screen to open windows on: " + advice;
    }
    try {
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
      return null;
    } catch (AWTError e) {
      return "the screen cannot be used (%s): %s".formatted(e.getMessage(), advice);
    }
  }

  private void tick() {
    screens.forEach(WindowScreen::tick);
  }

  @Override
  public Screen open(CreateDesc wanted, SurfaceEvents events) {
    if (isOver()) {
      throw new DisplayClosedException();
    }
    AtomicReference<WindowScreen> opened = new AtomicReference<>();
    try {
      EventQueue.invokeAndWait(
          () -> {
            WindowScreen screen = new WindowScreen(this, title, size.with(wanted), events);
            screens.add(screen);
            opened.set(screen);
          });
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a window cannot be opened", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted where a window opens", e);
    }
    return opened.get();
  }

  /** Completes when somebody has closed the last window; not where the guest or the host has. */
  public CompletionStage<Void> over() {
    return over.minimalCompletionStage();
  }

  boolean isOver() {
    return closed || over.isDone();
  }

  void closed(WindowScreen screen) {
    screens.remove(screen);
  }

  void closedBySomebody(WindowScreen screen) {
    closed(screen);
    if (screens.isEmpty()) {
      over.complete(null);
    }
  }

  /** Closes all windows. */
  @Override
  public void close() {
    closed = true;
    clock.shutdown();
    screens.forEach(WindowScreen::close);
  }
}
