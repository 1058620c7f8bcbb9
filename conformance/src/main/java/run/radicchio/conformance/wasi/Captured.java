package run.radicchio.conformance.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** What a program has written to a standard stream, for another thread to read. */
final class Captured extends OutputStream {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int read;
  private boolean isAtEnd;

  @Override
  public synchronized void write(int value) {
    written.write(value);
    notifyAll();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int count) {
    written.write(bytes, offset, count);
    notifyAll();
  }

  /** Nothing more will be written. */
  @Override
  public synchronized void close() {
    isAtEnd = true;
    notifyAll();
  }

  /**
   * The next bytes as text, or as many as there are where the stream ends or the time is over
   * before.
   */
  synchronized String read(int count, Duration limit) throws InterruptedException {
    await(size -> size - read >= count, limit);
    return take(Math.min(count, written.size() - read));
  }

  /** The next line, without its end; what there is where there is none in that time. */
  synchronized String readLine(Duration limit) throws InterruptedException {
    await(_ -> unread().indexOf('\n') >= 0, limit);
    int end = unread().indexOf('\n');
    return end < 0
        ? take(written.size() - read)
        : take(unread().substring(0, end + 1).getBytes(UTF_8).length).stripTrailing();
  }

  /** All that was written, whether read or not. */
  synchronized String all() {
    return written.toString(UTF_8);
  }

  private String unread() {
    return new String(written.toByteArray(), read, written.size() - read, UTF_8);
  }

  private String take(int count) {
    byte[] taken = Arrays.copyOfRange(written.toByteArray(), read, read + count);
    read += count;
    return new String(taken, UTF_8);
  }

  private void await(IntPredicate isEnough, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!isAtEnd && !isEnough.test(written.size())) {
      long left = Math.ceilDiv(end - System.nanoTime(), 1_000_000);
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }
}
