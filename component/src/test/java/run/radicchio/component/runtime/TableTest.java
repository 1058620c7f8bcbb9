package run.radicchio.component.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

class TableTest {
  private final Table<String> table = new Table<>(new Quota(StoreOptions.defaults()));

  private List<String> elements() {
    List<String> elements = new ArrayList<>();
    table.forEach(elements::add);
    return elements;
  }

  @Test
  void indicesBeginAtOneAndTheOneFreedLastIsUsedFirst() {
    for (int i = 1; i <= 20; i++) {
      assertEquals(i, table.add("e" + i));
    }
    assertEquals("e7", table.remove(7));
    assertEquals("e3", table.remove(3));
    assertEquals(18, table.count());
    assertEquals(3, table.add("x"));
    assertEquals(7, table.add("y"));
    assertEquals(21, table.add("z"));
    assertEquals("x", table.get(3));
    assertEquals(21, table.count());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 1 << 27, -1, Integer.MIN_VALUE})
  void anIndexOfNothingTraps(int index) {
    table.add("one");
    table.add("two");
    table.remove(2);
    for (Trap trap :
        List.of(
            assertThrows(Trap.class, () -> table.get(index)),
            assertThrows(Trap.class, () -> table.remove(index)))) {
      assertEquals(Trap.Kind.UNKNOWN_HANDLE, trap.kind());
      assertEquals("unknown handle index " + Integer.toUnsignedString(index), trap.getMessage());
    }
  }

  @Test
  void clearingGivesEachElement() {
    table.add("one");
    table.add("two");
    table.add("three");
    table.remove(2);
    assertEquals(List.of("one", "three"), elements());
    List<String> cleared = new ArrayList<>();
    table.clear(cleared::add);
    assertEquals(List.of("one", "three"), cleared);
    assertEquals(List.of(), elements());
    assertEquals(1, table.add("new"));
  }
}
