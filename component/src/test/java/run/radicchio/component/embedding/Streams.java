package run.radicchio.component.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Publishers that give lists, and lists of what publishers give. */
final class Streams {
  private Streams() {}

  /** Publishes from a thread of its own, no faster than what is asked for. */
  static <T> Flow.Publisher<T> of(List<T> items) {
    return subscriber -> {
      SubmissionPublisher<T> publisher = new SubmissionPublisher<>();
      publisher.subscribe(subscriber);
      Thread.ofVirtual()
          .start(
              () -> {
                items.forEach(publisher::submit);
                publisher.close();
              });
    };
  }

  static Flow.Publisher<Byte> ofText(String text) {
    return of(text.chars().mapToObj(c -> (byte) c).toList());
  }

  /** Everything that comes, asked for a few at a time. */
  static <T> CompletableFuture<List<T>> collect(Flow.Publisher<T> publisher) {
    return collect(publisher, item -> item);
  }

  /** Copies of everything that comes. */
  static <T, R> CompletableFuture<List<R>> collect(
      Flow.Publisher<T> publisher, Function<T, R> copy) {
    CompletableFuture<List<R>> all = new CompletableFuture<>();
    publisher.subscribe(
        new Flow.Subscriber<T>() {
          private final List<R> items = new ArrayList<>();
          private Flow.Subscription subscription;

          @Override
          public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(3);
          }

          @Override
          public void onNext(T item) {
            items.add(copy.apply(item));
            subscription.request(1);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            all.complete(items);
          }
        });
    return all;
  }

  static String text(Flow.Publisher<Byte> publisher) {
    StringBuilder text = new StringBuilder();
    get(collect(publisher)).forEach(character -> text.append((char) (byte) character));
    return text.toString();
  }

  /** What a stage gives; a test that would wait for ever fails. */
  static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
