package run.radicchio.surface.host;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
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
  /** What a stream holds that is not read. */
  private static final int KEPT = 64;

  private final EventOrder order = new EventOrder();
  private final FrameEvents frames = new FrameEvents(order);
  private final EventStream<ResizeEvent> resizes = stream(this::resize);
  private final EventStream<PointerEvent> pointerUps = stream(_ -> {});
  private final EventStream<PointerEvent> pointerDowns = stream(_ -> {});
  private final EventStream<PointerEvent> pointerMoves = stream(_ -> {});
  private final EventStream<KeyEvent> keyUps = stream(_ -> {});
  private final EventStream<KeyEvent> keyDowns = stream(_ -> {});
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

  private <T> EventStream<T> stream(Consumer<T> took) {
    return new EventStream<>(
        KEPT,
        new EventStream.Listener<>() {
          @Override
          public void took(T event) {
            order.took();
            took.accept(event);
          }

          @Override
          public void asked() {
            order.asked();
          }

          @Override
          public void ready() {
            order.advance();
          }
        });
  }

  /** The size that the guest knows of, and that it therefore draws for. */
  synchronized Size size() {
    return size;
  }

  private synchronized void resize(ResizeEvent event) {
    size = new Size(event.width(), event.height());
  }

  /** Shows a picture; a guest that reads no frame events waits until one is wanted. */
  void present(Frame frame) {
    frames.awaitTurn();
    screen.present(frame);
    frames.presented();
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
        case InputEvent.PointerMove(PointerEvent moved) -> order.tell(pointerMoves, moved);
        case InputEvent.PointerDown(PointerEvent pressed) -> order.tell(pointerDowns, pressed);
        case InputEvent.PointerUp(PointerEvent released) -> order.tell(pointerUps, released);
        case InputEvent.KeyDown(KeyEvent pressed) -> order.tell(keyDowns, pressed);
        case InputEvent.KeyUp(KeyEvent released) -> order.tell(keyUps, released);
      }
    }

    /** A guest that reads the events has a new size once it has read of it, others at once. */
    private void tellOf(ResizeEvent resized) {
      if (resizes.hasReaders()) {
        order.tell(resizes, resized);
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
