package run.radicchio.wasi.messages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.BodySink;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.HttpFailure;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.streams.ByteWriter;
import run.radicchio.wasi.streams.Output;
import run.radicchio.wasi.streams.QueuedOutput;
import run.radicchio.wasi.streams.Sink;

/**
 * A body that a guest makes, and what comes after it. A guest may write before it is known where
 * that goes: then it waits, as it does where that takes nothing.
 */
public final class OutgoingContent {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Direction direction;
  private final @Nullable Long declared;
  private final boolean isEmpty;
  private final CompletableFuture<BodySink> destination = new CompletableFuture<>();
  private final CompletableFuture<Result<Void, ErrorCode>> sent = new CompletableFuture<>();
  private final ByteWriter writer = new ByteWriter(new Destination());
  private long taken;
  private boolean isCountedEarly;
  private boolean isWritten;
  private volatile boolean isFinishing;

  /** Of what a body is one. */
  enum Direction {
    REQUEST,
    RESPONSE;

    private ErrorCode wrongSize(long size) {
      return switch (this) {
        case REQUEST -> new ErrorCode.HttpRequestBodySize(size);
        case RESPONSE -> new ErrorCode.HttpResponseBodySize(size);
      };
    }
  }

  private OutgoingContent(Direction direction, @Nullable Long declared, boolean isEmpty) {
    this.direction = direction;
    this.declared = declared;
    this.isEmpty = isEmpty;
  }

  /** A body of some bytes: so many as headers say, if they do. */
  static OutgoingContent of(Direction direction, FieldList headers) {
    return new OutgoingContent(direction, headers.contentLength().orElse(null), false);
  }

  /** A body of no bytes; it is whole when it is {@linkplain #finish finished}. */
  static OutgoingContent none(Direction direction) {
    return new OutgoingContent(direction, null, true);
  }

  /** Whether it never has any bytes. */
  public boolean isEmpty() {
    return isEmpty;
  }

  /** How many bytes it will have, where that is known. */
  public Optional<Long> length() {
    return isEmpty ? Optional.of(0L) : Optional.ofNullable(declared);
  }

  /** Says where it goes; what was written goes there from now on. */
  public void open(BodySink sink) {
    if (!destination.complete(sink)) {
      sink.abort(new ErrorCode.ConnectionTerminated());
    }
  }

  /** It goes nowhere any more. */
  public void abort(ErrorCode why) {
    if (!destination.completeExceptionally(new HttpFailure(why)) && !sent.isDone()) {
      var _ = destination.thenAccept(sink -> sink.abort(why));
    }
    sent.complete(Result.err(why));
  }

  /** How it went, once it has gone, or cannot any more. Guests complete it too. */
  public CompletableFuture<Result<Void, ErrorCode>> sent() {
    return sent;
  }

  /** Whether a guest writes it, and has not closed where it does. */
  boolean isWritten() {
    return isWritten;
  }

  /** Where a guest of WASI 0.2 writes it. */
  Output output() {
    isCountedEarly = true;
    isWritten = true;
    return new Counted(new QueuedOutput(writer));
  }

  /** Where the chunks of a guest of WASI 0.3 are written. */
  ByteWriter writer() {
    return writer;
  }

  /** Counts bytes that are to be written, which may not be more than the headers say. */
  private void take(int length) throws HttpFailure {
    taken += length;
    if (declared != null && taken > declared) {
      throw new HttpFailure(direction.wrongSize(taken));
    }
  }

  /**
   * The body is whole.
   *
   * @throws HttpException if it is not, by its headers; then it goes nowhere
   */
  void finish(@Nullable List<Field> trailers) throws HttpException {
    if (!isEmpty && declared != null && declared != taken) {
      ErrorCode why = direction.wrongSize(taken);
      abort(why);
      throw new HttpException(why);
    }
    isFinishing = true;
    writer.write(NOTHING, failure -> end(failure, trailers));
  }

  private void end(@Nullable IOException failure, @Nullable List<Field> trailers) {
    try {
      if (failure != null) {
        throw failure;
      }
      opened().end(trailers);
      sent.complete(Result.ok(null));
    } catch (IOException problem) {
      abort(HttpFailure.reason(problem));
    }
  }

  private BodySink opened() throws IOException {
    try {
      return destination.join();
    } catch (CompletionException aborted) {
      throw new HttpFailure(HttpFailure.reason(aborted.getCause()));
    }
  }

  /** Where bytes go, as soon as that is known. */
  private final class Destination implements Sink {
    @Override
    public void write(ByteBuffer bytes) throws IOException {
      BodySink sink = opened();
      if (!isCountedEarly) {
        take(bytes.remaining());
      }
      if (bytes.hasRemaining()) {
        sink.write(bytes);
      }
    }

    /** The end brings everything on its way. */
    @Override
    public void flush() throws IOException {
      if (!isFinishing) {
        opened().flush();
      }
    }
  }

  /** Output that is no more than the headers say. */
  private final class Counted implements Output {
    private final Output output;

    Counted(Output output) {
      this.output = output;
    }

    @Override
    public int room() throws IOException {
      return output.room();
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      take(bytes.remaining());
      output.write(bytes);
    }

    @Override
    public void flush() throws IOException {
      output.flush();
    }

    @Override
    public Event writable() {
      return output.writable();
    }

    @Override
    public void close() {
      isWritten = false;
    }
  }
}
