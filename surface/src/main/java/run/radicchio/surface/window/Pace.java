package run.radicchio.surface.window;

import run.radicchio.surface.display.SurfaceEvents;

/**
 * When a surface is asked for a frame: at each tick of a clock, unless it has not answered the last
 * one, or two of its pictures are on their way to the screen. What was put off is made up for as
 * soon as it can be, once. Safe for use by several threads.
 */
final class Pace {
  /** One is read back while the next one is drawn. */
  private static final int MOST_ON_THEIR_WAY = 2;

  private final SurfaceEvents events;

  // Guarded by this.
  private boolean due;
  private boolean asked;
  private int onTheirWay;
  private boolean paused;

  Pace(SurfaceEvents events) {
    this.events = events;
  }

  /** It is time for a frame. */
  void tick() {
    synchronized (this) {
      due = true;
    }
    ask();
  }

  /** Nobody can see the surface, or somebody can again. */
  synchronized void pause(boolean hidden) {
    paused = hidden;
  }

  private void ask() {
    synchronized (this) {
      if (!due || asked || paused || onTheirWay >= MOST_ON_THEIR_WAY) {
        return;
      }
      due = false;
      asked = true;
    }
    events.frame().thenRun(this::answered);
  }

  private void answered() {
    synchronized (this) {
      asked = false;
    }
    ask();
  }

  /** A picture was presented: whether it is to be read, and then be {@link #arrived}. */
  synchronized boolean admits() {
    if (onTheirWay >= MOST_ON_THEIR_WAY) {
      return false;
    }
    onTheirWay++;
    return true;
  }

  /** A picture that was read is on the screen, or will never be. */
  void arrived() {
    synchronized (this) {
      onTheirWay--;
    }
    ask();
  }
}
