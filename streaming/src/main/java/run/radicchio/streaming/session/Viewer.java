package run.radicchio.streaming.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.StreamLimits;
import run.radicchio.streaming.protocol.FromPage;
import run.radicchio.streaming.protocol.ToPage;
import run.radicchio.streaming.video.Codec;
import run.radicchio.streaming.video.EncodingException;
import run.radicchio.streaming.video.Packet;
import run.radicchio.streaming.websocket.CloseCode;
import run.radicchio.streaming.websocket.Frame;
import run.radicchio.surface.display.Size;

/**
 * One who watches a session: what was sent, and a thread that encodes and sends. What changes in it
 * is guarded by the session; encoders belong to its thread.
 */
public final class Viewer {
  /** Texts that wait; a page for which there are more takes nothing. */
  private static final int MOST_TEXTS = 256;

  private final Session session;
  private final Wire wire;
  private final Codec codec;
  private final Size room;
  private final BitRate rate;
  private final Flight flight;
  private final Deque<Frame> texts = new ArrayDeque<>();
  private final Map<StreamScreen, Feed> feeds = new HashMap<>();
  private int sequence;
  private int lastSurface = -1;
  private boolean isOver;
  private boolean isGone;

  Viewer(Session session, Wire wire, FromPage.Hello hello) {
    StreamLimits.Video video = session.limits().video();
    this.session = session;
    this.wire = wire;
    this.codec = hello.codecs().getFirst();
    this.room = hello.size();
    this.rate =
        new BitRate(video.leastBitsPerSecond(), video.mostBitsPerSecond(), System.nanoTime());
    this.flight = new Flight(rate, session.frameNanos());
    say(ToPage.welcome(codec));
  }

  /** What there is to do next. */
  private sealed interface Work {
    record Say(Frame text) implements Work {}

    record Show(Feed feed, Shot shot, boolean asKey) implements Work {}
  }

  /** How large a surface fits its page. */
  Size room() {
    return room;
  }

  /** The rate that its pictures have. */
  int bitsPerSecond() {
    return rate.bitsPerSecond();
  }

  /** Sends what there is to send until the viewer is gone. */
  void run() {
    try {
      for (Work work = next(); work != null; work = next()) {
        switch (work) {
          case Work.Say(Frame text) -> wire.send(text);
          case Work.Show(Feed feed, Shot shot, boolean asKey) -> show(feed, shot, asKey);
        }
      }
      wire.close(CloseCode.NORMAL, "it is over");
    } catch (IOException gone) {
      wire.close(CloseCode.GOING_AWAY, "the connection is lost");
    } catch (EncodingException failure) {
      wire.close(CloseCode.INTERNAL_ERROR, failure.getMessage());
    } catch (InterruptedException end) {
      wire.close(CloseCode.GOING_AWAY, "the server stops");
    } finally {
      leave();
      feeds.values().forEach(Feed::close);
    }
  }

  /** The next work; null if there will be none. */
  private @Nullable Work next() throws InterruptedException {
    synchronized (session) {
      while (!isGone) {
        Frame text = texts.poll();
        if (text != null) {
          return new Work.Say(text);
        } else if (isOver) {
          return null;
        }
        feeds.entrySet().removeIf(entry -> isLeft(entry.getKey(), entry.getValue()));
        StreamScreen behind = flight.hasRoom() ? nextBehind() : null;
        if (behind != null) {
          return turnTo(behind);
        }
        session.wait();
      }
      return null;
    }
  }

  /**
   * The next surface, in a circle from that of the last picture on, of which there is a picture
   * that it has not been sent; null if there is none. By the time a picture is sent the first may
   * have another one, and would leave no turn to the others.
   */
  private @Nullable StreamScreen nextBehind() {
    List<StreamScreen> behind = session.screens().stream().filter(this::isBehind).toList();
    return behind.stream()
        .filter(screen -> screen.number() > lastSurface)
        .findFirst()
        .orElse(behind.isEmpty() ? null : behind.getFirst());
  }

  private boolean isLeft(StreamScreen screen, Feed feed) {
    if (session.screens().contains(screen)) {
      return false;
    }
    feed.close();
    return true;
  }

  /** Whether there is a picture that it has not been sent. */
  private boolean isBehind(StreamScreen screen) {
    Shot latest = screen.latest();
    Feed feed = feeds.get(screen);
    return latest != null && (feed == null || feed.needs(latest));
  }

  private Work turnTo(StreamScreen screen) {
    Feed feed = feeds.computeIfAbsent(screen, shown -> new Feed(shown.number(), codec));
    Shot shot = screen.latest();
    boolean asKey = feed.turnTo(shot);
    lastSurface = screen.number();
    // Now it has use for another one.
    session.notifyAll();
    return new Work.Show(feed, shot, asKey);
  }

  private void show(Feed feed, Shot shot, boolean asKey) throws IOException {
    long began = System.nanoTime();
    Packet packet = feed.encode(shot.planes(), asKey, bitsPerSecond() / sharing(feed, began));
    long encoded = System.nanoTime();
    int number = sent(packet.bytes().length, encoded);
    wire.send(
        Frame.binary(
            ToPage.picture(
                feed.surface(), shot.planes().size(), number, shot.inputOf(this), packet)));
    session.timings().add(Stage.ENCODE, encoded - began);
    session.timings().add(Stage.SEND, System.nanoTime() - encoded);
  }

  /** How many surfaces the rate is for: this one, and those that move as well. */
  private int sharing(Feed feed, long now) {
    return (int) feeds.values().stream().filter(one -> one == feed || one.isMoving(now)).count();
  }

  private int sent(int bytes, long now) {
    synchronized (session) {
      sequence++;
      flight.sent(sequence, bytes, now);
      return sequence;
    }
  }

  /** Whether a picture of this surface would be sent at once. */
  boolean hasUseFor(StreamScreen screen) {
    return !isGone && !isBehind(screen) && flight.hasRoom();
  }

  /** Sends a text, when what waits is sent. */
  void say(String text) {
    send(Frame.text(text));
  }

  /** Sends something that is short, when what waits is sent. */
  public void send(Frame frame) {
    synchronized (session) {
      if (texts.size() >= MOST_TEXTS) {
        wire.close(CloseCode.POLICY_VIOLATION, "what is sent is not taken");
        isGone = true;
      }
      texts.add(frame);
      session.notifyAll();
    }
  }

  /** What its page says, but for the first message. */
  public void receive(FromPage message) {
    switch (message) {
      case FromPage.Hello _ ->
          wire.close(CloseCode.POLICY_VIOLATION, "hello is the first message, and only that");
      case FromPage.Ack(int acknowledged, double decodeMillis) ->
          acknowledge(acknowledged, decodeMillis);
      case FromPage.Refresh(int surface) -> refresh(surface);
      case FromPage.Input input -> session.input(this, input);
    }
  }

  private void acknowledge(int acknowledged, double decodeMillis) {
    synchronized (session) {
      long decoding = (long) (Math.clamp(decodeMillis, 0, 1000) * 1e6);
      if (flight.acknowledged(acknowledged, decoding, System.nanoTime())) {
        session.timings().add(Stage.DECODE, decoding);
      }
      session.notifyAll();
    }
  }

  private void refresh(int surface) {
    synchronized (session) {
      feeds.values().stream().filter(feed -> feed.surface() == surface).forEach(Feed::refresh);
      session.notifyAll();
    }
  }

  /** Whether it was sent a picture so long ago that it should have shown it. */
  public boolean isStuck(long now) {
    synchronized (session) {
      Duration waiting = flight.waiting(now);
      return waiting != null && waiting.compareTo(session.limits().times().silence()) > 0;
    }
  }

  /** Its connection is no more. */
  public void leave() {
    synchronized (session) {
      isGone = true;
      session.notifyAll();
    }
    session.left(this);
  }

  /** The session ends: says why, and no more. */
  void end(String why) {
    synchronized (session) {
      isOver = true;
      say(ToPage.ended(why));
    }
  }
}
