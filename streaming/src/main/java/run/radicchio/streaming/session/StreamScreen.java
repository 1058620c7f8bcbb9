package run.radicchio.streaming.session;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.session.Shot.LastInput;
import run.radicchio.streaming.video.Planes;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Frame;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.webgpu.canvas.Picture;

/**
 * One surface of a session. What changes in it is guarded by the session, whose waiters are woken
 * by each change.
 */
final class StreamScreen implements Screen {
  /** How many pictures are read and converted at a time, while the guest draws the next. */
  private static final int MOST_READING = 2;

  private final Session session;
  private final int number;
  private final SurfaceEvents events;
  private final long frameNanos;
  private Size size;
  private boolean fits;
  private @Nullable Shot latest;
  private int versions;
  private int reading;
  private boolean isAsked;
  private long askedAt;
  private @Nullable LastInput lastInput;
  private @Nullable LastInput answered;
  private boolean isClosed;

  StreamScreen(Session session, int number, CreateDesc wanted, Size room, SurfaceEvents events) {
    this.session = session;
    this.number = number;
    this.events = events;
    this.frameNanos = session.frameNanos();
    this.fits = wanted.width() == null && wanted.height() == null;
    this.size = session.limits().video().within(room.with(wanted));
  }

  /** By which pages know it. */
  int number() {
    return number;
  }

  /** The latest picture; null before the first. */
  @Nullable Shot latest() {
    return latest;
  }

  /** Whether its size follows the room in the page. */
  boolean fits() {
    return fits;
  }

  @Override
  public Size size() {
    synchronized (session) {
      return size;
    }
  }

  /** Asks for frames for as long as there is the surface, on a thread of its own. */
  void pace() {
    long due = System.nanoTime();
    try {
      while (awaitWanted()) {
        long early = due - System.nanoTime();
        if (early > 0) {
          Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
        }
        due = Math.max(due, System.nanoTime() - frameNanos) + frameNanos;
        ask();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask() {
    synchronized (session) {
      askedAt = System.nanoTime();
      answered = lastInput;
    }
    events.frame().whenComplete((done, failure) -> answered());
  }

  /** Waits until a frame is wanted; false if none will be any more. */
  private boolean awaitWanted() throws InterruptedException {
    synchronized (session) {
      while (!isClosed && (isAsked || reading >= MOST_READING || !session.hasUseFor(this))) {
        session.wait();
      }
      isAsked = true;
      return !isClosed;
    }
  }

  private void answered() {
    synchronized (session) {
      isAsked = false;
      session.notifyAll();
    }
  }

  @Override
  public void present(Frame frame) {
    LastInput input = begin();
    long began = System.nanoTime();
    CompletionStage<Picture> read;
    try {
      read = frame.read();
    } catch (RuntimeException | Error failure) {
      end(null);
      throw failure;
    }
    read.whenComplete(
        (picture, failure) -> {
          session.timings().add(Stage.READ, System.nanoTime() - began);
          if (picture == null) {
            end(null);
          } else {
            session.convert(picture, planes -> end(planes == null ? null : shot(planes, input)));
          }
        });
  }

  private Shot shot(Planes planes, @Nullable LastInput input) {
    synchronized (session) {
      versions++;
      return new Shot(planes, versions, input);
    }
  }

  /** A guest that draws more than it is asked to waits here for what was read before. */
  private @Nullable LastInput begin() {
    synchronized (session) {
      try {
        while (!isClosed && reading >= MOST_READING) {
          session.wait();
        }
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        throw new DisplayClosedException();
      }
      if (isClosed) {
        throw new DisplayClosedException();
      }
      reading++;
      if (isAsked) {
        session.timings().add(Stage.RENDER, System.nanoTime() - askedAt);
      }
      return isAsked ? answered : lastInput;
    }
  }

  private void end(@Nullable Shot shot) {
    synchronized (session) {
      reading--;
      if (shot != null) {
        latest = shot;
      }
      session.notifyAll();
    }
  }

  /** Somebody does something with it. */
  void input(InputEvent event, LastInput by) {
    InputEvent given = event;
    synchronized (session) {
      if (event instanceof InputEvent.Resize(ResizeEvent resized)) {
        fits = true;
        Size now = session.limits().video().within(new Size(resized.width(), resized.height()));
        size = now;
        given = new InputEvent.Resize(new ResizeEvent(now.height(), now.width()));
        session.announce(this);
      }
    }
    events.input(given);
    // Not before: a frame that is asked for meanwhile would say that it answers this.
    synchronized (session) {
      lastInput = by;
    }
  }

  @Override
  public void requestSetSize(@Nullable Integer height, @Nullable Integer width) {
    Size now;
    synchronized (session) {
      fits = false;
      size = session.limits().video().within(size.with(height, width));
      now = size;
      session.announce(this);
    }
    events.input(new InputEvent.Resize(new ResizeEvent(now.height(), now.width())));
  }

  /** Shows it no longer; its streams end. */
  void stop() {
    synchronized (session) {
      isClosed = true;
      session.notifyAll();
    }
    events.end();
  }

  @Override
  public void close() {
    synchronized (session) {
      isClosed = true;
      session.notifyAll();
    }
    session.closed(this);
  }
}
