package run.radicchio.cli.server;

import io.helidon.http.RequestException;
import io.helidon.http.media.ReadableEntity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpFailure;

/**
 * The body of a request, which is no longer than it may be. A guest's reader may wait in it still
 * when the request is answered.
 */
final class BoundedBody extends InputStream {
  private final ReadableEntity entity;
  private final long most;
  private final ReentrantLock reading = new ReentrantLock();
  private @Nullable InputStream stream;
  private long count;
  private volatile boolean isTooLong;
  private volatile boolean isMalformed;
  private volatile boolean isClosed;
  private volatile boolean isRead;

  BoundedBody(ReadableEntity entity, long most) {
    this.entity = entity;
    this.most = most;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return isClosed ? -1 : next(into, offset, length);
  }

  /** The next bytes, for whoever reads. */
  private int next(byte[] into, int offset, int length) throws HttpFailure {
    reading.lock();
    try {
      int read = readEntity(into, offset, length);
      isRead |= read < 0;
      count += Math.max(0, read);
      if (count > most) {
        isTooLong = true;
        throw new HttpFailure(new ErrorCode.HttpRequestBodySize(count));
      }
      return read;
    } finally {
      reading.unlock();
    }
  }

  private int readEntity(byte[] into, int offset, int length) throws HttpFailure {
    try {
      if (stream == null) {
        stream = entity.inputStream();
      }
      return stream.read(into, offset, length);
    } catch (RequestException malformed) {
      isMalformed = true;
      throw new HttpFailure(new ErrorCode.HttpProtocolError());
    } catch (IOException | UncheckedIOException | IllegalArgumentException gone) {
      throw new HttpFailure(new ErrorCode.ConnectionTerminated());
    }
  }

  /**
   * Reads what nobody wants of it, so that the next request of the connection can be found.
   *
   * @param time how long that may take: a client may send slowly, or nothing more
   * @return whether the end was found
   */
  boolean readRest(Duration time) throws InterruptedException {
    if (isRead || isMalformed) {
      return isRead;
    }
    Thread reader = Thread.ofVirtual().name("radicchio-rest").start(this::skip);
    return reader.join(time) && isRead;
  }

  private void skip() {
    byte[] some = new byte[1 << 13];
    try {
      while (!isRead) {
        int _ = next(some, 0, some.length);
      }
    } catch (IOException _) {
      // It has no end that could be found.
    }
  }

  /** Who reads on gets no more. */
  @Override
  public void close() {
    isClosed = true;
  }
}
