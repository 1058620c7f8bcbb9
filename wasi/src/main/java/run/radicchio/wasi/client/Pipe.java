package run.radicchio.wasi.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.BodySink;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.HttpFailure;

/**
 * Bytes from one thread to another, which the JDK's client reads them on: who writes waits until
 * they are read, so nothing is kept.
 */
final class Pipe extends InputStream implements BodySink {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private ByteBuffer written = NOTHING;
  private boolean isWhole;
  private boolean isClosed;
  private @Nullable HttpFailure failure;

  @Override
  public synchronized void write(ByteBuffer bytes) throws IOException {
    written = bytes;
    notifyAll();
    try {
      while (written.hasRemaining() && !isClosed && failure == null) {
        wait();
      }
    } catch (InterruptedException interruption) {
      throw interrupted(interruption);
    }
    written = NOTHING;
    if (failure != null) {
      throw failure;
    } else if (isClosed) {
      throw new HttpFailure(new ErrorCode.ConnectionTerminated());
    }
  }

  /** What was written is read already. */
  @Override
  public void flush() {}

  /** The JDK's client has no way to send trailers. */
  @Override
  public synchronized void end(@Nullable List<Field> trailers) throws IOException {
    if (trailers != null && !trailers.isEmpty()) {
      HttpFailure unsent =
          new HttpFailure(new ErrorCode.Internal("trailers of requests cannot be sent"));
      abort(unsent.error());
      throw unsent;
    }
    isWhole = true;
    notifyAll();
  }

  @Override
  public synchronized void abort(ErrorCode why) {
    failure = new HttpFailure(why);
    notifyAll();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    try {
      while (!written.hasRemaining() && !isWhole && failure == null && !isClosed) {
        wait();
      }
    } catch (InterruptedException interruption) {
      throw interrupted(interruption);
    }
    if (failure != null) {
      throw failure;
    } else if (!written.hasRemaining()) {
      return -1;
    }
    int count = Math.min(length, written.remaining());
    written.get(into, offset, count);
    notifyAll();
    return count;
  }

  private static IOException interrupted(InterruptedException interruption) {
    return new IOException("the thread that moves a body was interrupted", interruption);
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    notifyAll();
  }
}
