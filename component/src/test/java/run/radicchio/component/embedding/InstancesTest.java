package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkException;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.Trap;

/** Instances that import what others export. */
class InstancesTest {
  private final MemoryJournal journal = new MemoryJournal();
  private final Linker host = new Linker().add(journal);

  @Test
  void resourcesAndStreamsCross() {
    try (Store store = new Store()) {
      Instance words = host.instantiate(TestGuests.WORDS, store);
      Instance report = new Linker().addExports(words).instantiate(TestGuests.REPORT, store);
      Reports reports = report.exports(Reports.class);
      assertEquals(3, reports.larger("a b c", "d e"));
      assertEquals(
          List.of("a b c: a b c", "d e: d e", "a b c is closed", "d e is closed"), journal.lines);
      assertEquals("QUIET", Streams.text(Streams.get(reports.shout(Streams.ofText("quiet")))));
      assertEquals(0, store.handleCount());
    }
  }

  @Test
  void bothCanBeCalledByTheHost() throws Counting.ProblemException {
    try (Store store = new Store()) {
      Instance words = host.instantiate(TestGuests.WORDS, store);
      Instance report = new Linker().addExports(words).instantiate(TestGuests.REPORT, store);
      assertEquals(2, words.exports(Counting.class).count("x y"));
      assertEquals(1, report.exports(Reports.class).larger("x", ""));
    }
  }

  @Test
  void anExportUnderAnotherName() {
    try (Store store = new Store()) {
      Instance words = host.instantiate(TestGuests.WORDS, store);
      Linker linker =
          new Linker()
              .addExport("example:words/counting@1.0.0", words, "example:words/counting@1.2.0")
              .addExport("example:words/flows@1.0.3", words, "example:words/flows@1.2.0");
      assertEquals(
          List.of("example:words/counting@1.0.0", "example:words/flows@1.0.3"), linker.names());
      assertEquals(
          1, linker.instantiate(TestGuests.REPORT, store).exports(Reports.class).larger("x", ""));
      IllegalArgumentException none =
          assertThrows(
              IllegalArgumentException.class, () -> linker.addExport("x", words, "nothing"));
      assertTrue(none.getMessage().contains("example:words/flows@1.2.0"), none.getMessage());
    }
  }

  @Test
  void theirResourceTypesAreTheirOwn() {
    try (Store store = new Store()) {
      Instance first = host.instantiate(TestGuests.WORDS, store);
      Instance second = host.instantiate(TestGuests.WORDS, store);
      Counting.Tally tally = first.exports(Counting.class).tally("first's");
      Counting other = second.exports(Counting.class);
      Counting.Tally others = other.tally("second's");
      assertThrows(IllegalArgumentException.class, () -> other.larger(others, tally));
    }
  }

  @Test
  void exportsOfAnotherStore() {
    try (Instance words = host.instantiate(TestGuests.WORDS);
        Store store = new Store()) {
      Linker linker = new Linker().addExports(words);
      IllegalArgumentException failure =
          assertThrows(
              IllegalArgumentException.class, () -> linker.instantiate(TestGuests.REPORT, store));
      assertTrue(failure.getMessage().contains("example:words/counting@1.0.0"));
      assertThrows(IllegalArgumentException.class, () -> linker.instantiate(TestGuests.REPORT));
      assertEquals(
          1,
          linker
              .instantiate(TestGuests.REPORT, words.store())
              .exports(Reports.class)
              .larger("x", ""));
    }
  }

  @Test
  void exportsThatDoNotMatch() {
    try (Instance words = host.instantiate(TestGuests.WORDS)) {
      Linker linker =
          new Linker()
              .addExports(words)
              .addExport("example:words/counting@1.0.0", words, "example:words/flows@1.2.0");
      LinkException failure =
          assertThrows(LinkException.class, () -> linker.link(TestGuests.REPORT));
      assertTrue(
          failure
              .getMessage()
              .contains(
                  "the component's import example:words/counting@1.0.0 does not match the"
                      + " instance: "),
          failure.getMessage());
    }
  }

  @Test
  void theyEndTogether() {
    Store store = new Store();
    Instance words = host.instantiate(TestGuests.WORDS, store);
    Instance report = new Linker().addExports(words).instantiate(TestGuests.REPORT, store);
    words.close();
    Trap trap = assertThrows(Trap.class, () -> report.exports(Reports.class).larger("x", ""));
    assertEquals(Trap.Kind.CANNOT_ENTER, trap.kind());
    report.close();
    store.close();
    assertThrows(Trap.class, () -> host.instantiate(TestGuests.WORDS, store));
  }
}
