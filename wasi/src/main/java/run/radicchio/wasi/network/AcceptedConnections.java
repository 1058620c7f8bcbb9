package run.radicchio.wasi.network;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.p3.sockets.TcpSocket;
import run.radicchio.wasi.poll.Happening;
import run.radicchio.wasi.poll.Waiting;
import run.radicchio.wasi.streams.Source;

/**
 * The connections that others make to a socket of WASI 0.3. One that cannot be accepted is passed
 * over: the next may be.
 */
final class AcceptedConnections implements Source<TcpSocket> {
  /** So that a lack of the system's does not keep a thread busy. */
  private static final long MILLISECONDS_AFTER_FAILURE = 20;

  private final TcpEnd listening;
  private final Happening closing = new Happening();

  /** Holds a socket that listens, until it is closed. */
  AcceptedConnections(TcpEnd listening) {
    this.listening = listening;
    listening.hold();
  }

  @Override
  public @Nullable TcpSocket next() throws IOException {
    while (true) {
      Waiting.untilAny(List.of(closing, listening.progress()));
      if (closing.isReady()) {
        return null;
      }
      try {
        return new P3TcpSocket(listening.accept());
      } catch (NetworkFailure failure) {
        if (failure.code() == ErrorCode.INVALID_STATE) {
          return null;
        } else if (failure.code() != ErrorCode.WOULD_BLOCK) {
          pause();
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MILLISECONDS_AFTER_FAILURE);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called once, by the stream that has it. */
  @Override
  public void close() {
    closing.happen();
    listening.release();
  }
}
