package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes to one sink what several streams give it, in their order, on a virtual thread that lives
 * while there is something to write. So a pipe that nobody reads holds up no thread that a guest
 * runs on. Who gives it bytes bounds how much of its own waits, and this how much of all.
 */
public final class ByteWriter {
  /** What waits at most, in bytes: of a thousand streams, each of which has all that it may. */
  private static final int MOST = 1 << 26;

  private final Sink sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Queue<Task> tasks = new ArrayDeque<>();
  private int waiting;
  private boolean writing;

  /** Is told when bytes are where they should be. */
  public interface Listener {
    /**
     * They are, or cannot be.
     *
     * @param failure null where they are
     */
    void written(@Nullable IOException failure);
  }

  private record Task(ByteBuffer bytes, int length, Listener listener) {}

  /** A writer that nothing else writes beside. */
  public ByteWriter(Sink sink) {
    this.sink = sink;
  }

  /**
   * Writes bytes later, and flushes them.
   *
   * @param bytes in an array, which stays as it is until they are written
   * @param listener called on the writer's thread, or at once where too much waits already: that is
   *     a failure
   */
  public void write(ByteBuffer bytes, Listener listener) {
    if (!isQueued(bytes, listener)) {
      listener.written(new IOException("too much waits to be written there"));
    }
  }

  private boolean isQueued(ByteBuffer bytes, Listener listener) {
    lock.lock();
    try {
      if (bytes.remaining() > MOST - waiting) {
        return false;
      }
      waiting += bytes.remaining();
      tasks.add(new Task(bytes, bytes.remaining(), listener));
      if (!writing) {
        writing = true;
        Thread.ofVirtual().name("radicchio-writer").start(this::writeAll);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until all that was given is written.
   *
   * @throws InterruptedException if the thread is interrupted before
   */
  public void awaitIdle() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (writing) {
        idle.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void writeAll() {
    for (List<Task> some = take(); !some.isEmpty(); some = take()) {
      write(some);
    }
  }

  /** What there is to write; nothing where this thread is not needed any more. */
  private List<Task> take() {
    lock.lock();
    try {
      List<Task> some = new ArrayList<>(tasks);
      tasks.clear();
      if (some.isEmpty()) {
        writing = false;
        idle.signalAll();
      }
      return some;
    } finally {
      lock.unlock();
    }
  }

  private void write(List<Task> some) {
    IOException failure = null;
    try {
      for (Task task : some) {
        sink.write(task.bytes());
      }
      sink.flush();
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException(e);
    }
    for (Task task : some) {
      isWritten(task);
      task.listener().written(failure);
    }
  }

  private void isWritten(Task task) {
    lock.lock();
    try {
      waiting -= task.length();
    } finally {
      lock.unlock();
    }
  }
}
