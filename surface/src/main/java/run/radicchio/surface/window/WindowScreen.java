package run.radicchio.surface.window;

import java.awt.EventQueue;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Frame;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.webgpu.canvas.Picture;

/** A surface that a window shows, as the threads of its guest see it. */
final class WindowScreen implements Screen {
  private final WindowDisplay display;
  private final SurfaceEvents events;
  private final Pace pace;
  private final SurfaceWindow window;
  private final Size firstSize;
  private volatile boolean closed;

  /** Opens a window; on the event thread of AWT. */
  WindowScreen(WindowDisplay display, String title, Size wanted, SurfaceEvents events) {
    this.display = display;
    this.events = events;
    this.pace = new Pace(events);
    this.window = new SurfaceWindow(title, wanted, events, pace, this::closedBySomebody);
    this.firstSize = window.size();
  }

  @Override
  public Size size() {
    return firstSize;
  }

  void tick() {
    pace.tick();
  }

  @Override
  public void requestSetSize(@Nullable Integer height, @Nullable Integer width) {
    EventQueue.invokeLater(() -> window.resize(window.size().with(height, width)));
  }

  @Override
  public void present(Frame frame) {
    if (display.isOver()) {
      throw new DisplayClosedException();
    }
    if (!closed && pace.admits()) {
      frame.read().whenComplete((picture, failure) -> EventQueue.invokeLater(() -> show(picture)));
    }
  }

  /** Shows a picture; null if it could not be read. */
  private void show(@Nullable Picture picture) {
    try (picture) {
      if (picture != null && !closed) {
        window.show(picture);
      }
    } finally {
      pace.arrived();
    }
  }

  private void closedBySomebody() {
    end();
    display.closedBySomebody(this);
  }

  @Override
  public void close() {
    if (!closed) {
      display.closed(this);
      EventQueue.invokeLater(this::end);
    }
  }

  /** Takes it from the screen; on the event thread of AWT. */
  private void end() {
    closed = true;
    window.dispose();
    events.end();
  }
}
