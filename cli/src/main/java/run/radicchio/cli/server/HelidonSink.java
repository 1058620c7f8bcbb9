package run.radicchio.cli.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.BodySink;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.HttpFailure;

/** The body of an answer, to Helidon. */
final class HelidonSink implements BodySink {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final ServerResponse response;
  private final boolean hasBody;
  private final boolean takesTrailers;
  private @Nullable OutputStream out;
  private volatile boolean isAborted;

  private HelidonSink(ServerResponse response, boolean hasBody, boolean takesTrailers) {
    this.response = response;
    this.hasBody = hasBody;
    this.takesTrailers = takesTrailers;
  }

  /**
   * For the answer to a request.
   *
   * @param length how many bytes it has; null where nobody knows
   */
  static HelidonSink of(ServerRequest request, ServerResponse response, @Nullable Long length) {
    int status = response.status().code();
    boolean hasBody =
        !request.prologue().method().equals(Method.HEAD)
            && status != NO_CONTENT
            && status != NOT_MODIFIED;
    if (length != null && (hasBody || length > 0)) {
      response.contentLength(length);
    }
    boolean takesTrailers = length == null && request.headers().contains(HeaderValues.TE_TRAILERS);
    return new HelidonSink(response, hasBody && (length == null || length > 0), takesTrailers);
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    if (hasBody) {
      attempt(
          () ->
              out()
                  .write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining()));
    }
  }

  private OutputStream out() {
    OutputStream opened = out;
    if (opened == null) {
      opened = response.outputStream();
      out = opened;
    }
    return opened;
  }

  @Override
  public void flush() throws IOException {
    if (hasBody) {
      attempt(() -> out().flush());
    }
  }

  /** Trailers are for those who say that they take them (RFC 9110, 6.5.1). */
  @Override
  public void end(@Nullable List<Field> trailers) throws IOException {
    if (!hasBody) {
      attempt(response::send);
      return;
    }
    attempt(
        () -> {
          OutputStream opened = out();
          if (takesTrailers && trailers != null) {
            for (Field trailer : trailers) {
              HeaderName name = HeaderNames.create(trailer.name());
              response.trailers().add(HeaderValues.create(name, trailer.value()));
            }
          }
          opened.close();
        });
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt operation) throws IOException {
    if (isAborted) {
      throw new HttpFailure(new ErrorCode.ConnectionTerminated());
    }
    try {
      operation.run();
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  /** Whoever answers the request sees that it was, and closes the connection. */
  @Override
  public void abort(ErrorCode why) {
    isAborted = true;
  }
}
