package run.radicchio.surface.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** What a reader of a stream got, which asks for one at a time when it is told to. */
final class Read<T> implements Flow.Subscriber<T> {
  final List<T> items;
  final CompletableFuture<Void> end = new CompletableFuture<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

  private Read(List<T> items) {
    this.items = items;
  }

  /** A reader that has asked for nothing yet. */
  static <T> Read<T> of(Flow.Publisher<T> stream) {
    return into(Collections.synchronizedList(new ArrayList<>()), stream);
  }

  /** The same, beside others. */
  static <T> Read<T> into(List<T> items, Flow.Publisher<? extends T> stream) {
    Read<T> read = new Read<>(items);
    stream.subscribe(read);
    return read;
  }

  void ask() {
    subscription.join().request(1);
  }

  void cancel() {
    subscription.join().cancel();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
  }

  @Override
  public void onNext(T item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
