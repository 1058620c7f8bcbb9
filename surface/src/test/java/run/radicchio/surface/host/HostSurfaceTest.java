package run.radicchio.surface.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.FrameEvent;
import run.radicchio.surface.Key;
import run.radicchio.surface.KeyEvent;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Size;

final class HostSurfaceTest {
  private final FakeDisplay display = new FakeDisplay();
  private final HostSurface surface =
      new HostSurface(display, new CreateDesc(null, null), () -> {});

  private void tell(InputEvent event) {
    display.events().input(event);
  }

  private CompletableFuture<Void> frame() {
    return display.events().frame().toCompletableFuture();
  }

  private static PointerEvent at(double x) {
    return new PointerEvent(x, 0);
  }

  @Test
  void hasTheSizeThatTheDisplayGives() {
    assertEquals(4, surface.width());
    assertEquals(2, surface.height());
    HostSurface wanted = new HostSurface(new FakeDisplay(), new CreateDesc(5, null), () -> {});
    assertEquals(new Size(4, 5), wanted.size());
  }

  @Test
  void whatHappensComesInOrderOverAllStreams() {
    List<PointerEvent> got = Collections.synchronizedList(new ArrayList<>());
    Read<PointerEvent> moves = Read.into(got, surface.onPointerMove());
    Read<PointerEvent> ups = Read.into(got, surface.onPointerUp());
    moves.ask();
    ups.ask();
    Read.of(surface.onFrame()).ask();
    tell(new InputEvent.PointerMove(at(1)));
    tell(new InputEvent.PointerMove(at(2)));
    tell(new InputEvent.PointerUp(at(3)));
    tell(new InputEvent.PointerMove(at(4)));
    assertEquals(List.of(at(1)), got);
    moves.ask();
    assertEquals(List.of(at(1), at(2)), got);
    moves.ask();
    assertEquals(List.of(at(1), at(2), at(3)), got);
    ups.ask();
    assertEquals(List.of(at(1), at(2), at(3), at(4)), got);
  }

  @Test
  void whatHappensBeforeTheGuestIsReadyWaits() {
    tell(new InputEvent.PointerDown(at(1)));
    CompletableFuture<Void> answer = frame();
    Read<FrameEvent> frames = Read.of(surface.onFrame());
    Read<PointerEvent> downs = Read.of(surface.onPointerDown());
    downs.ask();
    assertEquals(0, downs.items.size());
    frames.ask();
    assertEquals(List.of(at(1)), downs.items);
    downs.ask();
    assertEquals(1, frames.items.size());
    assertFalse(answer.isDone());
  }

  @Test
  void whatIsOnItsWayIsOvertakenByNothing() {
    Read<PointerEvent> downs = Read.of(surface.onPointerDown());
    Read<PointerEvent> ups = Read.of(surface.onPointerUp());
    Read<FrameEvent> frames = Read.of(surface.onFrame());
    downs.ask();
    ups.ask();
    frames.ask();
    CompletableFuture<Void> answer = frame();
    tell(new InputEvent.PointerDown(at(1)));
    tell(new InputEvent.PointerUp(at(2)));
    assertEquals(1, frames.items.size());
    assertEquals(0, downs.items.size());
    frames.ask();
    assertTrue(answer.isDone());
    assertEquals(1, downs.items.size());
    assertEquals(0, ups.items.size());
    CompletableFuture<Void> next = frame();
    downs.cancel();
    assertEquals(1, ups.items.size());
    assertEquals(1, frames.items.size());
    ups.ask();
    assertEquals(2, frames.items.size());
    assertFalse(next.isDone());
  }

  @Test
  void aFrameComesAfterWhatHappenedBeforeIt() {
    Read<KeyEvent> keys = Read.of(surface.onKeyDown());
    Read<FrameEvent> frames = Read.of(surface.onFrame());
    frames.ask();
    tell(new InputEvent.KeyDown(new KeyEvent(Key.KEY_A, null, false, false, false, false)));
    CompletableFuture<Void> answer = frame();
    assertEquals(0, frames.items.size());
    keys.ask();
    assertEquals(1, keys.items.size());
    assertEquals(0, frames.items.size());
    keys.ask();
    assertEquals(1, frames.items.size());
    assertFalse(answer.isDone());
  }

  @Test
  void aStreamThatIsNotReadHoldsNothingUpForLong() {
    Read<PointerEvent> unread = Read.of(surface.onPointerMove());
    Read<KeyEvent> keys = Read.of(surface.onKeyUp());
    Read<FrameEvent> frames = Read.of(surface.onFrame());
    keys.ask();
    frames.ask();
    for (int i = 0; i < 100; i++) {
      tell(new InputEvent.PointerMove(at(i)));
    }
    tell(new InputEvent.KeyUp(new KeyEvent(null, null, false, false, false, false)));
    CompletableFuture<Void> answer = frame();
    while (frames.items.isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(1, keys.items.size());
    frames.ask();
    answer.join();
    unread.ask();
    assertEquals(List.of(at(36)), unread.items);
  }

  @Test
  void oneFrameEventWaits() {
    CompletableFuture<Void> first = frame();
    Read<FrameEvent> frames = Read.of(surface.onFrame());
    CompletableFuture<Void> second = frame();
    frames.ask();
    assertEquals(List.of(new FrameEvent(true)), frames.items);
    assertFalse(first.isDone());
    frames.ask();
    assertTrue(first.isDone());
    assertTrue(second.isDone());
    assertEquals(1, frames.items.size());
    assertFalse(frame().isDone());
    assertEquals(2, frames.items.size());
  }

  @Test
  void aReaderThatLeavesHasAnswered() {
    Read<FrameEvent> frames = Read.of(surface.onFrame());
    frames.ask();
    CompletableFuture<Void> answer = frame();
    assertFalse(answer.isDone());
    frames.cancel();
    assertTrue(answer.isDone());
  }

  @Test
  void whoReadsNoFrameEventsPresentsWhenAFrameIsWanted() throws InterruptedException {
    Thread guest =
        Thread.ofVirtual()
            .start(
                () -> {
                  surface.present(CompletableFuture::new);
                  surface.present(CompletableFuture::new);
                });
    frame().join();
    frame().join();
    guest.join();
    assertEquals(2, display.presented.size());
  }

  @Test
  void whoReadsFrameEventsPresentsAtOnce() {
    Read.of(surface.onFrame()).ask();
    surface.present(CompletableFuture::new);
    assertEquals(1, display.presented.size());
  }

  @Test
  void theSizeIsAnotherOnceTheGuestHasReadOfIt() {
    tell(new InputEvent.Resize(new ResizeEvent(20, 10)));
    assertEquals(new Size(10, 20), surface.size());
    Read<ResizeEvent> resizes = Read.of(surface.onResize());
    Read.of(surface.onFrame()).ask();
    tell(new InputEvent.Resize(new ResizeEvent(40, 30)));
    assertEquals(new Size(10, 20), surface.size());
    resizes.ask();
    assertEquals(List.of(new ResizeEvent(40, 30)), resizes.items);
    assertEquals(new Size(30, 40), surface.size());
  }

  @Test
  void streamsEndWithTheDisplay() {
    Read<FrameEvent> frames = Read.of(surface.onFrame());
    frames.ask();
    CompletableFuture<Void> answer = frame();
    assertFalse(frames.end.isDone());
    display.events().end();
    assertTrue(answer.isDone());
    assertTrue(frames.end.isDone());
    assertEquals(1, frames.items.size());
    assertTrue(Read.of(surface.onKeyDown()).end.isDone());
    assertTrue(frame().isDone());
  }

  @Test
  void closingItTakesItOffTheDisplay() {
    Read<PointerEvent> downs = Read.of(surface.onPointerDown());
    surface.close();
    assertTrue(display.closed);
    assertTrue(downs.end.isDone());
  }
}
