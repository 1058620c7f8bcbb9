package run.radicchio.surface.host;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells several readers the same, each at its own pace. For one that is slow the newest events are
 * kept.
 *
 * @param <T> an event
 */
final class EventStream<T> {
  private final int kept;
  private final Listener<T> listener;
  private final List<Reader> readers = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /** What readers do, told with no lock held. */
  interface Listener<T> {
    /** One is about to be given an event. */
    void took(T event);

    /** One begins to ask for more, or leaves. */
    void asked();

    /** One waits for an event, or will read no more. */
    void ready();
  }

  /** With no readers yet, for whom so many events are kept. */
  EventStream(int kept, Listener<T> listener) {
    this.kept = kept;
    this.listener = listener;
  }

  /** Another reader, for one subscriber; told what happens from now on. */
  Flow.Publisher<T> open() {
    Reader reader = new Reader();
    readers.add(reader);
    if (ended) {
      reader.end();
    }
    return reader;
  }

  boolean hasReaders() {
    return !readers.isEmpty();
  }

  /** Whether every reader waits for an event. */
  boolean isAwaited() {
    return readers.stream().allMatch(Reader::isWaiting);
  }

  /** Whether every reader waits for an event, or one has not taken the last. */
  boolean takesNext() {
    return isAwaited() || readers.stream().anyMatch(Reader::isBehind);
  }

  void tell(T event) {
    add(event);
    signal();
  }

  /** Has an event wait for {@link #signal}; calls nobody. */
  void add(T event) {
    readers.forEach(reader -> reader.add(event));
  }

  /** Tells what waits to those who asked for it. */
  void signal() {
    readers.forEach(Reader::signal);
  }

  /** Nothing more will happen. */
  void end() {
    ended = true;
    readers.forEach(Reader::end);
  }

  private final class Reader implements Flow.Publisher<T>, Flow.Subscription {
    private final Queue<T> waiting = new ArrayDeque<>();
    private final AtomicInteger signals = new AtomicInteger();
    private Flow.@Nullable Subscriber<? super T> subscriber;
    private long demand;
    private boolean asked;
    private boolean ending;

    @Override
    public void subscribe(Flow.Subscriber<? super T> newSubscriber) {
      newSubscriber.onSubscribe(this);
      synchronized (this) {
        subscriber = newSubscriber;
      }
      signal();
    }

    @Override
    public void request(long count) {
      listener.asked();
      synchronized (this) {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        asked = true;
      }
      signal();
      listener.ready();
    }

    @Override
    public void cancel() {
      readers.remove(this);
      listener.asked();
      listener.ready();
    }

    /** It has demand left where it had room for several; that it wants one it says by asking. */
    synchronized boolean isWaiting() {
      return asked && waiting.isEmpty();
    }

    synchronized boolean isBehind() {
      return !waiting.isEmpty();
    }

    synchronized void add(T event) {
      if (waiting.size() == kept) {
        waiting.remove();
      }
      waiting.add(event);
    }

    void end() {
      synchronized (this) {
        ending = true;
      }
      signal();
    }

    /** Signals one after the other, and with no lock held, as who is told may ask for more. */
    private void signal() {
      if (signals.getAndIncrement() == 0) {
        do {
          signalNext();
        } while (signals.decrementAndGet() > 0);
      }
    }

    private void signalNext() {
      T next;
      Flow.Subscriber<? super T> told;
      while ((told = subscriber()) != null && (next = next()) != null) {
        listener.took(next);
        told.onNext(next);
      }
      if (told != null && isOver()) {
        readers.remove(this);
        told.onComplete();
        listener.ready();
      }
    }

    private synchronized Flow.@Nullable Subscriber<? super T> subscriber() {
      return subscriber;
    }

    private synchronized @Nullable T next() {
      if (demand == 0 || waiting.isEmpty()) {
        return null;
      }
      demand--;
      asked = false;
      return waiting.remove();
    }

    private synchronized boolean isOver() {
      boolean over = ending && waiting.isEmpty();
      ending &= !over;
      return over;
    }
  }
}
