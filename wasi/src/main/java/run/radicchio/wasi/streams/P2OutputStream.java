package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.io.StreamException;
import run.radicchio.wasi.p2.io.Streams;
import run.radicchio.wasi.poll.EventPollable;
import run.radicchio.wasi.poll.Waiting;

/** Bytes that go, for guests of WASI 0.2. A stream is one guest's, which calls one at a time. */
public final class P2OutputStream implements Streams.OutputStream {
  /** What the calls take that write and flush at once, as the specification says. */
  private static final int MOST_AT_ONCE = 4096;

  private final Output output;
  private long permitted;
  private boolean closed;

  /** A stream to where bytes go; it closes that with itself. */
  public P2OutputStream(Output output) {
    this.output = output;
  }

  @Override
  public long checkWrite() throws StreamException {
    permitted = 0;
    permitted = attempt(output::room);
    return permitted;
  }

  @Override
  public void write(ByteBuffer contents) throws StreamException {
    takePermit(contents.remaining());
    attempt(
        () -> {
          output.write(contents);
          return 0;
        });
  }

  /** Whoever writes more than was permitted traps. */
  private void takePermit(long length) {
    if (Long.compareUnsigned(length, permitted) > 0) {
      throw new IllegalArgumentException(
          "%s bytes are written, and check-write has permitted %d"
              .formatted(Long.toUnsignedString(length), permitted));
    }
    permitted -= length;
  }

  @Override
  public void blockingWriteAndFlush(ByteBuffer contents) throws StreamException {
    checkAtOnce(contents.remaining());
    for (int done = contents.position(), length; done < contents.limit(); done += length) {
      Waiting.until(output.writable());
      length = (int) Math.min(checkWrite(), contents.limit() - done);
      write(contents.slice(done, length));
    }
    blockingFlush();
  }

  private static void checkAtOnce(long length) {
    if (Long.compareUnsigned(length, MOST_AT_ONCE) > 0) {
      throw new IllegalArgumentException(
          "%s bytes are to be written and flushed at once, and %d are taken at most"
              .formatted(Long.toUnsignedString(length), MOST_AT_ONCE));
    }
  }

  @Override
  public void flush() throws StreamException {
    attempt(
        () -> {
          output.flush();
          return 0;
        });
  }

  @Override
  public void blockingFlush() throws StreamException {
    flush();
    Waiting.until(output.writable());
    attempt(output::room); // fails where flushing did
  }

  @Override
  public Poll.Pollable subscribe() {
    return new EventPollable(output.writable());
  }

  @Override
  public void writeZeroes(long len) throws StreamException {
    if (Long.compareUnsigned(len, permitted) > 0) {
      takePermit(len);
    }
    write(ByteBuffer.allocate((int) len));
  }

  @Override
  public void blockingWriteZeroesAndFlush(long len) throws StreamException {
    checkAtOnce(len);
    blockingWriteAndFlush(ByteBuffer.allocate((int) len));
  }

  @Override
  public long splice(Streams.InputStream src, long len) throws StreamException {
    long room = checkWrite();
    ByteBuffer bytes = src.read(Long.compareUnsigned(len, room) < 0 ? len : room);
    int length = bytes.remaining();
    write(bytes);
    return length;
  }

  @Override
  public long blockingSplice(Streams.InputStream src, long len) throws StreamException {
    Waiting.until(output.writable());
    try (Poll.Pollable readable = src.subscribe()) {
      readable.block();
    }
    return splice(src, len);
  }

  @Override
  public void close() {
    closed = true;
    output.close();
  }

  private interface Attempt {
    long run() throws IOException;
  }

  private long attempt(Attempt operation) throws StreamException {
    if (closed) {
      throw StreamFailure.closed();
    }
    try {
      return operation.run();
    } catch (IOException failure) {
      closed = true;
      throw StreamFailure.of(failure);
    }
  }
}
