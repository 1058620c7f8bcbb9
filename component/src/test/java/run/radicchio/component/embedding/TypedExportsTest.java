package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkException;
import run.radicchio.component.Linker;
import run.radicchio.component.Trap;
import run.radicchio.component.embedding.Counting.Problem;
import run.radicchio.component.embedding.Counting.ProblemException;
import run.radicchio.component.embedding.Counting.Tally;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitWorld;

/** Java interfaces that guests implement. */
class TypedExportsTest {
  private final MemoryJournal journal = new MemoryJournal();
  private final Instance instance = new Linker().add(journal).instantiate(TestGuests.WORDS);
  private final Counting counting = instance.exports(Counting.class);

  @AfterEach
  void close() {
    instance.close();
  }

  @Test
  void functionThatReturnsOrThrows() throws ProblemException {
    assertEquals(3, counting.count("one two three"));
    ProblemException empty = assertThrows(ProblemException.class, () -> counting.count(" "));
    assertEquals(new Problem.Empty(), empty.error());
    ProblemException tooLong =
        assertThrows(ProblemException.class, () -> counting.count("a".repeat(1001)));
    assertEquals(new Problem.TooLong(1001), tooLong.error());
  }

  @Test
  void resourceOfTheGuest() {
    try (Tally tally = counting.tally("mine")) {
      assertEquals(2, tally.add("to be"));
      assertEquals(4, tally.add("or not"));
      assertEquals(4, tally.total());
      assertEquals(1, instance.handleCount(), "the page");
    }
    assertEquals(0, instance.handleCount());
    assertEquals(List.of("mine: to be", "mine: or not", "mine is closed"), journal.lines);
  }

  @Test
  void resourceThatIsGivenAway() {
    Tally a = counting.tally("a");
    Tally b = counting.tally("b");
    a.add("x y");
    b.add("z");
    try (Tally merged = counting.merge(a, b)) {
      assertEquals(3, merged.total());
      IllegalArgumentException gone = assertThrows(IllegalArgumentException.class, a::total);
      assertTrue(gone.getMessage().contains("given away"), gone.getMessage());
      assertThrows(IllegalArgumentException.class, () -> counting.larger(merged, b));
      a.close();
      b.close();
      assertEquals(3, merged.total(), "mistakes of the host do not end the guest");
    }
  }

  @Test
  void resourceThatIsLent() {
    try (Tally a = counting.tally("a");
        Tally b = counting.tally("b")) {
      a.add("x y");
      assertEquals(2, counting.larger(a, b));
      assertEquals(2, counting.larger(a, a));
    }
    assertEquals(List.of("a: x y", "b is closed", "a is closed"), journal.lines);
  }

  @Test
  void resourceThatIsNoneOfTheGuests() {
    Tally own =
        new Tally() {
          @Override
          public int add(String text) {
            return 0;
          }

          @Override
          public int total() {
            return 0;
          }

          @Override
          public void close() {}
        };
    try (Tally tally = counting.tally("guest's");
        Instance other = new Linker().add(journal).instantiate(TestGuests.WORDS);
        Tally others = other.exports(Counting.class).tally("other's")) {
      Exception mine =
          assertThrows(IllegalArgumentException.class, () -> counting.larger(tally, own));
      assertTrue(mine.getMessage().contains("must be one that the guest made"), mine.getMessage());
      assertThrows(IllegalArgumentException.class, () -> counting.larger(tally, others));
      assertEquals(0, counting.larger(tally, tally));
    }
  }

  @Test
  void argumentThatIsNull() throws ProblemException {
    assertThrows(IllegalArgumentException.class, () -> counting.count(null));
    assertEquals(1, counting.count("x"));
  }

  @Test
  void closingAfterTheEndDoesNothing() {
    Tally tally = counting.tally("t");
    instance.close();
    tally.close();
    assertEquals(List.of("t is closed"), journal.lines, "its page, with the instance");
    Trap trap = assertThrows(Trap.class, tally::total);
    assertEquals(Trap.Kind.CANNOT_ENTER, trap.kind());
  }

  @Test
  void objectsAreObjects() {
    assertSame(counting, instance.exports(Counting.class));
    assertTrue(counting.toString().contains("Counting"));
    try (Tally a = counting.tally("a");
        Tally b = counting.tally("b")) {
      assertNotEquals(a, b);
      assertEquals(a, a);
      assertEquals(a.hashCode(), a.hashCode());
      assertFalse(a.toString().isEmpty());
    }
  }

  /** Types that the component does not have. */
  @WitInterface(value = "example:words/counting", versions = "1.0.0")
  public interface OtherCounting {
    @Unsigned long count(String text);

    int larger();

    void missing();
  }

  @Test
  void everyMismatchIsTold() {
    LinkException failure =
        assertThrows(LinkException.class, () -> instance.exports(OtherCounting.class));
    String all = failure.getMessage();
    String prefix =
        "the component's export example:words/counting@1.2.0 does not match "
            + OtherCounting.class.getTypeName();
    assertTrue(failure.problems().stream().allMatch(p -> p.startsWith(prefix)), all);
    for (String function : List.of(": count: ", ": larger: ", "`missing`")) {
      assertTrue(all.contains(function), all);
    }
  }

  /** What the component does not export. */
  @WitInterface(value = "example:words/counting", versions = "2.0.0")
  public interface NextCounting {}

  @Test
  void missingExportNamesWhatThereIs() {
    LinkException failure =
        assertThrows(LinkException.class, () -> instance.exports(NextCounting.class));
    assertEquals(
        List.of(
            "the component does not export example:words/counting@2.0.0, which "
                + NextCounting.class.getTypeName()
                + " is; it exports example:words/counting@1.2.0, example:words/flows@1.2.0"),
        failure.problems());
  }

  /** Functions that a component exports directly. */
  @WitWorld
  public interface Greed {
    int grow(@Unsigned int pages);

    List<String> repeat(@Unsigned int times);

    void rest();

    default int size() {
      return grow(0);
    }
  }

  @Test
  void functionsOfAWorld() {
    Nap nap = () -> {};
    try (Instance greedy = new Linker().add(nap).instantiate(TestGuests.GREEDY)) {
      Greed greed = greedy.exports(Greed.class);
      assertEquals(2, greed.size());
      assertEquals(2, greed.grow(1));
      assertEquals(3, greed.size());
      assertEquals(2, greed.repeat(2).size());
      greed.rest();
    }
  }

  @Test
  void trapOfATypedCall() {
    Nap nap =
        () -> {
          throw new IllegalStateException("not tired");
        };
    try (Instance greedy = new Linker().add(nap).instantiate(TestGuests.GREEDY)) {
      Trap trap = assertThrows(Trap.class, () -> greedy.exports(Greed.class).rest());
      assertEquals(Trap.Kind.HOST_FAILURE, trap.kind());
      assertInstanceOf(IllegalStateException.class, rootOf(trap));
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
