package run.radicchio.wasi.streams;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what a source has to one subscriber, as it asks for it: where that may have to wait, on
 * a virtual thread that lives while something is asked for, else at once. A failure ends the stream
 * as its end does; {@link #end} tells them apart.
 *
 * @param <T> what it publishes
 */
public final class Drawn<T> implements Flow.Publisher<T> {
  private final Source<T> source;
  private final Executor executor;
  private final CompletableFuture<@Nullable IOException> end = new CompletableFuture<>();

  private Drawn(Source<T> source, Executor executor) {
    this.source = source;
    this.executor = executor;
  }

  /** Publishes a source that may have to wait, and closes it at the end. */
  public static <T> Drawn<T> whenItComes(Source<T> source) {
    return new Drawn<>(source, Thread.ofVirtual().name("radicchio-reader")::start);
  }

  /** Publishes a source that has all at hand, and closes it at the end. */
  public static <T> Drawn<T> atOnce(Source<T> source) {
    return new Drawn<>(source, Runnable::run);
  }

  /** Publishes nothing, and has ended with a failure, whether somebody reads or not. */
  public static <T> Drawn<T> failed(IOException failure) {
    Drawn<T> none = atOnce(new Failing<>(failure));
    none.end.complete(failure);
    return none;
  }

  private record Failing<T>(IOException failure) implements Source<T> {
    @Override
    public @Nullable T next() throws IOException {
      throw failure;
    }

    @Override
    public void close() {}
  }

  /** How it ended: null where all was well, and where the subscriber had enough. */
  public CompletableFuture<@Nullable IOException> end() {
    return end;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    subscriber.onSubscribe(new Drawing(subscriber));
  }

  private final class Drawing implements Flow.Subscription {
    private final Flow.Subscriber<? super T> subscriber;
    private long demand;
    private boolean running;
    private boolean ended;

    Drawing(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      synchronized (this) {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        if (running || ended) {
          return;
        }
        running = true;
      }
      executor.execute(this::draw);
    }

    @Override
    public void cancel() {
      synchronized (this) {
        if (ended) {
          return;
        }
        ended = true;
      }
      finish(null);
    }

    private void draw() {
      IOException failure = null;
      try {
        while (isWanted()) {
          T next = source.next();
          if (next == null) {
            complete(null);
            return;
          }
          subscriber.onNext(next);
        }
        return;
      } catch (IOException e) {
        failure = e;
      } catch (RuntimeException e) {
        failure = new IOException(e);
      }
      complete(failure);
    }

    /** Whether one more is asked for; if not, the thread ends. */
    private synchronized boolean isWanted() {
      running = !ended && demand > 0;
      demand -= running ? 1 : 0;
      return running;
    }

    private void complete(@Nullable IOException failure) {
      synchronized (this) {
        if (ended) {
          return;
        }
        ended = true;
      }
      finish(failure);
      subscriber.onComplete();
    }

    private void finish(@Nullable IOException failure) {
      source.close();
      end.complete(failure);
    }
  }
}
