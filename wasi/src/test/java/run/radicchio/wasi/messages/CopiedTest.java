package run.radicchio.wasi.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopiedTest {
  /** Gives words in one buffer, as a guest's memory is one. */
  private static final class OneBuffer implements Flow.Publisher<ByteBuffer>, Flow.Subscription {
    final List<Long> asked = new ArrayList<>();
    boolean isCancelled;
    Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private final ByteBuffer memory = ByteBuffer.allocateDirect(8);

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> given) {
      subscriber = given;
      given.onSubscribe(this);
    }

    void give(String word) {
      memory.clear().put(word.getBytes(UTF_8)).flip();
      subscriber.onNext(memory.asReadOnlyBuffer());
    }

    @Override
    public void request(long count) {
      asked.add(count);
    }

    @Override
    public void cancel() {
      isCancelled = true;
    }
  }

  /** Keeps what it is given. */
  private static final class Keeping implements Flow.Subscriber<ByteBuffer> {
    final List<ByteBuffer> chunks = new ArrayList<>();
    String end = "none";
    Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(ByteBuffer chunk) {
      chunks.add(chunk);
    }

    @Override
    public void onError(Throwable failure) {
      end = failure.getMessage();
    }

    @Override
    public void onComplete() {
      end = "complete";
    }

    List<String> words() {
      return chunks.stream().map(chunk -> UTF_8.decode(chunk).toString()).toList();
    }
  }

  private final OneBuffer source = new OneBuffer();
  private final Keeping kept = new Keeping();

  @Test
  void chunksLast() {
    new Copied(source).subscribe(kept);
    source.give("first");
    source.give("2nd");
    source.subscriber.onComplete();
    assertEquals(List.of("first", "2nd"), kept.words());
    assertEquals("complete", kept.end);
  }

  @Test
  void whatIsAskedForIsPassedOn() {
    new Copied(source).subscribe(kept);
    kept.subscription.request(3);
    kept.subscription.cancel();
    assertEquals(List.of(3L), source.asked);
    assertTrue(source.isCancelled);
  }

  @Test
  void failuresArePassedOn() {
    new Copied(source).subscribe(kept);
    source.subscriber.onError(new IOException("it broke"));
    assertEquals("it broke", kept.end);
  }
}
