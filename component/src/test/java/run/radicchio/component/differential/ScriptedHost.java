package run.radicchio.component.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import run.radicchio.component.Trap;

/** The host of a scenario. What guests get of it is numbered from 1, for the steps that follow. */
final class ScriptedHost implements Host {
  private final Trace trace;
  private final List<CompletableFuture<Integer>> calls = new ArrayList<>();
  private final List<Source<?>> sources = new ArrayList<>();
  private final List<CompletableFuture<Byte>> promises = new ArrayList<>();
  private final List<Reader<?>> readers = new ArrayList<>();
  private final List<Awaited> awaited = new ArrayList<>();

  ScriptedHost(Trace trace) {
    this.trace = trace;
  }

  @Override
  public int now(int x) {
    trace.line("host.now " + Integer.toUnsignedString(x));
    return x + 1;
  }

  @Override
  public CompletionStage<Integer> soon(int x) {
    trace.line("host.soon " + Integer.toUnsignedString(x));
    return CompletableFuture.completedFuture(x + 1);
  }

  @Override
  public CompletionStage<Integer> later(int x) {
    return begin("later", x, true);
  }

  @Override
  public CompletionStage<Integer> stubborn(int x) {
    return begin("stubborn", x, false);
  }

  private CompletionStage<Integer> begin(String function, int x, boolean cancellable) {
    int number = calls.size() + 1;
    CompletableFuture<Integer> call =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean interrupt) {
            trace.line("host call " + number + " is asked to end");
            return cancellable && super.cancel(interrupt);
          }
        };
    trace.line("host.%s %s is call %d".formatted(function, Integer.toUnsignedString(x), number));
    calls.add(call);
    return call;
  }

  @Override
  public Flow.Publisher<Byte> bytes() {
    return source(number -> (byte) Integer.parseInt(number));
  }

  @Override
  public Flow.Publisher<String> words() {
    return source(number -> "w" + number);
  }

  private <T> Source<T> source(Function<String, T> item) {
    Source<T> source = new Source<>(sources.size() + 1, item, trace);
    sources.add(source);
    return source;
  }

  @Override
  public CompletionStage<Byte> promise() {
    CompletableFuture<Byte> promise = new CompletableFuture<>();
    promises.add(promise);
    trace.line("host.promise is promise " + promises.size());
    return promise;
  }

  @Override
  public void readBytes(Flow.Publisher<Byte> stream) {
    read(stream);
  }

  @Override
  public void readWords(Flow.Publisher<String> stream) {
    read(stream);
  }

  private <T> void read(Flow.Publisher<T> stream) {
    Reader<T> reader = new Reader<>(readers.size() + 1, trace);
    readers.add(reader);
    stream.subscribe(reader);
  }

  @Override
  public void readPromise(CompletionStage<Byte> future) {
    awaited.add(new Awaited(awaited.size() + 1, future.toCompletableFuture(), trace));
  }

  /** Takes a step that is not a call of a guest's function. */
  void take(Step step) {
    int number = Integer.parseInt(step.operands().getFirst());
    List<String> values = step.operands().subList(1, step.operands().size());
    switch (step.operation()) {
      case "resolve" ->
          with(calls, number, call -> call.complete(Integer.parseUnsignedInt(values.getFirst())));
      case "write" -> with(sources, number, source -> source.write(values));
      case "finish" -> with(sources, number, Source::finish);
      case "fulfil" ->
          with(
              promises,
              number,
              promise -> promise.complete((byte) Integer.parseInt(values.getFirst())));
      case "read" ->
          with(readers, number, reader -> reader.request(Long.parseLong(values.getFirst())));
      case "stop" -> with(readers, number, Reader::stop);
      default -> throw new IllegalArgumentException("the host has no step " + step.operation());
    }
  }

  /** In another order of what is ready, there may be less that has a number. */
  private <T> void with(List<T> things, int number, Consumer<T> action) {
    if (number < 1 || number > things.size()) {
      trace.line("host has no " + number);
    } else {
      action.accept(things.get(number - 1));
    }
  }

  /** Says which futures have come. */
  void sayPromises() {
    awaited.forEach(Awaited::sayIfCame);
  }

  /** A guest's future that the host reads. */
  private static final class Awaited {
    private final int number;
    private final CompletableFuture<Byte> future;
    private final Trace trace;
    private boolean told;

    Awaited(int number, CompletableFuture<Byte> future, Trace trace) {
      this.number = number;
      this.future = future;
      this.trace = trace;
    }

    void sayIfCame() {
      if (!told && future.isDone()) {
        told = true;
        trace.line("host promise %d came: %d".formatted(number, Byte.toUnsignedInt(future.join())));
      }
    }
  }

  /** A stream of items that steps write; it publishes what is asked for. */
  private static final class Source<T> implements Flow.Publisher<T>, Flow.Subscription {
    private final int number;
    private final Function<String, T> item;
    private final Trace trace;
    private final List<T> items = new ArrayList<>();
    private Flow.Subscriber<? super T> subscriber;
    private long demand;
    private boolean finished;
    private boolean completed;

    Source(int number, Function<String, T> item, Trace trace) {
      this.number = number;
      this.item = item;
      this.trace = trace;
      trace.line("host makes source " + number);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> newSubscriber) {
      subscriber = newSubscriber;
      subscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
      trace.line("host source %d is asked for %d".formatted(number, count));
      demand += count;
      publish();
    }

    @Override
    public void cancel() {
      trace.line("host source %d is dropped".formatted(number));
    }

    void write(List<String> numbers) {
      if (!finished) {
        items.addAll(numbers.stream().map(item).toList());
        publish();
      }
    }

    void finish() {
      finished = true;
      publish();
    }

    private void publish() {
      while (demand > 0 && !items.isEmpty()) {
        demand--;
        subscriber.onNext(items.removeFirst());
      }
      if (finished && items.isEmpty() && !completed) {
        completed = true;
        subscriber.onComplete();
      }
    }
  }

  /** Reads a guest's stream. */
  private static final class Reader<T> implements Flow.Subscriber<T> {
    private final int number;
    private final Trace trace;
    private Flow.Subscription subscription;

    Reader(int number, Trace trace) {
      this.number = number;
      this.trace = trace;
      trace.line("host makes reader " + number);
    }

    void request(long count) {
      subscription.request(count);
    }

    void stop() {
      subscription.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
      subscription = newSubscription;
    }

    @Override
    public void onNext(T item) {
      Object shown = item instanceof Byte number ? Byte.toUnsignedInt(number) : item;
      trace.line("host reader %d got %s".formatted(number, shown));
    }

    /** The trap that ends the store is told as such, and this at about the same time. */
    @Override
    public void onError(Throwable failure) {
      if (!(failure instanceof Trap)) {
        trace.line("host reader %d failed: %s".formatted(number, failure));
      }
    }

    @Override
    public void onComplete() {
      trace.line("host reader %d is at the end".formatted(number));
    }
  }
}
