package run.radicchio.component.guest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Sensors as the comments of their WIT say, which counts those that live. */
final class SensorHost implements Sensors {
  private final Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS);

  /** Sensors that were made and not closed. */
  final AtomicInteger live = new AtomicInteger();

  /** Streams that were cancelled by their reader. */
  final AtomicInteger cancelledStreams = new AtomicInteger();

  /** Calls that were cancelled by their caller. */
  final AtomicInteger cancelledCalls = new AtomicInteger();

  private final class NamedSensor implements Sensor {
    private String name;
    private boolean closed;

    NamedSensor(String name) {
      this.name = name;
      live.incrementAndGet();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void rename(String newName) {
      name = newName;
    }

    @Override
    public CompletionStage<Double> read() {
      return CompletableFuture.supplyAsync(() -> (double) name.length(), later)
          .thenCompose(
              length ->
                  name.equals("broken")
                      ? CompletableFuture.failedFuture(new SensorException("broken sensor"))
                      : CompletableFuture.completedFuture(length));
    }

    @Override
    public Flow.Publisher<Sample> samples(int count) {
      return publisher(count, i -> new Sample(i, i / 2.0, i % 2 == 0 ? name : null));
    }

    @Override
    public Flow.Publisher<Byte> bytes(int count) {
      return publisher(count, i -> (byte) i);
    }

    @Override
    public Flow.Publisher<String> alarms() {
      return subscriber ->
          subscriber.onSubscribe(
              new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {
                  cancelledStreams.incrementAndGet();
                }
              });
    }

    @Override
    public CompletionStage<String> lost() {
      return CompletableFuture.supplyAsync(() -> "goodbye " + name, later);
    }

    @Override
    public CompletionStage<Sensor> found() {
      return new CompletableFuture<>();
    }

    @Override
    public void close() {
      if (closed) {
        throw new IllegalStateException(name + " is closed twice");
      }
      closed = true;
      live.decrementAndGet();
    }
  }

  /** Publishes items from another thread, as many as are asked for. */
  private static <T> Flow.Publisher<T> publisher(int count, IntFunction<T> item) {
    return subscriber -> {
      SubmissionPublisher<T> publisher = new SubmissionPublisher<>();
      publisher.subscribe(subscriber);
      Thread.ofVirtual()
          .start(
              () -> {
                for (int i = 0; i < count; i++) {
                  publisher.submit(item.apply(i));
                }
                publisher.close();
              });
    };
  }

  @Override
  public Sensor sensor(String name) {
    return new NamedSensor(name);
  }

  @Override
  public Flow.Publisher<Sensor> children(List<String> names) {
    return publisher(names.size(), i -> new NamedSensor(names.get(i)));
  }

  @Override
  public @Nullable Sensor open(String name) {
    return name.isEmpty() ? null : new NamedSensor(name);
  }

  @Override
  public String join(Sensor a, Sensor b) {
    return a.name() + "+" + b.name();
  }

  @Override
  public String close(Sensor s) {
    s.close();
    return s.name();
  }

  @Override
  public Sensor pass(Sensor s) {
    return s;
  }

  @Override
  public CompletionStage<Integer> add(int a, int b) {
    return CompletableFuture.supplyAsync(() -> a + b, later);
  }

  @Override
  public CompletionStage<Integer> addNow(int a, int b) {
    return CompletableFuture.completedFuture(a + b);
  }

  @Override
  public CompletionStage<String> never(Sensor s) {
    CompletableFuture<String> never = new CompletableFuture<>();
    var _ = never.whenComplete((_, _) -> cancelledCalls.incrementAndGet());
    return never;
  }
}
