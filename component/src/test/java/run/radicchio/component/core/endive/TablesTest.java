package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.host;
import static run.radicchio.component.core.endive.Modules.instance;
import static run.radicchio.component.core.endive.Modules.type;
import static run.radicchio.component.type.CoreType.NumberType.I32;
import static run.radicchio.component.type.CoreType.NumberType.I64;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;

final class TablesTest {

  private static void assertTrap(Trap.Kind kind, Executable call) {
    assertEquals(kind, assertThrows(Trap.class, call).kind());
  }

  /** A shim, and the fixup that fills its table with functions of the host. */
  @Nested
  final class Shim {
    private final List<Object> seen = new ArrayList<>();
    private final CoreInstance shim = instance("shim");
    private final CoreExtern.Function takesTwo =
        host(
            type(List.of(I32, I32)),
            a -> {
              seen.addAll(List.of(a));
              return null;
            });
    private final CoreExtern.Function returnsLong =
        host(type(List.of(I32), I64), a -> (int) a[0] * 3L);

    private void fix() {
      instance("fixup", takesTwo, returnsLong, shim.export("$imports"));
    }

    @Test
    void forwards() {
      fix();
      call(shim, "0", 4, 5);
      assertEquals(List.of(4, 5), seen);
      assertEquals(21L, call(shim, "1", 7));
    }

    @Test
    void callsFromCompiledCodeToo() {
      fix();
      assertEquals(121L, call(shim, "3", 7));
    }

    @Test
    void forwardsWhatIsThereNow() {
      fix();
      assertEquals(21L, call(shim, "1", 7));
      var other = host(type(List.of(I32), I64), a -> -1L);
      instance("fixup", takesTwo, other, shim.export("$imports"));
      assertEquals(-1L, call(shim, "1", 7));
      assertEquals(99L, call(shim, "3", 7));
    }

    @Test
    void beforeItIsFilledItTraps() {
      assertTrap(Trap.Kind.UNINITIALIZED_ELEMENT, () -> call(shim, "1", 7));
      assertTrap(Trap.Kind.UNINITIALIZED_ELEMENT, () -> call(shim, "3", 7));
      fix();
      assertTrap(Trap.Kind.UNINITIALIZED_ELEMENT, () -> call(shim, "2", 7));
    }

    @Test
    void aFunctionOfAnotherTypeTraps() {
      CoreInstance tables = instance("tables");
      call(tables, "set", 0, tables.export("one"));
      CoreInstance other =
          instance("other", tables.export("table"), tables.export("global"), tables.export("one"));
      assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(other, "call-int", 0, 1));
    }
  }

  private final CoreInstance tables = instance("tables");
  private final CoreExtern.Table table = (CoreExtern.Table) tables.export("table");

  private CoreInstance other() {
    return instance("other", table, tables.export("global"), tables.export("one"));
  }

  @Test
  void callsItsOwnFunctions() {
    assertEquals(1, call(tables, "call", 0));
    assertEquals(2, call(tables, "call", 1));
    assertEquals(4L, call(tables, "call-long", 2));
    assertEquals(2, call(tables, "call-global"));
    assertEquals(2, call(tables, "tail", 1));
  }

  @Test
  void trapsAsSpecified() {
    assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(tables, "call", 2));
    assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(tables, "call-long", 0));
    assertTrap(Trap.Kind.UNINITIALIZED_ELEMENT, () -> call(tables, "call", 3));
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> call(tables, "call", 10));
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> call(tables, "call", -1));
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> call(tables, "get", 10));
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> call(tables, "init", 8, 0, 3));
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> call(tables, "init", 0, 2, 2));
  }

  @Test
  void callsReachOtherInstances() {
    CoreInstance other = other();
    assertEquals(1, call(other, "call", 0));
    assertEquals(2, call(other, "call", 1));
    assertEquals(11, call(other, "call", 5));
    assertEquals(1, call(other, "call", 6));
    assertEquals(11, call(tables, "call", 5));
    assertEquals(1, call(tables, "call", 6));
  }

  @Test
  void wrongTypesTrapAcrossInstances() {
    CoreInstance other = other();
    // The type indices of $to-int here and $int-to-int there are equal: only the types may count.
    assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(other, "call-int", 1, 5));
    assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(other, "call-int", 5, 5));
    // No type of that module is like that of element 2.
    assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(other, "call", 2));
    assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(tables, "call-int", 5, 5));
    assertTrap(Trap.Kind.UNINITIALIZED_ELEMENT, () -> call(other, "call", 4));
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> call(other, "call", 10));
  }

  @Test
  void referencesMoveBetweenTables() {
    CoreInstance other = other();
    call(other, "copy-in", 2, 0, 8);
    assertEquals(1, call(other, "call-own", 2));
    assertEquals(2, call(other, "call-own", 3));
    assertEquals(11, call(other, "call-own", 7));
    call(other, "move", 0, 1);
    assertEquals(2, call(other, "call-own", 0));
    call(other, "fill", 7, 1, 3);
    assertEquals(2, call(tables, "call", 9));
    call(other, "copy-out", 3, 7, 1);
    assertEquals(11, call(tables, "call", 3));
    call(tables, "set", 5, call(tables, "get", 0));
    assertEquals(1, call(other, "call", 5));
  }

  @Test
  void referencesMoveThroughGlobals() {
    CoreInstance other = other();
    assertSame(call(tables, "get", 1), call(other, "get-global"));
    call(other, "set-global");
    assertEquals(12, call(tables, "call-global"));
    assertEquals(12, call(other, "call", 9));
  }

  @Test
  void functionsOfTheHostAreElements() {
    var nine = host(type(List.of(), I32), a -> 9);
    call(tables, "set", 4, nine);
    assertEquals(9, call(tables, "call", 4));
    assertSame(nine, call(tables, "get", 4));
    assertSame(nine, table.function(4));
    assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(tables, "call-long", 4));
  }

  @Test
  void theHostReadsElements() {
    assertEquals(2, call(table.function(1)));
    assertSame(tables.export("one"), table.function(0));
    assertNull(table.function(3));
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> table.function(10));
  }

  @Test
  void growthIsSeenByAllAndByNoOtherInstance() {
    CoreInstance other = other();
    assertEquals(10, call(tables, "grow", 4));
    assertEquals(14, call(tables, "size"));
    assertEquals(3, call(other, "call", 13));
    assertEquals(-1, call(tables, "grow", 7));
    assertEquals(14L, table.type().limits().minimum());
    assertEquals(20L, table.type().limits().maximum());
    CoreInstance second = Modules.module("tables").instantiate(List.of());
    assertEquals(10, call(second, "size"));
  }

  @Test
  void passiveElementsAreCopiedUntilDropped() {
    call(tables, "init", 6, 1, 2);
    assertEquals(2, call(tables, "call", 6));
    assertEquals(42, call(tables, "call-int", 7, 41));
    call(tables, "drop");
    call(tables, "init", 6, 0, 0);
    assertTrap(Trap.Kind.TABLE_OUT_OF_BOUNDS, () -> call(tables, "init", 6, 0, 1));
  }

  /** Functions of declared subtypes, in a table that instances with other type indices share. */
  @Nested
  final class Subtypes {
    private final CoreInstance subtypes = instance("subtypes");
    private final CoreInstance user =
        instance(
            "subtypes-user",
            subtypes.export("table"),
            subtypes.export("base"),
            subtypes.export("derived"),
            subtypes.export("reference"));

    @ParameterizedTest
    @ValueSource(strings = {"base", "tail-base"})
    void areCalledByTheTypeAbove(String call) {
      for (int element : List.of(0, 1, 6)) {
        assertEquals(element, call(user, call, element));
      }
      assertEquals(0, call(user, call, 4));
      assertEquals(1, call(user, call, 5));
      assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(user, call, 2));
      assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(user, call, 3));
      assertTrap(Trap.Kind.UNINITIALIZED_ELEMENT, () -> call(user, call, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derived", "tail-derived"})
    void areNotCalledByTheTypeBelow(String call) {
      assertEquals(1, call(user, call, 1));
      assertEquals(1, call(user, call, 5));
      assertEquals(6, call(user, call, 6));
      for (int element : List.of(0, 2, 3, 4)) {
        assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(user, call, element));
      }
    }

    @Test
    void lookAlikesAreOtherTypes() {
      assertEquals(2, call(user, "plain", 2));
      assertEquals(3, call(user, "grouped", 3));
      for (int element : List.of(0, 1, 3)) {
        assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(user, "plain", element));
      }
      for (int element : List.of(0, 1, 2)) {
        assertTrap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(user, "grouped", element));
      }
    }

    @Test
    void areToldApartByCasts() {
      List<Integer> isBase = List.of(1, 1, 0, 0, 1, 1, 1, 0);
      List<Integer> isDerived = List.of(0, 1, 0, 0, 0, 1, 1, 0);
      for (int element = 0; element < 8; element++) {
        assertEquals(isBase.get(element), call(user, "is-base", element));
        assertEquals(isDerived.get(element), call(user, "is-derived", element));
        assertEquals(element < 7 ? 1 : 0, call(user, "is-function", element));
      }
      assertEquals(1, call(user, "branches", 5));
      assertEquals(6, call(user, "branches", 6));
      assertEquals(101, call(user, "branches", 0));
      assertEquals(100, call(user, "branches", 7));
    }

    @Test
    void areNotImportedAsLookAlikes() {
      CoreExtern reference = subtypes.export("reference");
      assertThrows(IllegalArgumentException.class, () -> instance("subtypes-wrong", reference));
    }

    @Test
    void areCalledByReferenceOfAnotherInstance() {
      assertEquals(1, call(user, "call-global"));
    }
  }
}
