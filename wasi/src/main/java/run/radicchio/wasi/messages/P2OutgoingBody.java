package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.p2.http.OutgoingBody;
import run.radicchio.wasi.p2.http.RefusedException;
import run.radicchio.wasi.p2.io.Streams;
import run.radicchio.wasi.streams.P2OutputStream;

/** A body that a guest of WASI 0.2 makes. */
final class P2OutgoingBody implements OutgoingBody {
  private final OutgoingContent content;
  private boolean isGiven;
  private boolean isFinished;

  P2OutgoingBody(OutgoingContent content) {
    this.content = content;
  }

  /** The body of a message for which nobody asked for one. */
  static OutgoingContent none(OutgoingContent.Direction direction) {
    OutgoingContent none = OutgoingContent.none(direction);
    try {
      none.finish(null);
    } catch (HttpException impossible) {
      throw new AssertionError("no body has no length", impossible);
    }
    return none;
  }

  @Override
  public Streams.OutputStream write() throws RefusedException {
    if (isGiven) {
      throw new RefusedException("the stream was given already");
    }
    isGiven = true;
    return new P2OutputStream(content.output());
  }

  /** The body is whole. */
  void finish(@Nullable FieldList trailers) throws HttpException {
    if (content.isWritten()) {
      throw new IllegalStateException("a body is finished while its stream is there");
    }
    isFinished = true;
    content.finish(trailers == null ? null : trailers.all());
  }

  /** A body that is dropped is not whole. */
  @Override
  public void close() {
    if (!isFinished) {
      content.abort(new ErrorCode.Internal("the body was dropped before it was finished"));
    }
  }
}
