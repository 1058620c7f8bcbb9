package run.radicchio.component.abi;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.runtime.Buffer;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyResult;
import run.radicchio.component.runtime.ElementType;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Transfer;

/**
 * A stream that the host writes and a guest reads. What the guest has room for is what the
 * publisher is asked for; what it signals happens in the store, one after the other.
 */
final class HostStream implements Transfer.ReadableSide, Flow.Subscriber<Object> {
  private final Store store;
  private final ElementType element;
  private final HostElements elements;
  private Flow.@Nullable Subscription subscription;
  private long demand;
  private boolean ended;
  private boolean dropped;
  private @Nullable Pending pending;

  private record Pending(Buffer.Sink sink, Transfer.Listener listener) {}

  HostStream(Store store, ElementType element, HostElements elements) {
    this.store = store;
    this.element = element;
    this.elements = elements;
  }

  @Override
  public ElementType element() {
    return element;
  }

  @Override
  public void read(
      @Nullable ComponentInstance reader, Buffer.Sink sink, Transfer.Listener listener) {
    if (elements.remaining() > 0) {
      moveTo(sink);
      listener.done(CopyResult.COMPLETED);
    } else if (ended) {
      listener.done(CopyResult.DROPPED);
    } else {
      pending = new Pending(sink, listener);
      store.hostOperations().begins();
      ask();
    }
  }

  /**
   * Asks the publisher for what the guest has room for, or for one where it asks whether any is.
   */
  private void ask() {
    Flow.Subscription source = subscription;
    Pending reader = pending;
    if (source != null && reader != null) {
      long wanted = elements.itemsFor(Math.max(1, reader.sink().remaining())) - demand;
      if (wanted > 0) {
        demand += wanted;
        source.request(wanted);
      }
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    // Nothing comes before this signal, so that it need not wait for its turn.
    store.runOrPost(
        () -> {
          if (dropped || subscription != null) {
            newSubscription.cancel();
          } else {
            subscription = newSubscription;
            ask();
          }
        });
  }

  @Override
  public void onNext(Object item) {
    store.post(() -> deliver(item));
  }

  private void deliver(Object item) {
    demand--;
    if (dropped) {
      HostValues.discard(item);
      return;
    }
    elements.add(item);
    Pending reader = pending;
    if (reader == null) {
      return;
    }
    if (elements.remaining() == 0) {
      ask();
    } else if (reader.sink().isZeroLength()) {
      finish(CopyResult.COMPLETED);
    } else if (reader.sink().remaining() > 0) {
      moveTo(reader.sink());
      reader.listener().copied(this::endPending);
    }
  }

  private void moveTo(Buffer.Sink sink) {
    sink.moveFrom(elements, Math.min(elements.remaining(), sink.remaining()));
  }

  private void endPending() {
    if (pending != null) {
      pending = null;
      store.hostOperations().ends();
    }
  }

  private void finish(CopyResult result) {
    Pending reader = pending;
    if (reader != null) {
      endPending();
      reader.listener().done(result);
    }
  }

  @Override
  public void onComplete() {
    store.post(this::end);
  }

  private void end() {
    ended = true;
    finish(CopyResult.DROPPED);
  }

  @Override
  public void onError(Throwable failure) {
    store.post(
        () -> {
          throw new Trap(
              Trap.Kind.HOST_FAILURE, "a stream of the host failed: " + failure, failure);
        });
  }

  @Override
  public void cancel() {
    finish(CopyResult.CANCELLED);
  }

  @Override
  public void drop() {
    dropped = true;
    endPending();
    if (subscription != null) {
      subscription.cancel();
    }
    elements.discard();
  }
}
