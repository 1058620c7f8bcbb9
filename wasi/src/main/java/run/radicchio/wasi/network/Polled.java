package run.radicchio.wasi.network;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.function.BooleanSupplier;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.poll.Wakers;

/** A channel that never blocks, and what is waited for at it. */
final class Polled {
  private static final int INCOMING = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
  private static final int OUTGOING = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;

  private final SelectableChannel channel;
  private final Wakers incoming = new Wakers();
  private final Wakers outgoing = new Wakers();

  /** A channel, which does not block from now on. */
  Polled(SelectableChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
  }

  /** Something comes: bytes, a datagram, a connection; or the channel was closed. */
  Event incoming(BooleanSupplier isThere) {
    return new Readiness(incoming, INCOMING, isThere);
  }

  /** Something can go, or is connected; or the channel was closed. */
  Event outgoing(BooleanSupplier isPossible) {
    return new Readiness(outgoing, OUTGOING, isPossible);
  }

  private final class Readiness implements Event {
    private final Wakers wakers;
    private final int operations;
    private final BooleanSupplier check;

    Readiness(Wakers wakers, int operations, BooleanSupplier check) {
      this.wakers = wakers;
      this.operations = operations & channel.validOps();
      this.check = check;
    }

    /** Looks itself; only where there is nothing, and somebody waits, the system is asked. */
    @Override
    public boolean isReady() {
      if (!channel.isOpen() || check.getAsBoolean()) {
        return true;
      }
      if (!wakers.isEmpty()) {
        Poller.shared().await(channel, operations, Polled.this);
      }
      return false;
    }

    @Override
    public Registration onReady(Runnable wake) {
      Registration registration = wakers.add(wake);
      Poller.shared().await(channel, operations, Polled.this);
      return registration;
    }
  }

  /** Wakes who waits for any of these operations. */
  void mayBeReady(int operations) {
    if ((operations & INCOMING) != 0) {
      incoming.wakeAll();
    }
    if ((operations & OUTGOING) != 0) {
      outgoing.wakeAll();
    }
  }

  /** Closes the channel, and wakes everybody. */
  void close() throws IOException {
    try {
      Poller.shared().close(channel);
    } finally {
      mayBeReady(INCOMING | OUTGOING);
    }
  }
}
