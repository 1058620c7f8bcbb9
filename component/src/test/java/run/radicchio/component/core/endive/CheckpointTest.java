package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.instance;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreLimits;

final class CheckpointTest {
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  /** What can be told of {@code checkpoint.wat}. */
  private record State(
      List<Object> memory, List<Object> table, List<Object> globals, boolean segments) {
    static State of(CoreInstance guest) {
      return new State(
          List.of(
              call(guest, "pages"),
              call(guest, "load", 8),
              call(guest, "load", 16),
              call(guest, "load", 40_000)),
          List.of(
              call(guest, "elements"),
              call(guest, "call", 0),
              call(guest, "is-null", 0),
              call(guest, "is-null", 1)),
          List.of(
              call(guest, "int"),
              call(guest, "long"),
              call(guest, "double"),
              call(guest, "has-function")),
          hasSegments(guest));
    }

    private static boolean hasSegments(CoreInstance guest) {
      try {
        call(guest, "init-memory");
        call(guest, "init-table");
        return true;
      } catch (Trap dropped) {
        return false;
      }
    }
  }

  @Test
  void isAllThatAnInstanceCanChangeOfItself() {
    CoreInstance guest = instance("checkpoint");
    assertEquals(LINUX, guest.checkpoint());
    State first = State.of(instance("checkpoint"));
    for (int life = 0; LINUX && life < 3; life++) {
      assertEquals(first, State.of(guest));
      call(guest, "change");
      assertEquals(
          new State(List.of(3, -1, 9, -1), List.of(5, 2, 0, 0), List.of(70, 80L, 1.5, 0), false),
          State.of(guest));
      assertEquals(-1, call(guest, "load", 150_000));
      guest.restore();
      assertThrows(Trap.class, () -> call(guest, "load", 150_000));
      assertThrows(Trap.class, () -> call(guest, "call", 1));
    }
    guest.close();
  }

  @Test
  void whatItHadGrownByIsZeroWhenItGrowsAgain() {
    CoreInstance guest = instance("checkpoint");
    if (guest.checkpoint()) {
      call(guest, "change");
      guest.restore();
      call(guest, "change");
      assertEquals(0, call(guest, "load", 150_004));
      assertEquals(0, call(guest, "load", 120_000));
    }
    guest.close();
  }

  @Test
  void givesBackWhatItHadGrownBy() {
    Counted counted = new Counted();
    CoreInstance guest = Modules.module("checkpoint").instantiate(List.of(), counted);
    if (guest.checkpoint()) {
      Counted before = counted.copy();
      call(guest, "change");
      assertEquals(before.memory + (2 << 16), counted.memory);
      assertEquals(before.elements + 3, counted.elements);
      guest.restore();
      assertEquals(before.memory, counted.memory);
      assertEquals(before.elements, counted.elements);
    }
    guest.close();
  }

  @Test
  void doesNotKnowObjects() {
    CoreInstance guest = instance("objects");
    assertFalse(guest.checkpoint());
    assertThrows(IllegalStateException.class, guest::restore);
    guest.close();
  }

  private static final class Counted implements CoreLimits {
    private long memory;
    private long elements;

    Counted copy() {
      Counted copy = new Counted();
      copy.memory = memory;
      copy.elements = elements;
      return copy;
    }

    @Override
    public boolean takeMemory(long bytes) {
      memory += bytes;
      return true;
    }

    @Override
    public boolean takeTableElements(long count) {
      elements += count;
      return true;
    }

    @Override
    public void giveMemory(long bytes) {
      memory -= bytes;
    }

    @Override
    public void giveTableElements(long count) {
      elements -= count;
    }
  }
}
