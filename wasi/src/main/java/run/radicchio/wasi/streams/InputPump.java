package run.radicchio.wasi.streams;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.poll.Wakers;

/**
 * Input that is read by another thread than the one that runs a guest, since reading may wait for
 * ever: from a terminal, say.
 *
 * <p>Nothing is read before a guest wants something, and no more than one buffer full. Several
 * streams may read: what one has read the others do not see.
 */
public final class InputPump implements Input, Event {
  private static final int CAPACITY = 1 << 16;

  private final InputStream source;
  private final Executor reader;
  private final Wakers wakers = new Wakers();
  private byte[] buffer = new byte[0];
  private int begin;
  private int end;
  private boolean wanted;
  private boolean ended;
  private @Nullable IOException failure;

  private InputPump(InputStream source, Executor reader) {
    this.source = source;
    this.reader = reader;
  }

  /**
   * Input that is read by a thread of its own, once it is wanted: reading a file or a terminal may
   * hold whatever carries a virtual one.
   *
   * @param source never closed
   */
  public InputPump(InputStream source) {
    this(
        source,
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("radicchio-input").factory()));
  }

  /**
   * Input that is read by a virtual thread each time that it is wanted.
   *
   * @param source never closed; reading it parks
   */
  public static InputPump onVirtualThreads(InputStream source) {
    return new InputPump(source, Thread.ofVirtual().name("radicchio-input")::start);
  }

  @Override
  public synchronized @Nullable ByteBuffer read(int most) throws IOException {
    if (begin < end) {
      int length = Math.min(most, end - begin);
      byte[] bytes = Arrays.copyOfRange(buffer, begin, begin + length);
      begin += length;
      return ByteBuffer.wrap(bytes);
    } else if (failure != null) {
      throw failure;
    } else if (ended) {
      return null;
    }
    if (most > 0) {
      want();
    }
    return ByteBuffer.allocate(0);
  }

  @Override
  public Event readable() {
    return this;
  }

  @Override
  public synchronized boolean isReady() {
    if (begin < end || ended) {
      return true;
    }
    want();
    return false;
  }

  @Override
  public Registration onReady(Runnable wake) {
    return wakers.addAwake(wake);
  }

  /** Has the buffer filled. It is empty, and who calls has the lock. */
  private void want() {
    if (!wanted) {
      wanted = true;
      reader.execute(this::fill);
    }
  }

  /** Nobody else touches the buffer while it is wanted to be filled. */
  private void fill() {
    try {
      if (buffer.length == 0) {
        buffer = new byte[CAPACITY];
      }
      filled(source.read(buffer, 0, CAPACITY), null);
    } catch (IOException e) {
      filled(-1, e);
    } catch (RuntimeException e) {
      filled(-1, new IOException(e));
    }
    wakers.wakeAll();
  }

  private synchronized void filled(int length, @Nullable IOException why) {
    begin = 0;
    end = Math.max(0, length);
    ended = length < 0;
    failure = why;
    wanted = false;
  }

  /** What comes stays for other streams. */
  @Override
  public void close() {}
}
