package run.radicchio.cli.server;

import io.helidon.http.RequestException;
import io.helidon.http.media.ReadableEntity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpFailure;

/** The body of a request, which is no longer than it may be. */
final class BoundedBody extends InputStream {
  private final ReadableEntity entity;
  private final long most;
  private @Nullable InputStream stream;
  private long count;
  private volatile boolean isTooLong;
  private volatile boolean isMalformed;
  private volatile boolean isClosed;

  BoundedBody(ReadableEntity entity, long most) {
    this.entity = entity;
    this.most = most;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether nobody knows where it ends. */
  boolean isMalformed() {
    return isMalformed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (isClosed) {
      return -1;
    }
    int read = readEntity(into, offset, length);
    count += Math.max(0, read);
    if (count > most) {
      isTooLong = true;
      throw new HttpFailure(new ErrorCode.HttpRequestBodySize(count));
    }
    return read;
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

  /** Who reads on gets no more. */
  @Override
  public void close() {
    isClosed = true;
  }
}
