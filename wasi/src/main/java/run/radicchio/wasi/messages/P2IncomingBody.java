package run.radicchio.wasi.messages;

import run.radicchio.wasi.p2.http.FutureTrailers;
import run.radicchio.wasi.p2.http.IncomingBody;
import run.radicchio.wasi.p2.http.RefusedException;
import run.radicchio.wasi.p2.io.Streams;
import run.radicchio.wasi.streams.P2InputStream;

/** A body that comes, for a guest of WASI 0.2. */
final class P2IncomingBody implements IncomingBody {
  private final IncomingContent content;
  private boolean isGiven;
  private boolean isFinished;

  P2IncomingBody(IncomingContent content) {
    this.content = content;
  }

  @Override
  public Streams.InputStream stream() throws RefusedException {
    if (isGiven) {
      throw new RefusedException("the stream was given already");
    }
    isGiven = true;
    return new P2InputStream(content.begin());
  }

  /** Nobody reads it any more, but may want to know how it ends. */
  FutureTrailers finish() {
    if (content.isRead()) {
      throw new IllegalStateException("a body is finished while its stream is there");
    }
    isFinished = true;
    return new P2FutureTrailers(content);
  }

  @Override
  public void close() {
    if (!isFinished && !content.isRead()) {
      content.abandon();
    }
  }
}
