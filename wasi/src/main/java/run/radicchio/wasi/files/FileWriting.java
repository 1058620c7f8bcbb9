package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes the chunks that a guest of WASI 0.3 gives into a file, each when it comes and from where
 * it lies in the guest's memory.
 */
final class FileWriting implements Flow.Subscriber<ByteBuffer> {
  private final FileSink sink;
  private final CompletableFuture<@Nullable IOException> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription source;

  /**
   * Writes into a file.
   *
   * @param sink closed at the end
   */
  FileWriting(FileSink sink) {
    this.sink = sink;
  }

  /** How it ended: null when all is written, else why it is not. */
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
      sink.write(chunk);
      subscription.request(1);
    } catch (IOException failure) {
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
    finish(null);
  }

  private void finish(@Nullable IOException failure) {
    sink.close();
    end.complete(failure);
  }
}
