package run.radicchio.wasi.messages;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * The chunks of another publisher, which are only there during the signal, as copies that last.
 *
 * @param source perhaps a guest's stream, and given to a guest
 */
record Copied(Flow.Publisher<ByteBuffer> source) implements Flow.Publisher<ByteBuffer> {
  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    source.subscribe(new Copying(subscriber));
  }

  private record Copying(Flow.Subscriber<? super ByteBuffer> subscriber)
      implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
      subscriber.onNext(ByteBuffer.allocate(chunk.remaining()).put(chunk).flip());
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }
}
