package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import net.jqwik.api.lifecycle.AfterContainer;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Result;
import run.radicchio.component.Trap;
import run.radicchio.component.guest.Later.Row;
import run.radicchio.component.guest.Later.Wide;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitWorld;

/** Calls of {@code async} functions through a Java interface, beside those with dynamic values. */
class LaterTest {
  private static final Component COMPONENT = Guests.load("later");
  private static final Pauses PAUSES = new Pauses();
  private static final Instance LATER = new Linker().add(PAUSES).instantiate(COMPONENT);
  private static final Later TYPED = LATER.exports(Later.class);

  /** What the component imports. */
  @WitWorld
  public interface Pause {
    CompletionStage<Void> pause();
  }

  private static final class Pauses implements Pause {
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    @Override
    public CompletionStage<Void> pause() {
      begun.add(new CompletableFuture<>());
      return begun.getLast();
    }
  }

  @AfterContainer
  static void close() {
    assertEquals(0, LATER.handleCount());
    LATER.close();
  }

  private static Object dynamic(String name, Object... arguments) {
    return LATER.function(name).orElseThrow().callAsync(arguments).join();
  }

  /** What a call that returns at once has returned. */
  private static <T> T now(CompletionStage<T> stage) {
    assertTrue(stage.toCompletableFuture().isDone());
    return stage.toCompletableFuture().join();
  }

  private static Throwable failure(CompletionStage<?> stage) {
    return assertThrows(CompletionException.class, stage.toCompletableFuture()::join).getCause();
  }

  @Property(tries = 300)
  void numbers(
      @ForAll byte u8,
      @ForAll short s16,
      @ForAll long u64,
      @ForAll float f32,
      @ForAll double f64,
      @ForAll boolean bool,
      @ForAll @IntRange(max = 0xd7ff) int character) {
    assertEquals(u8, now(TYPED.echoU8(u8)));
    assertEquals(u8, dynamic("echo-u8", u8));
    assertEquals(s16, now(TYPED.echoS16(s16)));
    assertEquals(u64, now(TYPED.echoU64(u64)));
    assertEquals(f32, now(TYPED.echoF32(f32)));
    assertEquals(f64, now(TYPED.echoF64(f64)));
    assertEquals(bool, now(TYPED.echoBool(bool)));
    assertEquals(character, now(TYPED.echoChar(character)));
    assertEquals(character, dynamic("echo-char", character));
  }

  @Property(tries = 300)
  void parametersOfAllSorts(
      @ForAll int a, @ForAll byte b, @ForAll long c, @ForAll float d, @ForAll double e) {
    double least =
        DoubleStream.of((double) Integer.toUnsignedLong(a), b, (double) c, d, e)
            .min()
            .orElseThrow();
    assertEquals(least, now(TYPED.least(a, b, c, d, e)));
    assertEquals(least, dynamic("least", a, b, c, d, e));
  }

  @Property(tries = 300)
  void textsAndTuples(
      @ForAll byte first,
      @ForAll long second,
      @ForAll @CharRange(from = ' ', to = '\u2fff') @StringLength(max = 40) String third) {
    assertEquals(third, now(TYPED.echoString(third)));
    Row row = new Row(first, second, third);
    assertEquals(row, now(TYPED.echoRow(row)));
    RecordValue same = new RecordValue(List.of(first, second, third));
    assertEquals(same.fields(), fields(dynamic("echo-row", same.fields())));
    Wide wide = new Wide(third, "b", third, "d", "", "f", "g", third, first);
    assertEquals(wide, now(TYPED.echoWide(wide)));
  }

  private static Object fields(Object tuple) {
    return tuple instanceof RecordValue(List<Object> values) ? values : tuple;
  }

  @Property(tries = 300)
  void optionsAndLists(
      @ForAll @WithNull Long number,
      @ForAll @Size(max = 5) int[] words,
      @ForAll @Size(max = 5) List<@WithNull String> texts) {
    Optional<Long> inner = Optional.ofNullable(number);
    assertEquals(inner, now(TYPED.echoOption(inner)));
    assertNull(now(TYPED.echoOption(null)));
    assertArrayEquals(words, now(TYPED.echoWords(words)));
    List<Row> rows = new ArrayList<>();
    texts.forEach(text -> rows.add(text == null ? null : new Row((byte) 1, -1, text)));
    assertEquals(rows, now(TYPED.echoNested(rows)));
  }

  @Example
  void resultsThatAreNothingOrErrors() throws Later.BadTextException {
    assertNull(now(TYPED.nothing()));
    assertEquals("fine", now(TYPED.check(true, "fine")));
    assertEquals(Result.err("bad"), dynamic("check", false, "bad"));
    Later.BadTextException bad =
        assertInstanceOf(Later.BadTextException.class, failure(TYPED.check(false, "bad")));
    assertEquals("bad", bad.error());
  }

  @Example
  void functionsThatAreLiftedWithoutAsync() {
    int freed = TYPED.freed();
    assertEquals(5, now(TYPED.syncWord(5)));
    assertEquals(freed + 5, TYPED.freed());
    Row row = new Row((byte) 200, Long.MIN_VALUE, "row");
    assertEquals(row, now(TYPED.syncRow(row)));
    assertEquals(freed + 6, TYPED.freed());
  }

  @Example
  void argumentsAreTakenWhenTheGuestTakesThem() {
    List<CompletableFuture<String>> stages = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      stages.add(TYPED.paused("text " + i).toCompletableFuture());
    }
    assertEquals(1000, PAUSES.begun.size());
    assertTrue(stages.stream().noneMatch(CompletableFuture::isDone));
    PAUSES.begun.reversed().forEach(pause -> pause.complete(null));
    PAUSES.begun.clear();
    for (int i = 0; i < 1000; i++) {
      assertEquals("text " + i, stages.get(i).join());
    }
  }

  @Example
  void anArgumentThatIsNoneIsTheCallersMistake() {
    assertInstanceOf(IllegalArgumentException.class, failure(TYPED.echoString(null)));
    assertInstanceOf(
        IllegalArgumentException.class, failure(TYPED.echoNested(Arrays.asList(rowOfNull()))));
    assertEquals("fine", now(TYPED.echoString("fine")));
  }

  private static Row rowOfNull() {
    return new Row((byte) 0, 0, null);
  }

  /** A row that takes some texts only. */
  @Tuple
  public record FriendlyRow(@Unsigned byte first, @Unsigned long second, String third) {
    public FriendlyRow {
      if (!third.startsWith("dear")) {
        throw new IllegalStateException("rude: " + third);
      }
    }
  }

  /** Functions of the component whose results are told as friendly rows. */
  @WitWorld
  public interface Friendly {
    CompletionStage<FriendlyRow> echoRow(Row v);

    CompletionStage<FriendlyRow> syncRow(Row v);
  }

  @Example
  void aResultThatIsNotTakenEndsItsCallOnly() {
    Friendly friendly = LATER.exports(Friendly.class);
    int freed = TYPED.freed();
    for (CompletionStage<FriendlyRow> stage :
        List.of(
            friendly.echoRow(new Row((byte) 1, 2, "you")),
            friendly.syncRow(new Row((byte) 1, 2, "you")))) {
      assertEquals("rude: you", failure(stage).getMessage());
    }
    assertEquals(freed + 1, TYPED.freed(), "also where a result is not taken");
    assertEquals("dear you", now(friendly.echoRow(new Row((byte) 1, 2, "dear you"))).third());
  }

  @Example
  void aCallThatIsCancelledOrEndsWithItsStore() {
    Pauses pauses = new Pauses();
    Instance instance = new Linker().add(pauses).instantiate(COMPONENT);
    Later later = instance.exports(Later.class);
    CompletableFuture<String> paused = later.paused("a").toCompletableFuture();
    assertFalse(paused.isDone());
    instance.close();
    assertEquals(Trap.Kind.CLOSED, assertInstanceOf(Trap.class, failure(paused)).kind());
    assertEquals(
        Trap.Kind.CANNOT_ENTER,
        assertInstanceOf(Trap.class, failure(later.echoString("b"))).kind());
  }
}
