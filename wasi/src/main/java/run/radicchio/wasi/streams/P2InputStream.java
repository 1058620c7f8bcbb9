package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.io.StreamException;
import run.radicchio.wasi.p2.io.Streams;
import run.radicchio.wasi.poll.EventPollable;
import run.radicchio.wasi.poll.Waiting;

/** Bytes that come, for guests of WASI 0.2. A stream is one guest's, which calls one at a time. */
public final class P2InputStream implements Streams.InputStream {
  /** What is read at once at most, whatever the guest asks for. */
  private static final int MOST = 1 << 20;

  private final Input input;
  private boolean closed;

  /** A stream of what comes; it closes that with itself. */
  public P2InputStream(Input input) {
    this.input = input;
  }

  @Override
  public ByteBuffer read(long len) throws StreamException {
    if (closed) {
      throw StreamFailure.closed();
    }
    try {
      ByteBuffer bytes = input.read((int) (Long.compareUnsigned(len, MOST) < 0 ? len : MOST));
      if (bytes != null) {
        return bytes;
      }
    } catch (IOException failure) {
      closed = true;
      throw StreamFailure.of(failure);
    }
    closed = true;
    throw StreamFailure.closed();
  }

  @Override
  public ByteBuffer blockingRead(long len) throws StreamException {
    if (!closed && len != 0) {
      Waiting.until(input.readable());
    }
    return read(len);
  }

  @Override
  public long skip(long len) throws StreamException {
    return read(len).remaining();
  }

  @Override
  public long blockingSkip(long len) throws StreamException {
    return blockingRead(len).remaining();
  }

  @Override
  public Poll.Pollable subscribe() {
    return new EventPollable(input.readable());
  }

  @Override
  public void close() {
    closed = true;
    input.close();
  }
}
