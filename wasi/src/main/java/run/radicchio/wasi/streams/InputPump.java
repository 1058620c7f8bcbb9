package run.radicchio.wasi.streams;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.poll.Wakers;

/**
 * Input that is read by a thread of its own, since reading may wait for ever: from a terminal, say.
 *
 * <p>Nothing is read before a guest wants something, and no more than one buffer full. Several
 * streams may read: what one has read the others do not see.
 */
public final class InputPump implements Input, Event {
  private static final int CAPACITY = 1 << 16;

  private final InputStream source;
  private final Wakers wakers = new Wakers();
  private final byte[] buffer = new byte[CAPACITY];
  private int begin;
  private int end;
  private boolean started;
  private boolean wanted;
  private boolean ended;
  private @Nullable IOException failure;

  /** Input from a stream of Java's, which is never closed. */
  public InputPump(InputStream source) {
    this.source = source;
  }

  @Override
  public synchronized byte @Nullable [] read(int most) throws IOException {
    if (begin < end) {
      int length = Math.min(most, end - begin);
      byte[] bytes = Arrays.copyOfRange(buffer, begin, begin + length);
      begin += length;
      return bytes;
    } else if (failure != null) {
      throw failure;
    } else if (ended) {
      return null;
    }
    if (most > 0) {
      want();
    }
    return new byte[0];
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
    Registration registration = wakers.add(wake);
    wake.run();
    return registration;
  }

  /** Has the buffer filled. It is empty, and who calls has the lock. */
  private void want() {
    wanted = true;
    if (started) {
      notifyAll();
    } else {
      started = true;
      // No virtual thread: reading a file or a terminal may hold the one that carries it.
      Thread.ofPlatform().daemon().name("radicchio-input").start(this::pump);
    }
  }

  private void pump() {
    try {
      while (awaitWant()) {
        fill();
        wakers.wakeAll();
      }
    } catch (InterruptedException interruption) {
      end(new IOException("the thread that reads was interrupted", interruption));
    }
  }

  private synchronized boolean awaitWant() throws InterruptedException {
    while (!wanted && !ended) {
      wait();
    }
    return !ended;
  }

  /** Nobody else touches the buffer while it is wanted to be filled. */
  private void fill() {
    try {
      int length = source.read(buffer, 0, CAPACITY);
      if (length < 0) {
        end(null);
      } else {
        filled(length);
      }
    } catch (IOException e) {
      end(e);
    }
  }

  private synchronized void filled(int length) {
    begin = 0;
    end = length;
    wanted = false;
  }

  private void end(@Nullable IOException why) {
    synchronized (this) {
      ended = true;
      failure = why;
    }
    wakers.wakeAll();
  }

  /** What comes stays for other streams. */
  @Override
  public void close() {}
}
