package run.radicchio.component.abi;

import java.util.concurrent.Flow;

/** A stream whose items are those of another in another representation. */
record ConvertedStream(Flow.Publisher<?> items, Conversion conversion)
    implements Flow.Publisher<Object> {

  @Override
  public void subscribe(Flow.Subscriber<? super Object> subscriber) {
    items.subscribe(
        new Flow.Subscriber<Object>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(Object item) {
            subscriber.onNext(conversion.apply(item));
          }

          @Override
          public void onError(Throwable failure) {
            subscriber.onError(failure);
          }

          @Override
          public void onComplete() {
            subscriber.onComplete();
          }
        });
  }
}
