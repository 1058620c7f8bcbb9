package run.radicchio.surface.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.Frame;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;

/** Has one surface, of 4 x 2, and does with its frames what a test says. */
final class FakeDisplay implements Display {
  final List<Frame> presented = new ArrayList<>();
  final CompletableFuture<SurfaceEvents> events = new CompletableFuture<>();
  Consumer<Frame> show = presented::add;
  boolean closed;

  @Override
  public Screen open(CreateDesc wanted, SurfaceEvents newEvents) {
    events.complete(newEvents);
    return new Screen() {
      @Override
      public Size size() {
        return new Size(4, 2).with(wanted);
      }

      @Override
      public void requestSetSize(@Nullable Integer height, @Nullable Integer width) {}

      @Override
      public void present(Frame frame) {
        show.accept(frame);
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }

  SurfaceEvents events() {
    return events.join();
  }

  @Override
  public void close() {}
}
