package run.radicchio.component.abi;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyResult;
import run.radicchio.component.runtime.EndListener;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Transfer;

/**
 * A stream that a guest writes and the host reads: it has one subscriber, and what that asks for is
 * what is read. Signals come from the Java thread that drives the store; a subscriber must not wait
 * in them. Where the store ends before the stream does, that is an error: what came is not all.
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
      new Reading(subscriber).begin();
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
  private final class Reading implements Flow.Subscription, Transfer.Listener, EndListener {
    private final Flow.Subscriber<? super Object> subscriber;
    private final AtomicBoolean done = new AtomicBoolean();
    private long demand;
    private boolean reading;
    private boolean isAwaited;

    Reading(Flow.Subscriber<? super Object> subscriber) {
      this.subscriber = subscriber;
    }

    /** It may be cancelled while it begins. */
    void begin() {
      subscriber.onSubscribe(this);
      store.endListeners().add(this);
      if (done.get()) {
        store.endListeners().remove(this);
      }
    }

    @Override
    public void request(long count) {
      store.post(() -> demand(count));
    }

    private void demand(long count) {
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
    public void ended(Throwable why) {
      if (done.compareAndSet(false, true)) {
        subscriber.onError(why);
      }
    }

    /**
     * A guest that writes waits for the host, once that has read something and while it does not:
     * it may ask for more at any time.
     */
    private void noteWhoWaits() {
      boolean nowAwaited = !reading && !done.get();
      if (nowAwaited && !isAwaited) {
        store.hostOperations().begins();
      } else if (isAwaited && !nowAwaited) {
        store.hostOperations().ends();
      }
      isAwaited = nowAwaited;
    }

    @Override
    public void cancel() {
      store.post(this::stop);
    }

    private void stop() {
      if (done.compareAndSet(false, true)) {
        store.endListeners().remove(this);
        if (reading) {
          readable.cancel();
        }
        readable.drop();
        noteWhoWaits();
      }
    }

    private void readMore() {
      while (demand > 0 && !reading && !done.get()) {
        reading = true;
        readable.read(null, new HostSink(giver, items, demand, this::deliver), this);
      }
    }

    private void deliver(@Nullable Object value) {
      demand--;
      if (!done.get() && value != null) {
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
          // An ending store drops all that its guests have.
          if (!store.hasEnded() && done.compareAndSet(false, true)) {
            store.endListeners().remove(this);
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
