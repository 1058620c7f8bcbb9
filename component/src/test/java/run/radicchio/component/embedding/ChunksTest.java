package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.InterfaceException;
import run.radicchio.component.Linker;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;

/** Streams whose items are any number of elements. */
class ChunksTest {
  private final List<Instance> instances = new ArrayList<>();

  /** Of words.wasm, in chunks. */
  @WitInterface(value = "example:words/flows", versions = "1.2.0")
  public interface Flows {
    CompletionStage<Flow.Publisher<@Chunk ByteBuffer>> upper(
        Flow.Publisher<@Chunk ByteBuffer> text);

    CompletionStage<Flow.Publisher<@Unsigned int @Chunk []>> upTo(@Unsigned int n);

    CompletionStage<@Unsigned Long> sum(Flow.Publisher<@Unsigned int @Chunk []> numbers);
  }

  /** Of stream-back.wasm, in chunks. */
  @WitInterface("example:streams/back")
  public interface Back {
    Flow.Publisher<@Chunk ByteBuffer> bytes(Flow.Publisher<@Chunk ByteBuffer> stream);

    Flow.Publisher<@Unsigned int @Chunk []> numbers(Flow.Publisher<@Unsigned Integer> stream);
  }

  /** The same, the other way round. */
  @WitInterface("example:streams/back")
  public interface EachBack {
    Flow.Publisher<@Unsigned Integer> numbers(Flow.Publisher<@Unsigned int @Chunk []> stream);
  }

  /** Has what is no chunk. */
  @WitInterface("example:streams/back")
  public interface NoChunks {
    Flow.Publisher<@Chunk String> bytes();
  }

  /** Has a chunk that is not in a stream. */
  @WitInterface("example:streams/back")
  public interface NoStream {
    @Chunk
    ByteBuffer bytes();
  }

  private <T> T exports(String guest, Class<T> java) {
    Instance instance = new Linker().add(new MemoryJournal()).instantiate(TestGuests.load(guest));
    instances.add(instance);
    return instance.exports(java);
  }

  @AfterEach
  void close() {
    instances.forEach(Instance::close);
  }

  private static <T, R> List<R> collect(Flow.Publisher<T> publisher, Function<T, R> copy) {
    return Streams.get(Streams.collect(publisher, copy));
  }

  private static String text(ByteBuffer bytes) {
    assertTrue(bytes.isReadOnly());
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytesThroughGuest() {
    // Longer than the guest's buffer, shorter, and nothing.
    List<String> texts = List.of("to be, ".repeat(1000), "", "or not", "", " to be");
    Flow.Publisher<ByteBuffer> upper =
        exports("words", Flows.class)
            .upper(Streams.of(texts.stream().map(ChunksTest::bytes).toList()))
            .toCompletableFuture()
            .join();
    List<String> chunks = collect(upper, ChunksTest::text);
    assertEquals(
        String.join("", texts).toUpperCase(java.util.Locale.ROOT), String.join("", chunks));
    assertTrue(chunks.size() < 1000, () -> chunks.size() + " chunks");
  }

  @Test
  void numbersIn() {
    List<int[]> numbers =
        List.of(IntStream.rangeClosed(1, 500).toArray(), new int[] {-1}, new int[0]);
    assertEquals(
        125_250L + 0xFFFF_FFFFL,
        exports("words", Flows.class).sum(Streams.of(numbers)).toCompletableFuture().join());
  }

  @Test
  void numbersOut() {
    Flow.Publisher<int[]> numbers =
        exports("words", Flows.class).upTo(1000).toCompletableFuture().join();
    assertEquals(
        IntStream.rangeClosed(1, 1000).boxed().toList(),
        collect(numbers, int[]::clone).stream().flatMapToInt(Arrays::stream).boxed().toList());
  }

  @Test
  void bytesGivenBack() {
    Back back = exports("stream-back", Back.class);
    List<String> texts = List.of("a", "bc", "def");
    assertEquals(
        texts,
        collect(
            back.bytes(Streams.of(texts.stream().map(ChunksTest::bytes).toList())),
            ChunksTest::text));
  }

  @Test
  void elementsGivenBackAsChunks() {
    Back back = exports("stream-back", Back.class);
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    assertEquals(
        numbers,
        collect(back.numbers(Streams.of(numbers)), int[]::clone).stream()
            .flatMapToInt(Arrays::stream)
            .boxed()
            .toList());
  }

  @Test
  void chunksGivenBackAsElements() {
    EachBack back = exports("stream-back", EachBack.class);
    List<int[]> numbers = List.of(new int[] {1, 2, 3}, new int[] {4});
    assertEquals(List.of(1, 2, 3, 4), collect(back.numbers(Streams.of(numbers)), number -> number));
  }

  @Test
  void chunkOfWhatIsNoNumber() {
    InterfaceException refusal =
        assertThrows(InterfaceException.class, () -> exports("stream-back", NoChunks.class));
    assertTrue(
        refusal.getMessage().contains("a chunk is a ByteBuffer or an array of numbers"),
        refusal.getMessage());
  }

  @Test
  void chunkThatIsInNoStream() {
    InterfaceException refusal =
        assertThrows(InterfaceException.class, () -> exports("stream-back", NoStream.class));
    assertTrue(refusal.getMessage().contains("@Chunk means nothing on"), refusal.getMessage());
  }
}
