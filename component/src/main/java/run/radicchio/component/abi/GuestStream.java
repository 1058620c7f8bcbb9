package run.radicchio.component.abi;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyResult;
import run.radicchio.component.runtime.LosableEvent;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Transfer;

/**
 * A stream that a guest writes and the host reads: it has one subscriber, and what that asks for is
 * what is read. Signals come from the Java thread that drives the store; a subscriber must not wait
 * in them.
 */
final class GuestStream implements Flow.Publisher<Object> {
  private final ComponentInstance giver;
  private final Store store;
  private final Items items;
  private final Transfer.ReadableSide readable;
  private final AtomicBoolean subscribed = new AtomicBoolean();

  GuestStream(ComponentInstance giver, Items items, Transfer.ReadableSide readable) {
    this.giver = giver;
    this.store = giver.store();
    this.items = items;
    this.readable = readable;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Object> subscriber) {
    if (subscribed.compareAndSet(false, true)) {
      subscriber.onSubscribe(new Reading(subscriber));
    } else {
      subscriber.onSubscribe(NO_SUBSCRIPTION);
      subscriber.onError(new IllegalStateException("a guest's stream has one subscriber only"));
    }
  }

  private static final Flow.Subscription NO_SUBSCRIPTION =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
      };

  /** The subscriber's reads, one after the other. All but its two methods runs in the store. */
  private final class Reading implements Flow.Subscription, Transfer.Listener {
    private final Flow.Subscriber<? super Object> subscriber;
    private long demand;
    private boolean reading;
    private volatile boolean done;
    private boolean isAwaited;

    Reading(Flow.Subscriber<? super Object> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      Demand event = new Demand(count);
      if (!store.post(event)) {
        event.lost();
      }
    }

    /** Who reads is told where the guest has ended, and so can give back what it holds. */
    private final class Demand implements LosableEvent {
      private final long count;

      Demand(long count) {
        this.count = count;
      }

      @Override
      public void run() {
        if (count <= 0) {
          stop();
          subscriber.onError(new IllegalArgumentException("demand must be positive: " + count));
          return;
        }
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        readMore();
        noteWhoWaits();
      }

      @Override
      public void lost() {
        if (!done) {
          done = true;
          subscriber.onError(new IllegalStateException("the guest that writes has ended"));
        }
      }
    }

    /**
     * A guest that writes waits for the host, once that has read something and while it does not:
     * it may ask for more at any time.
     */
    private void noteWhoWaits() {
      boolean nowAwaited = !reading && !done;
      if (nowAwaited && !isAwaited) {
        store.hostOperationBegins();
      } else if (isAwaited && !nowAwaited) {
        store.hostOperationEnds();
      }
      isAwaited = nowAwaited;
    }

    @Override
    public void cancel() {
      store.post(this::stop);
    }

    private void stop() {
      if (!done) {
        done = true;
        if (reading) {
          readable.cancel();
        }
        readable.drop();
        noteWhoWaits();
      }
    }

    private void readMore() {
      while (demand > 0 && !reading && !done) {
        reading = true;
        readable.read(null, new HostSink(giver, items, demand, this::deliver), this);
      }
    }

    private void deliver(@Nullable Object value) {
      demand--;
      if (!done && value != null) {
        subscriber.onNext(value);
      }
    }

    @Override
    public void copied(Runnable reclaim) {
      reclaim.run();
      reading = false;
      readMore();
      noteWhoWaits();
    }

    @Override
    public void done(CopyResult result) {
      reading = false;
      switch (result) {
        case COMPLETED -> readMore();
        case DROPPED -> {
          if (!done) {
            done = true;
            readable.drop();
            subscriber.onComplete();
          }
        }
        case CANCELLED -> {}
      }
      noteWhoWaits();
    }
  }
}
