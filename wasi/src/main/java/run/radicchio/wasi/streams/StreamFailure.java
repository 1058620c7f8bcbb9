package run.radicchio.wasi.streams;

import java.io.IOException;
import run.radicchio.wasi.p2.io.Errors;
import run.radicchio.wasi.p2.io.StreamException;
import run.radicchio.wasi.p2.io.Streams;

/** Why a stream failed. */
public record StreamFailure(IOException cause) implements Errors.IoError {
  @Override
  public String toDebugString() {
    return String.valueOf(cause.getMessage());
  }

  @Override
  public void close() {}

  static StreamException closed() {
    return new StreamException(new Streams.StreamError.Closed());
  }

  /** What an operation throws that failed. Where nobody reads any more, the stream is closed. */
  static StreamException of(IOException failure) {
    return isBrokenPipe(failure)
        ? closed()
        : new StreamException(
            new Streams.StreamError.LastOperationFailed(new StreamFailure(failure)));
  }

  /** Whether a failure says that nobody reads what is written; Java has only the system's words. */
  public static boolean isBrokenPipe(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.contains("Broken pipe");
  }
}
