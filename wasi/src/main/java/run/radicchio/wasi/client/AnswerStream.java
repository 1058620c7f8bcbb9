package run.radicchio.wasi.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpFailure;

/** The body of an answer, of which more must come in time. */
final class AnswerStream extends InputStream {
  private final InputStream stream;
  private final @Nullable Duration betweenBytes;
  private final Runnable end;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private volatile boolean isLate;

  /**
   * A body.
   *
   * @param betweenBytes how long more may take to come; null for any time
   * @param end what is done when it is over, or nobody wants more
   */
  AnswerStream(InputStream stream, @Nullable Duration betweenBytes, Runnable end) {
    this.stream = stream;
    this.betweenBytes = betweenBytes;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    CompletableFuture<Void> alarm = alarm();
    try {
      int count = stream.read(into, offset, length);
      if (count < 0) {
        over();
      }
      return count;
    } catch (IOException failure) {
      over();
      throw new HttpFailure(isLate ? new ErrorCode.ConnectionReadTimeout() : Reasons.of(failure));
    } finally {
      alarm.cancel(false);
    }
  }

  /** Ends the stream if nothing comes in time. */
  private CompletableFuture<Void> alarm() {
    CompletableFuture<Void> alarm = new CompletableFuture<>();
    if (betweenBytes != null) {
      var _ =
          alarm
              .orTimeout(betweenBytes.toNanos(), TimeUnit.NANOSECONDS)
              .exceptionally(_ -> late(alarm));
    }
    return alarm;
  }

  private @Nullable Void late(CompletableFuture<Void> alarm) {
    if (!alarm.isCancelled()) {
      isLate = true;
      close();
    }
    return null;
  }

  private void over() {
    if (isOver.compareAndSet(false, true)) {
      end.run();
    }
  }

  @Override
  public void close() {
    over();
    try {
      stream.close();
    } catch (IOException unneeded) {
      // Nobody wants more of it.
    }
  }
}
