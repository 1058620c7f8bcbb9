package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Trap;

/** Streams and futures as parameters and results of exported functions. */
class FlowsTest {
  private final Instance instance =
      new Linker().add(new MemoryJournal()).instantiate(TestGuests.WORDS);
  private final Flows flows = instance.exports(Flows.class);

  /** What goes on after a call has returned may take a moment more. */
  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    for (int i = 0; i < 1000 && instance.handleCount() > 0; i++) {
      Thread.sleep(10);
    }
    assertEquals(0, instance.handleCount());
    instance.close();
  }

  @Test
  void streamIn() {
    List<Integer> numbers = IntStream.rangeClosed(1, 1000).boxed().toList();
    assertEquals(500_500L, Streams.get(flows.sum(Streams.of(numbers))));
    assertEquals(0L, Streams.get(flows.sum(Streams.of(List.of()))));
  }

  @Test
  void streamOut() {
    Flow.Publisher<Integer> numbers = Streams.get(flows.upTo(1000));
    assertEquals(
        IntStream.rangeClosed(1, 1000).boxed().toList(), Streams.get(Streams.collect(numbers)));
  }

  @Test
  void streamThrough() {
    String text = "To be, or not to be. ".repeat(50);
    Flow.Publisher<Byte> upper = Streams.get(flows.upper(Streams.ofText(text)));
    assertEquals(text.toUpperCase(java.util.Locale.ROOT), Streams.text(upper));
  }

  @Test
  void streamThatIsNotReadToItsEnd() {
    Flow.Publisher<Integer> numbers = Streams.get(flows.upTo(1_000_000));
    CompletableFuture<Integer> first = new CompletableFuture<>();
    numbers.subscribe(
        new Flow.Subscriber<>() {
          private Flow.Subscription subscription;

          @Override
          public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(1);
          }

          @Override
          public void onNext(Integer item) {
            first.complete(item);
            subscription.cancel();
          }

          @Override
          public void onError(Throwable failure) {
            first.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {}
        });
    assertEquals(1, Streams.get(first));
    // The guest sees the end once it is let run, as another call lets it.
    assertEquals(0L, Streams.get(flows.sum(Streams.of(List.of()))));
  }

  /** What came is not all: that must not look like the end. */
  @Test
  void whatAGuestHasNotWrittenIsLostWithIt() {
    Flow.Publisher<Byte> upper = Streams.get(flows.upper(new SubmissionPublisher<>()));
    CompletableFuture<?> text = Streams.collect(upper);
    CompletableFuture<?> doubled =
        Streams.get(flows.doubled(new CompletableFuture<>())).toCompletableFuture();
    Flow.Publisher<Byte> unread = Streams.get(flows.upper(new SubmissionPublisher<>()));
    instance.close();
    assertEquals(Trap.Kind.CLOSED, lost(text).kind());
    assertEquals(Trap.Kind.CLOSED, lost(doubled).kind());
    assertEquals(Trap.Kind.CANNOT_ENTER, lost(Streams.collect(unread)).kind());
  }

  private static Trap lost(CompletableFuture<?> stage) {
    Throwable failure =
        assertThrows(ExecutionException.class, () -> stage.get(1, TimeUnit.MINUTES)).getCause();
    return assertInstanceOf(Trap.class, failure);
  }

  @Test
  void futureInAndOut() {
    CompletableFuture<Integer> number = new CompletableFuture<>();
    CompletionStage<Integer> doubled = Streams.get(flows.doubled(number));
    assertFalse(doubled.toCompletableFuture().isDone());
    number.complete(21);
    assertEquals(42, Streams.get(doubled));
  }

  @Test
  void callThatWaitsForTheHost() {
    CompletableFuture<Integer> number = new CompletableFuture<>();
    CompletableFuture<Integer> call = flows.awaited(number).toCompletableFuture();
    // The instance is not blocked meanwhile.
    assertEquals(3L, Streams.get(flows.sum(Streams.of(List.of(1, 2)))));
    assertFalse(call.isDone());
    number.complete(7);
    assertEquals(7, Streams.get(call));
  }

  @Test
  void cancelledCall() {
    CompletableFuture<Integer> never = new CompletableFuture<>();
    CompletableFuture<Integer> call = flows.awaited(never).toCompletableFuture();
    assertEquals(0L, Streams.get(flows.sum(Streams.of(List.of()))));
    assertTrue(call.cancel(true));
    assertThrows(CancellationException.class, call::join);
    // What is asked for is done by the time of the next call.
    assertEquals(0L, Streams.get(flows.sum(Streams.of(List.of()))));
    // The guest has dropped it.
    assertThrows(CancellationException.class, never::join);
  }
}
