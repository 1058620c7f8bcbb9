package run.radicchio.wasi.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class P3StreamsTest {

  /** Takes what it is given when it has asked for it. */
  private static final class Reader implements Flow.Subscriber<String> {
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(String item) {
      events.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      events.add("failure");
    }

    @Override
    public void onComplete() {
      events.add("end");
    }
  }

  private static final class Words implements Source<String> {
    private final Iterator<String> words;
    private final boolean failing;
    volatile boolean closed;

    Words(boolean failing, String... words) {
      this.words = List.of(words).iterator();
      this.failing = failing;
    }

    @Override
    public @Nullable String next() throws IOException {
      if (!words.hasNext() && failing) {
        throw new IOException("no more words");
      }
      return words.hasNext() ? words.next() : null;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void publishesWhatIsAskedFor() throws Exception {
    Words words = new Words(false, "one", "two", "three");
    Drawn<String> drawn = Drawn.whenItComes(words);
    Reader reader = new Reader();
    drawn.subscribe(reader);
    assertTrue(reader.events.isEmpty());
    reader.subscription.request(2);
    assertEquals("one", reader.events.take());
    assertEquals("two", reader.events.take());
    reader.subscription.request(9);
    assertEquals("three", reader.events.take());
    assertEquals("end", reader.events.take());
    assertNull(drawn.end().get());
    assertTrue(words.closed);
  }

  @Test
  void aFailureEndsTheStreamAndIsToldBesides() throws Exception {
    Drawn<String> drawn = Drawn.atOnce(new Words(true, "one"));
    Reader reader = new Reader();
    drawn.subscribe(reader);
    reader.subscription.request(9);
    assertEquals("one", reader.events.take());
    assertEquals("end", reader.events.take());
    assertEquals("no more words", present(drawn.end().get()).getMessage());
  }

  private static IOException present(@Nullable IOException failure) {
    assertNotNull(failure);
    return failure;
  }

  @Test
  void whoHasEnoughIsNotWaitedFor() throws Exception {
    try (PipedOutputStream writer = new PipedOutputStream()) {
      Drawn<ByteBuffer> drawn =
          Drawn.whenItComes(new InputSource(new InputPump(new PipedInputStream(writer))));
      BlockingQueue<Flow.Subscription> subscriptions = new LinkedBlockingQueue<>();
      drawn.subscribe(
          new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
              subscriptions.add(subscription);
            }

            @Override
            public void onNext(ByteBuffer item) {}

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
          });
      Flow.Subscription subscription = subscriptions.take();
      subscription.request(1); // waits for input that never comes
      subscription.cancel();
      assertNull(drawn.end().get());
    }
  }

  @Test
  void writesChunksInOrder() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ChunkWriter chunks = new ChunkWriter(new ByteWriter(Sink.of(written)));
    try (SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>()) {
      publisher.subscribe(chunks);
      for (int i = 0; i < 100; i++) {
        publisher.submit(ByteBuffer.wrap((i + " ").getBytes(UTF_8)));
      }
    }
    assertNull(chunks.end().get());
    assertTrue(written.toString(UTF_8).startsWith("0 1 2 3 "));
    assertTrue(written.toString(UTF_8).endsWith("98 99 "));
  }

  @Test
  void whatHasFailedSaysSoThoughNobodyReads() {
    IOException failure = new IOException("no");
    Drawn<String> failed = Drawn.failed(failure);
    assertEquals(failure, failed.end().getNow(null));
    Reader reader = new Reader();
    failed.subscribe(reader);
    reader.subscription.cancel();
    assertEquals(failure, failed.end().getNow(null));
  }

  @Test
  void asksForNoMoreAfterAFailure() throws Exception {
    BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    ChunkWriter chunks =
        new ChunkWriter(
            new ByteWriter(
                new Sink() {
                  @Override
                  public void write(ByteBuffer bytes) throws IOException {
                    throw new IOException("full");
                  }

                  @Override
                  public void flush() {}
                }));
    chunks.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {
            calls.add("request " + count);
          }

          @Override
          public void cancel() {
            calls.add("cancel");
          }
        });
    assertEquals("request 1", calls.take());
    chunks.onNext(ByteBuffer.allocate(1));
    assertEquals("full", present(chunks.end().get()).getMessage());
    assertEquals("cancel", calls.take());
    assertFalse(calls.contains("request 1"));
  }
}
