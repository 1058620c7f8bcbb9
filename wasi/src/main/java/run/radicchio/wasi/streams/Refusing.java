package run.radicchio.wasi.streams;

import java.util.concurrent.Flow;

/**
 * Reads nothing of a stream.
 *
 * @param <T> what the stream has
 */
public final class Refusing<T> implements Flow.Subscriber<T> {
  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.cancel();
  }

  @Override
  public void onNext(T item) {}

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
