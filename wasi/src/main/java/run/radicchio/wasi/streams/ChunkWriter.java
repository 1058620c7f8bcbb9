package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes the chunks that a guest of WASI 0.3 gives: it asks for the next when the last is written,
 * and for none after a failure.
 */
public final class ChunkWriter implements Flow.Subscriber<ByteBuffer> {
  private final ByteWriter writer;
  private final CompletableFuture<@Nullable IOException> end = new CompletableFuture<>();
  private volatile Flow.@Nullable Subscription source;
  private boolean writing;
  private boolean ended;

  /** Writes beside others to the same place. */
  public ChunkWriter(ByteWriter writer) {
    this.writer = writer;
  }

  /** How it ended: null when all is written, else why it is not. */
  public CompletableFuture<@Nullable IOException> end() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(1);
  }

  /** The chunk is the guest's memory, and only until this returns. */
  @Override
  public void onNext(ByteBuffer chunk) {
    ByteBuffer copy = ByteBuffer.allocate(chunk.remaining()).put(chunk).flip();
    synchronized (this) {
      writing = true;
    }
    writer.write(copy, this::written);
  }

  private void written(@Nullable IOException failure) {
    Flow.Subscription subscription = source;
    boolean last;
    synchronized (this) {
      writing = false;
      last = ended;
    }
    if (failure != null || last) {
      end.complete(failure);
    }
    if (subscription != null && failure == null && !last) {
      subscription.request(1);
    } else if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.complete(new IOException(failure));
  }

  @Override
  public void onComplete() {
    synchronized (this) {
      ended = true;
      if (writing) {
        return;
      }
    }
    end.complete(null);
  }
}
