package run.radicchio.wasi.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * Waits for the channels of all guests, with one thread of the system. A channel is waited for only
 * while somebody wants it to be ready; who does is told once, and asks again.
 */
final class Poller {
  private final Selector selector;
  private final Thread thread;
  private long rounds;

  private Poller() {
    try {
      selector = Selector.open();
    } catch (IOException impossible) {
      throw new UncheckedIOException("the system cannot wait for channels", impossible);
    }
    thread = Thread.ofPlatform().daemon().name("radicchio-network").unstarted(this::run);
  }

  private static final class Shared {
    static final Poller POLLER = started();

    private static Poller started() {
      Poller poller = new Poller();
      poller.thread.start();
      return poller;
    }
  }

  /** That of the process, which starts when it is needed first. */
  static Poller shared() {
    return Shared.POLLER;
  }

  /**
   * Tells somebody once that a channel may be ready, from now on.
   *
   * @param operations as {@link SelectionKey} has them; who waits for others still does
   * @param polled told, on any thread
   */
  void await(SelectableChannel channel, int operations, Polled polled) {
    try {
      SelectionKey key = channel.keyFor(selector);
      if (key == null) {
        key = register(channel, polled);
      }
      if ((~key.interestOpsOr(operations) & operations) != 0) {
        selector.wakeup();
      }
    } catch (CancelledKeyException | ClosedChannelException closed) {
      polled.mayBeReady(operations);
    }
  }

  private synchronized SelectionKey register(SelectableChannel channel, Polled polled)
      throws ClosedChannelException {
    SelectionKey key = channel.keyFor(selector);
    return key == null ? channel.register(selector, 0, polled) : key;
  }

  /**
   * Closes a channel, and waits until nothing of it is left in the system, which else would be when
   * this thread comes by: its port is free then.
   */
  void close(SelectableChannel channel) throws IOException {
    boolean known = channel.keyFor(selector) != null;
    channel.close();
    if (known && Thread.currentThread() != thread) {
      try {
        awaitRounds();
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits until one whole round has begun and ended. */
  private synchronized void awaitRounds() throws InterruptedException {
    for (long end = rounds + 2; rounds < end; wait()) {
      selector.wakeup();
    }
  }

  private void run() {
    while (true) {
      try {
        selector.select(Poller::tell);
      } catch (IOException failure) {
        throw new UncheckedIOException("the system cannot wait for channels any more", failure);
      }
      synchronized (this) {
        rounds++;
        notifyAll();
      }
    }
  }

  private static void tell(SelectionKey key) {
    try {
      int ready = key.readyOps();
      key.interestOpsAnd(~ready);
      ((Polled) key.attachment()).mayBeReady(ready);
    } catch (CancelledKeyException closed) {
      // Who closed it has told everybody.
    } catch (RuntimeException | Error broken) {
      // Of whoever was told. All others still wait for this thread.
      Thread self = Thread.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, broken);
    }
  }
}
