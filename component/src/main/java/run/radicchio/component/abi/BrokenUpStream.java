package run.radicchio.component.abi;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose items are the elements of another's chunks.
 *
 * @param elements of a chunk
 */
record BrokenUpStream(Flow.Publisher<?> chunks, Function<Object, List<?>> elements)
    implements Flow.Publisher<Object> {

  @Override
  public void subscribe(Flow.Subscriber<? super Object> subscriber) {
    chunks.subscribe(new BreakingUp(subscriber, elements));
  }

  /** Asks for a chunk where it has no more elements of the last. */
  private static final class BreakingUp implements Flow.Subscriber<Object>, Flow.Subscription {
    private final Flow.Subscriber<? super Object> subscriber;
    private final Function<Object, List<?>> elements;
    private final Queue<Object> left = new ArrayDeque<>();
    private Flow.@Nullable Subscription source;
    private long demand;
    private boolean asked;
    private boolean telling;
    private boolean ended;

    BreakingUp(Flow.Subscriber<? super Object> subscriber, Function<Object, List<?>> elements) {
      this.subscriber = subscriber;
      this.elements = elements;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      source = subscription;
      subscriber.onSubscribe(this);
    }

    @Override
    public synchronized void request(long count) {
      demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
      tell();
    }

    @Override
    public void cancel() {
      if (source != null) {
        source.cancel();
      }
    }

    @Override
    public synchronized void onNext(Object chunk) {
      asked = false;
      left.addAll(elements.apply(chunk));
      tell();
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
    }

    @Override
    public synchronized void onComplete() {
      ended = true;
      tell();
    }

    /** Who is told may ask for more, which is then told here. */
    private void tell() {
      if (telling) {
        return;
      }
      telling = true;
      while (demand > 0 && !left.isEmpty()) {
        demand--;
        subscriber.onNext(left.remove());
      }
      telling = false;
      if (left.isEmpty() && ended) {
        ended = false;
        source = null;
        subscriber.onComplete();
      } else if (demand > 0 && !asked && source != null) {
        asked = true;
        source.request(1);
      }
    }
  }
}
