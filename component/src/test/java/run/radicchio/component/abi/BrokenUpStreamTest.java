package run.radicchio.component.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks, one element at a time. */
class BrokenUpStreamTest {
  private static final List<List<Integer>> CHUNKS =
      List.of(List.of(1, 2, 3), List.of(), List.of(4), List.of(5, 6));

  /** Gives a chunk when it is asked for one, and notes how many it was asked for. */
  private static final class Chunks implements Flow.Publisher<List<Integer>> {
    private long asked;

    @Override
    public void subscribe(Flow.Subscriber<? super List<Integer>> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;
            private boolean ended;

            @Override
            public void request(long count) {
              asked += count;
              while (next < Math.min(asked, CHUNKS.size())) {
                subscriber.onNext(CHUNKS.get(next++));
              }
              if (asked > CHUNKS.size() && !ended) {
                ended = true;
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {}
          });
    }
  }

  /** Asks for some, and for as many again when it has them. */
  private static final class Reader implements Flow.Subscriber<Object> {
    private final List<Object> items = new ArrayList<>();
    private final int each;
    private Flow.Subscription subscription;
    private int ends;

    Reader(int each) {
      this.each = each;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
      subscription = begun;
      begun.request(each);
    }

    @Override
    public void onNext(Object item) {
      items.add(item);
      if (items.size() % each == 0) {
        subscription.request(each);
      }
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
      ends++;
      subscription.request(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 1000})
  void everyElementComesAndThenTheEndOnce(int each) {
    Reader reader = new Reader(each);
    new BrokenUpStream(new Chunks(), chunk -> (List<?>) chunk).subscribe(reader);
    assertEquals(List.of(1, 2, 3, 4, 5, 6), reader.items);
    assertEquals(1, reader.ends);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void noChunkIsAskedForWhileTheLastHasElements(int count) {
    Chunks chunks = new Chunks();
    List<Object> items = new ArrayList<>();
    new BrokenUpStream(chunks, chunk -> (List<?>) chunk)
        .subscribe(
            new Flow.Subscriber<Object>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(count);
              }

              @Override
              public void onNext(Object item) {
                items.add(item);
              }

              @Override
              public void onError(Throwable failure) {}

              @Override
              public void onComplete() {}
            });
    assertEquals(count, items.size());
    assertEquals(1, chunks.asked);
  }
}
