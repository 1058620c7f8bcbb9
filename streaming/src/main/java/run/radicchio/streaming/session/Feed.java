package run.radicchio.streaming.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.video.Codec;
import run.radicchio.streaming.video.Encoder;
import run.radicchio.streaming.video.Packet;
import run.radicchio.streaming.video.Planes;
import run.radicchio.surface.display.Size;

/** The pictures of one surface for one viewer. */
final class Feed implements AutoCloseable {
  private static final Duration FIRST = Duration.ofMillis(100);

  /** What has not changed for so long stands still, and needs no part of the rate. */
  private static final long STILL_NANOS = Duration.ofSeconds(1).toNanos();

  private final int surface;
  private final Codec codec;
  // Guarded by the session.
  private int version;
  private boolean needsKey;
  // The viewer's thread's own.
  private @Nullable Encoder encoder;
  private @Nullable Size size;
  private long lastNanos;

  Feed(int surface, Codec codec) {
    this.surface = surface;
    this.codec = codec;
  }

  /** Of which surface. */
  int surface() {
    return surface;
  }

  /** The next picture must be a key. */
  void refresh() {
    needsKey = true;
  }

  /** Whether this picture is to be sent. */
  boolean needs(Shot latest) {
    return needsKey || latest.version() != version;
  }

  /** Goes on to this picture; whether it must be a key. */
  boolean turnTo(Shot shot) {
    boolean asKey = needsKey;
    version = shot.version();
    needsKey = false;
    return asKey;
  }

  /** Whether it had a picture a moment ago. */
  boolean isMoving(long now) {
    return encoder != null && now - lastNanos < STILL_NANOS;
  }

  /** Encodes the next picture, by another encoder where it has another size. */
  Packet encode(Planes planes, boolean asKey, int bitsPerSecond) {
    long now = System.nanoTime();
    Encoder open = encoder;
    Duration since = Duration.ofNanos(now - lastNanos);
    if (open == null || !planes.size().equals(size)) {
      close();
      open = codec.encoder(planes.size());
      encoder = open;
      size = planes.size();
      since = FIRST;
    }
    lastNanos = now;
    return open.encode(planes, asKey, since, bitsPerSecond);
  }

  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
      encoder = null;
    }
  }
}
