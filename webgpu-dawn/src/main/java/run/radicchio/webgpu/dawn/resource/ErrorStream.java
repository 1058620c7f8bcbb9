package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorKind;
import run.radicchio.webgpu.dawn.object.EventPump;

/**
 * A stream of errors for one subscriber. Errors wait for it, so many at most; where more come, one
 * that says how many were dropped takes their place. Signals come from the pump's thread.
 */
final class ErrorStream implements Flow.Publisher<GpuError>, Flow.Subscription {
  private static final int MOST_WAITING = 1024;

  private final EventPump pump;
  private final Consumer<ErrorStream> onCancel;

  // Everything below is guarded by this.
  private final Queue<GpuError> waiting = new ArrayDeque<>();
  private long dropped;
  private long wanted;
  private boolean ended;
  private boolean cancelled;
  private Flow.@Nullable Subscriber<? super GpuError> subscriber;

  ErrorStream(EventPump pump, Consumer<ErrorStream> onCancel) {
    this.pump = pump;
    this.onCancel = onCancel;
  }

  synchronized void add(GpuError error) {
    if (cancelled || ended) {
      return;
    }
    if (waiting.size() < MOST_WAITING) {
      waiting.add(error);
    } else {
      dropped++;
    }
    pump.deliver(this::drain);
  }

  synchronized void end() {
    ended = true;
    pump.deliver(this::drain);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super GpuError> subscriber) {
    Objects.requireNonNull(subscriber);
    synchronized (this) {
      if (this.subscriber == null && !cancelled) {
        this.subscriber = subscriber;
        pump.deliver(() -> subscriber.onSubscribe(this));
        pump.deliver(this::drain);
        return;
      }
    }
    pump.deliver(
        () -> {
          subscriber.onSubscribe(new Refused());
          subscriber.onError(
              new IllegalStateException(
                  "this stream of errors has its subscriber: ask the device for another stream"));
        });
  }

  @Override
  public void request(long count) {
    synchronized (this) {
      if (count > 0) {
        wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
        pump.deliver(this::drain);
        return;
      }
    }
    pump.deliver(() -> finish(s -> s.onError(new IllegalArgumentException("requested " + count))));
  }

  @Override
  public void cancel() {
    synchronized (this) {
      cancelled = true;
      waiting.clear();
      subscriber = null;
    }
    onCancel.accept(this);
  }

  /** Gives the subscriber what it wants and there is. Runs on the pump's thread only. */
  private void drain() {
    while (true) {
      Flow.Subscriber<? super GpuError> to;
      GpuError error;
      synchronized (this) {
        to = subscriber;
        if (to == null) {
          return;
        }
        error = wanted > 0 ? next() : null;
        if (error != null) {
          wanted--;
        } else if (!ended || !waiting.isEmpty() || dropped > 0) {
          return;
        }
      }
      if (error == null) {
        finish(Flow.Subscriber::onComplete);
        return;
      }
      to.onNext(error);
    }
  }

  private @Nullable GpuError next() {
    GpuError error = waiting.poll();
    if (error == null && dropped > 0) {
      error =
          new DawnError(
              new GpuErrorKind.Internal(),
              dropped + " errors were dropped here: they came faster than they were read");
      dropped = 0;
    }
    return error;
  }

  private void finish(Consumer<Flow.Subscriber<? super GpuError>> signal) {
    Flow.Subscriber<? super GpuError> to;
    synchronized (this) {
      to = subscriber;
    }
    cancel();
    if (to != null) {
      signal.accept(to);
    }
  }

  private record Refused() implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
