package run.radicchio.streaming;

import java.time.Duration;
import run.radicchio.surface.display.Size;

/** How much strangers can have a server do. */
public record StreamLimits(Clients clients, Video video, Times times) {

  /**
   * Who may be there at a time, and say how much.
   *
   * @param sessions each of which is a guest
   * @param viewers of one session
   * @param connections of all kinds; others wait
   * @param messageBytes how long a message may be
   * @param messagesPerSecond in the mean; twice as many at once
   */
  public record Clients(
      int sessions, int viewers, int connections, int messageBytes, int messagesPerSecond) {}

  /**
   * What is sent.
   *
   * @param largest what a surface can be: no wider and no higher
   * @param framesPerSecond how often a guest is asked to draw, at most
   * @param leastBitsPerSecond what a viewer gets at least, who gets anything
   * @param mostBitsPerSecond what a viewer gets at most
   */
  public record Video(
      Size largest, int framesPerSecond, int leastBitsPerSecond, int mostBitsPerSecond) {
    /** As much of a size as there can be. */
    public Size within(Size wanted) {
      return new Size(
          Math.min(wanted.width(), largest.width()), Math.min(wanted.height(), largest.height()));
    }
  }

  /**
   * How long something may take.
   *
   * @param opening until a connection is a WebSocket whose page has said what it can show
   * @param silence until a viewer is given up of whom nothing is heard, or who takes nothing
   * @param grace for which a guest goes on when the last viewer is gone
   */
  public record Times(Duration opening, Duration silence, Duration grace) {}

  /** What suits one machine and a few people. */
  public static StreamLimits defaults() {
    return new StreamLimits(
        new Clients(8, 16, 256, 4096, 500),
        new Video(new Size(2560, 1600), 60, 200_000, 20_000_000),
        new Times(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(10)));
  }
}
