package run.radicchio.wasi.messages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.Body;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpFailure;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.poll.Waiting;
import run.radicchio.wasi.streams.Input;
import run.radicchio.wasi.streams.InputPump;

/** A body that comes, and what comes after it. It is read as a guest wants it, and not before. */
final class IncomingContent implements Input {
  private static final int MOST_FORGOTTEN = 1 << 16;

  private final Body body;
  private final InputPump pump;
  private final CompletableFuture<Result<@Nullable FieldList, ErrorCode>> end =
      new CompletableFuture<>();
  private volatile boolean isRead;

  IncomingContent(Body body) {
    this.body = body;
    this.pump = InputPump.onVirtualThreads(body.stream());
  }

  /** How it ended: the trailers, null where there are none, or why it is not whole. */
  CompletableFuture<Result<@Nullable FieldList, ErrorCode>> end() {
    return end;
  }

  /** Whether somebody reads it, and has not closed it. */
  boolean isRead() {
    return isRead;
  }

  /** Somebody begins to read it. */
  IncomingContent begin() {
    isRead = true;
    return this;
  }

  @Override
  public @Nullable ByteBuffer read(int most) throws IOException {
    try {
      ByteBuffer bytes = pump.read(most);
      if (bytes == null) {
        ended();
      }
      return bytes;
    } catch (IOException failure) {
      end.complete(Result.err(HttpFailure.reason(failure)));
      throw failure;
    }
  }

  private void ended() {
    if (!end.isDone()) {
      var trailers = body.trailers().get();
      end.complete(Result.ok(trailers == null ? null : FieldList.received(trailers)));
    }
  }

  @Override
  public Event readable() {
    return pump.readable();
  }

  /**
   * Nobody reads it any more. What is left of it is still there to be {@linkplain #forget
   * forgotten}.
   */
  @Override
  public void close() {
    isRead = false;
  }

  /** Reads what is left of it for nothing, so that its {@link #end} comes. */
  void forget() {
    if (!end.isDone()) {
      Thread.ofVirtual().name("radicchio-reader").start(this::readToEnd);
    }
  }

  private void readToEnd() {
    try {
      while (!end.isDone()) {
        Waiting.until(readable());
        read(MOST_FORGOTTEN);
      }
    } catch (IOException failure) {
      end.complete(Result.err(HttpFailure.reason(failure)));
    }
  }

  /** Nobody wants any of it, nor to know how it ends. */
  void abandon() {
    isRead = false;
    try {
      body.stream().close();
      end.complete(Result.err(new ErrorCode.HttpResponseIncomplete()));
    } catch (IOException failure) {
      end.complete(Result.err(HttpFailure.reason(failure)));
    }
  }
}
