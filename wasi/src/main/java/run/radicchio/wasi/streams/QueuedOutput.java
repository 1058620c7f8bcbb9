package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.poll.Wakers;

/** Output that waits in a queue, of a bounded length, until a {@link ByteWriter} has written it. */
public final class QueuedOutput implements Output, Event {
  private static final int CAPACITY = 1 << 16;

  private final ByteWriter writer;
  private final Wakers wakers = new Wakers();
  private int waiting;
  private boolean flushing;
  private @Nullable IOException failure;

  /** Output beside that of others to the same place. */
  public QueuedOutput(ByteWriter writer) {
    this.writer = writer;
  }

  @Override
  public synchronized int room() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return flushing ? 0 : CAPACITY - waiting;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    ByteBuffer copy = ByteBuffer.allocate(length).put(bytes).flip();
    synchronized (this) {
      if (failure != null) {
        throw failure;
      }
      waiting += length;
    }
    writer.write(copy, problem -> written(length, problem));
    room(); // fails where it was not taken
  }

  private void written(int length, @Nullable IOException problem) {
    synchronized (this) {
      waiting -= length;
      flushing &= waiting > 0;
      failure = failure == null ? problem : failure;
    }
    wakers.wakeAll();
  }

  /** What waits is on its way already: there is only to wait for it. */
  @Override
  public synchronized void flush() throws IOException {
    flushing = room() < CAPACITY;
  }

  @Override
  public Event writable() {
    return this;
  }

  @Override
  public synchronized boolean isReady() {
    return failure != null || (!flushing && waiting < CAPACITY);
  }

  @Override
  public Registration onReady(Runnable wake) {
    return wakers.addAwake(wake);
  }

  @Override
  public void close() {}
}
