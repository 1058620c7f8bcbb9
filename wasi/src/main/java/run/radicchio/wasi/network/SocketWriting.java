package run.radicchio.wasi.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sends the chunks that a guest of WASI 0.3 gives, each from where it lies in the guest's memory,
 * and asks for the next when the system has taken it.
 */
final class SocketWriting implements Flow.Subscriber<ByteBuffer> {
  private final SocketOutput output;
  private final CompletableFuture<@Nullable IOException> end = new CompletableFuture<>();
  private volatile Flow.@Nullable Subscription source;

  /**
   * Sends through a connection.
   *
   * @param output closed at the end, which the peer is told
   */
  SocketWriting(SocketOutput output) {
    this.output = output;
  }

  /** How it ended: null when all is sent, else why it is not. */
  CompletableFuture<@Nullable IOException> end() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(ByteBuffer chunk) {
    Flow.Subscription subscription = source;
    if (subscription == null || end.isDone()) {
      return;
    }
    try {
      output.write(chunk);
      output.whenIdle(() -> goOn(subscription));
    } catch (IOException failure) {
      subscription.cancel();
      finish(failure);
    }
  }

  private void goOn(Flow.Subscription subscription) {
    IOException failure = output.failure();
    if (failure == null) {
      subscription.request(1);
    } else {
      subscription.cancel();
      finish(failure);
    }
  }

  @Override
  public void onError(Throwable failure) {
    finish(new IOException(failure));
  }

  @Override
  public void onComplete() {
    output.whenIdle(() -> finish(output.failure()));
  }

  private void finish(@Nullable IOException failure) {
    output.stop();
    output.close();
    end.complete(failure);
  }
}
