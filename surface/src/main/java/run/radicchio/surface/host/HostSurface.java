package run.radicchio.surface.host;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.FrameEvent;
import run.radicchio.surface.KeyEvent;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.Surface;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.Frame;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;

/** A surface between a guest and a display. */
final class HostSurface implements Surface {
  /** Enough for what hands do while a frame is drawn, little for a guest that does not read. */
  private static final int KEPT = 256;

  private final FrameEvents frames = new FrameEvents();
  private final EventStream<ResizeEvent> resizes = new EventStream<>(1, new Resized());
  private final EventStream<PointerEvent> pointerUps = inputs();
  private final EventStream<PointerEvent> pointerDowns = inputs();
  private final EventStream<PointerEvent> pointerMoves = inputs();
  private final EventStream<KeyEvent> keyUps = inputs();
  private final EventStream<KeyEvent> keyDowns = inputs();
  private final Screen screen;
  private final Runnable closed;
  private Size size;

  /**
   * On a display.
   *
   * @param closed what to do when the guest closes it
   */
  HostSurface(Display display, CreateDesc wanted, Runnable closed) {
    this.closed = closed;
    Told told = new Told();
    synchronized (this) {
      screen = display.open(wanted, told);
      size = screen.size();
    }
  }

  private static <T> EventStream<T> inputs() {
    return new EventStream<>(KEPT, new EventStream.Listener<>() {});
  }

  /** The size that the guest knows of, and that it therefore draws for. */
  synchronized Size size() {
    return size;
  }

  private synchronized void resize(ResizeEvent event) {
    size = new Size(event.width(), event.height());
  }

  /** Shows a picture. */
  void present(Frame frame) {
    screen.present(frame);
    frames.presented();
  }

  /** A guest that reads the events has a new size once it has read of it, others at once. */
  private final class Resized implements EventStream.Listener<ResizeEvent> {
    @Override
    public void took(ResizeEvent event) {
      resize(event);
    }
  }

  /** What the display says. */
  private final class Told implements SurfaceEvents {
    @Override
    public CompletionStage<Void> frame() {
      return frames.frame();
    }

    @Override
    public void input(InputEvent event) {
      switch (event) {
        case InputEvent.Resize(ResizeEvent resized) -> tellOf(resized);
        case InputEvent.PointerMove(PointerEvent moved) -> pointerMoves.tell(moved);
        case InputEvent.PointerDown(PointerEvent pressed) -> pointerDowns.tell(pressed);
        case InputEvent.PointerUp(PointerEvent released) -> pointerUps.tell(released);
        case InputEvent.KeyDown(KeyEvent pressed) -> keyDowns.tell(pressed);
        case InputEvent.KeyUp(KeyEvent released) -> keyUps.tell(released);
      }
    }

    private void tellOf(ResizeEvent resized) {
      if (resizes.hasReaders()) {
        resizes.tell(resized);
      } else {
        resize(resized);
      }
    }

    @Override
    public void end() {
      endStreams();
    }
  }

  private void endStreams() {
    frames.end();
    resizes.end();
    pointerUps.end();
    pointerDowns.end();
    pointerMoves.end();
    keyUps.end();
    keyDowns.end();
  }

  @Override
  public int height() {
    return size().height();
  }

  @Override
  public int width() {
    return size().width();
  }

  @Override
  public void requestSetSize(@Nullable Integer height, @Nullable Integer width) {
    screen.requestSetSize(height, width);
  }

  @Override
  public Flow.Publisher<ResizeEvent> onResize() {
    return resizes.open();
  }

  @Override
  public Flow.Publisher<FrameEvent> onFrame() {
    return frames.open();
  }

  @Override
  public Flow.Publisher<PointerEvent> onPointerUp() {
    return pointerUps.open();
  }

  @Override
  public Flow.Publisher<PointerEvent> onPointerDown() {
    return pointerDowns.open();
  }

  @Override
  public Flow.Publisher<PointerEvent> onPointerMove() {
    return pointerMoves.open();
  }

  @Override
  public Flow.Publisher<KeyEvent> onKeyUp() {
    return keyUps.open();
  }

  @Override
  public Flow.Publisher<KeyEvent> onKeyDown() {
    return keyDowns.open();
  }

  @Override
  public void close() {
    endStreams();
    screen.close();
    closed.run();
  }
}
