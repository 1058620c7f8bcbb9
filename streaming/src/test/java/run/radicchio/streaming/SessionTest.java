package run.radicchio.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.streaming.protocol.FromPage;
import run.radicchio.streaming.session.Session;
import run.radicchio.streaming.session.Viewer;
import run.radicchio.streaming.session.Wire;
import run.radicchio.streaming.video.Codec;
import run.radicchio.streaming.video.Decoder;
import run.radicchio.streaming.websocket.CloseCode;
import run.radicchio.streaming.websocket.Frame;
import run.radicchio.surface.KeyEvent;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Size;

final class SessionTest {
  private static final Size ROOM = new Size(64, 48);
  private static final int HEAD = 16;

  private final ColorGuest program = new ColorGuest();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private Session session = session(program, WhenAlone.PAUSE);

  private Session session(StreamedProgram streamed, WhenAlone whenAlone) {
    return session(streamed, whenAlone, StreamLimits.defaults().video());
  }

  private Session session(StreamedProgram streamed, WhenAlone whenAlone, StreamLimits.Video video) {
    StreamLimits usual = StreamLimits.defaults();
    StreamLimits.Times times =
        new StreamLimits.Times(
            usual.times().opening(), usual.times().silence(), Duration.ofMillis(50));
    return new Session(
        streamed,
        new StreamLimits(usual.clients(), video, times),
        whenAlone,
        (one, why) -> ended.complete(why));
  }

  @AfterEach
  void end() {
    session.close();
  }

  /** A page without a connection. */
  private static final class Page implements Wire {
    private final List<ByteBuffer> pictures = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final CompletableFuture<Viewer> viewer = new CompletableFuture<>();
    private final boolean acknowledges;
    private final Duration way;

    /**
     * One of somebody who comes.
     *
     * @param way how long each picture takes
     */
    Page(boolean acknowledges, Duration way) {
      this.acknowledges = acknowledges;
      this.way = way;
    }

    @Override
    public void send(Frame frame) {
      byte[] payload = frame.payload();
      boolean isText = payload[0] == '{';
      synchronized (this) {
        if (isText) {
          texts.add(new String(payload, StandardCharsets.UTF_8));
        } else {
          pictures.add(ByteBuffer.wrap(payload));
        }
      }
      if (!isText) {
        LockSupport.parkNanos(way.toNanos());
        if (acknowledges) {
          acknowledge();
        }
      }
    }

    /** Shows all that was sent. */
    void acknowledge() {
      viewer.join().receive(new FromPage.Ack(last().getInt(4), 1));
    }

    void press(int number) {
      InputEvent key = new InputEvent.KeyDown(new KeyEvent(null, "x", false, false, false, false));
      viewer.join().receive(new FromPage.Input(0, number, key));
    }

    void leave() {
      viewer.join().leave();
    }

    synchronized int count() {
      return pictures.size();
    }

    synchronized int bytes() {
      return pictures.stream().mapToInt(ByteBuffer::capacity).sum();
    }

    synchronized long countOf(int surface) {
      return pictures.stream().filter(picture -> picture.getShort(2) == surface).count();
    }

    synchronized ByteBuffer last() {
      return pictures.getLast();
    }

    synchronized boolean isTold(String text) {
      return texts.stream().anyMatch(one -> one.contains(text));
    }

    @Override
    public void close(CloseCode code, String why) {}
  }

  private Page join(boolean acknowledges) {
    return join(acknowledges, Duration.ZERO);
  }

  private Page join(boolean acknowledges, Duration way) {
    Page page = new Page(acknowledges, way);
    Viewer viewer = session.join(page, new FromPage.Hello(List.of(Codec.VP8), ROOM));
    assertNotNull(viewer);
    page.viewer.complete(viewer);
    return page;
  }

  private ColorGuest.Guest guest() {
    Client.await(() -> !program.guests().isEmpty());
    return program.guests().getFirst();
  }

  /** How blue a picture is that needs no other to be decoded. */
  private static int blueOf(ByteBuffer message) {
    byte[] encoded = new byte[message.capacity() - HEAD];
    message.get(HEAD, encoded);
    try (Decoder decoder = new Decoder(Codec.VP8)) {
      byte[] planes = decoder.decode(encoded).bytes();
      return planes[ROOM.width() * ROOM.height()] & 0xFF;
    }
  }

  @Test
  void whoShowsNothingIsSentLittle() {
    Page slow = join(false);
    Client.await(() -> slow.count() == 2);
    Page quick = join(true);
    Client.await(() -> quick.count() > 50);
    assertEquals(2, slow.count());
  }

  @Test
  void theSlowestGuestIsAskedNoMoreThanIsShown() {
    Page slow = join(false);
    Client.await(() -> slow.count() == 2);
    for (int i = 2; i < 20; i++) {
      int sent = i;
      slow.acknowledge();
      Client.await(() -> slow.count() > sent);
    }
    // Two pictures on their way, two that are converted, and one that is drawn.
    assertTrue(guest().frames() <= slow.count() + 4, guest().frames() + " frames");
  }

  /** A program on two surfaces, on each as if there were no other. */
  private static StreamedProgram onTwo(StreamedProgram one) {
    return display -> {
      Thread.ofVirtual().start(() -> one.run(display));
      return one.run(display);
    };
  }

  @Test
  void surfacesShareTheRate() {
    int rate = 1_000_000;
    session =
        session(
            onTwo(new ColorGuest(true)),
            WhenAlone.PAUSE,
            new StreamLimits.Video(ROOM, 60, rate, rate));
    Page page = join(true);
    // The first ones are keys, which are larger.
    Client.await(() -> page.count() > 40);
    int before = page.bytes();
    long began = System.nanoTime();
    Client.await(() -> page.count() > 240);
    double sent = (page.bytes() - before) * 8e9 / (System.nanoTime() - began);
    assertTrue(sent < 1.4 * rate, sent + " bits a second");
  }

  @Test
  void eachOfSeveralSurfacesHasItsTurn() {
    session = session(onTwo(program), WhenAlone.PAUSE);
    // While one picture is sent, each surface has another.
    Page page = join(true, Duration.ofMillis(50));
    Client.await(() -> page.count() > 20);
    assertTrue(page.countOf(0) > 8, page.countOf(0) + " of the first");
    assertTrue(page.countOf(1) > 8, page.countOf(1) + " of the second");
  }

  @Test
  void whatIsDroppedIsDroppedBeforeTheLastPicture() {
    Page slow = join(false);
    Page quick = join(true);
    Client.await(() -> slow.count() == 2);
    slow.press(1);
    int before = quick.count();
    Client.await(() -> quick.count() > before + 50);
    slow.acknowledge();
    // Of fifty pictures it gets the latest.
    Client.await(() -> slow.count() > 2);
    assertEquals(1, slow.last().getInt(8));
  }

  @Test
  void picturesSayWhichInputTheyAnswer() {
    Page page = join(true);
    Client.await(() -> page.count() > 3);
    assertEquals(0, page.last().getInt(8));
    page.press(7);
    Client.await(() -> page.last().getInt(8) == 7);
    Page other = join(true);
    Client.await(() -> other.count() > 3);
    assertEquals(0, other.last().getInt(8));
  }

  @Test
  void whoJoinsGetsTheLatestPictureAsAKey() {
    Page first = join(true);
    Client.await(() -> first.count() > 0);
    first.press(1);
    Client.await(() -> first.last().getInt(8) == 1);
    Page second = join(false);
    Client.await(() -> second.count() == 1 || second.count() == 2);
    ByteBuffer picture = second.pictures.getFirst();
    assertEquals(1, picture.get(1));
    // The second color is red.
    assertTrue(blueOf(picture) < 128);
  }

  @Test
  void keysAreSentWhereTheyAreNeeded() {
    Page page = join(true);
    Client.await(() -> page.count() > 3);
    assertEquals(0, page.last().get(1));
    int before = page.count();
    page.viewer.join().receive(new FromPage.Refresh(0));
    Client.await(() -> page.count() > before + 5);
    synchronized (page) {
      assertTrue(
          page.pictures.subList(before, page.count()).stream().anyMatch(one -> one.get(1) == 1));
    }
  }

  @Test
  void nobodyWatchesForAWhile() throws InterruptedException {
    Page page = join(true);
    Client.await(() -> page.count() > 3);
    page.leave();
    Client.await(() -> session.aloneSince() != null);
    int before = -1;
    while (guest().frames() != before) {
      before = guest().frames();
      Thread.sleep(300);
    }
    session.tick();
    Page again = join(true);
    int paused = before;
    Client.await(() -> guest().frames() > paused + 3 && again.count() > 3);
    assertEquals(1, program.guests().size());
  }

  @Test
  void nobodyWatchesAnyMore() throws InterruptedException {
    session = session(program, WhenAlone.END);
    Page page = join(true);
    Client.await(() -> page.count() > 3);
    page.leave();
    while (!ended.isDone()) {
      session.tick();
      Thread.sleep(10);
    }
    assertEquals("nobody watches any more", ended.join());
    Client.await(() -> guest().hasEnded());
    assertNull(
        session.join(new Page(true, Duration.ZERO), new FromPage.Hello(List.of(Codec.VP8), ROOM)));
  }

  @Test
  void guestsEndAndFail() {
    Page page = join(true);
    Client.await(() -> page.count() > 3);
    guest().stop();
    Client.await(() -> page.isTold("the colors are over"));
    CompletableFuture<String> failed = new CompletableFuture<>();
    session =
        new Session(
            display -> {
              throw new IllegalStateException("it cannot be");
            },
            StreamLimits.defaults(),
            WhenAlone.PAUSE,
            (one, why) -> failed.complete(why));
    Page other = join(true);
    assertEquals("it cannot be", failed.orTimeout(30, TimeUnit.SECONDS).join());
    Client.await(() -> other.isTold("it cannot be"));
  }

  @Test
  void guestsThatDoNotEndAreInterrupted() {
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    session =
        session(
            display -> {
              try {
                Thread.sleep(Duration.ofMinutes(1));
                interrupted.complete(false);
              } catch (InterruptedException e) {
                interrupted.complete(true);
              }
              return "";
            },
            WhenAlone.PAUSE);
    join(true);
    session.close();
    assertTrue(interrupted.orTimeout(30, TimeUnit.SECONDS).join());
  }
}
