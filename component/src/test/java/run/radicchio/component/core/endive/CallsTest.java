package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.host;
import static run.radicchio.component.core.endive.Modules.instance;
import static run.radicchio.component.core.endive.Modules.module;
import static run.radicchio.component.core.endive.Modules.type;
import static run.radicchio.component.type.CoreType.NumberType.F32;
import static run.radicchio.component.type.CoreType.NumberType.F64;
import static run.radicchio.component.type.CoreType.NumberType.I32;
import static run.radicchio.component.type.CoreType.NumberType.I64;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.type.CoreType;

final class CallsTest {
  private static final CoreType.Reference EXTERN =
      new CoreType.Reference(true, CoreType.AbstractHeap.EXTERN);
  private static final CoreType.Reference FUNC =
      new CoreType.Reference(true, CoreType.AbstractHeap.FUNC);

  private final CoreExtern.Function subtract =
      host(type(List.of(I32, I32), I32), a -> (int) a[0] - (int) a[1]);
  private int calls;

  private final CoreInstance guest =
      instance(
          "calls",
          subtract,
          host(type(List.of(I64), I64), a -> (long) a[0] + 1),
          host(type(List.of(F32), F32), a -> (float) a[0] / 2),
          host(type(List.of(F64, I32), F64), a -> (double) a[0] * (int) a[1]),
          host(
              type(List.of()),
              a -> {
                calls++;
                return null;
              }),
          host(type(List.of(I32), I32, F64), a -> new Object[] {a[0], 0.25}),
          host(type(List.of(EXTERN), EXTERN), a -> a[0]),
          host(type(List.of(FUNC), FUNC), a -> a[0]));

  @Test
  void passesEveryKindOfNumberBothWays() {
    assertEquals(-3, call(guest, "i", 4, 7));
    assertEquals(Long.MIN_VALUE, call(guest, "l", Long.MAX_VALUE));
    assertEquals(-0.75f, call(guest, "f", -1.5f));
    assertEquals(7.5, call(guest, "d", 2.5, 3));
    call(guest, "none");
    assertEquals(1, calls);
  }

  @Test
  void passesSeveralResults() {
    assertArrayEquals(new Object[] {0.25, 6}, (Object[]) call(guest, "two", 5));
    assertArrayEquals(
        new Object[] {Long.MIN_VALUE, "x", 0.5f},
        (Object[]) call(guest, "mixed", "x", Long.MIN_VALUE));
  }

  @Test
  void passesObjectsUnchanged() {
    Object object = new Object();
    assertSame(object, call(guest, "extern", object));
    assertNull(call(guest, "extern", new Object[] {null}));
  }

  @Test
  void passesFunctionsAsFunctions() {
    CoreExtern.Function seven = (CoreExtern.Function) call(guest, "seven-ref");
    assertEquals(7, call(seven));
    assertSame(guest.export("seven"), seven);
    assertSame(seven, call(guest, "funcref", seven));
    assertSame(subtract, call(guest, "funcref", subtract));
    assertNull(call(guest, "funcref", new Object[] {null}));
  }

  @Test
  void handlesAreExact() throws Throwable {
    MethodHandle add = ((CoreExtern.Function) guest.export("add")).handle();
    assertEquals(5, (int) add.invokeExact(2, 3));
  }

  @Test
  void exportsAreTheSameObjectEachTime() {
    assertSame(guest.export("add"), guest.export("add"));
    assertSame(subtract, guest.export("again"));
    assertThrows(IllegalArgumentException.class, () -> guest.export("missing"));
  }

  @Test
  void functionsAreNamed() {
    assertEquals("calls!seven", ((CoreExtern.Function) guest.export("seven")).name());
    assertEquals("calls!func[8]", ((CoreExtern.Function) guest.export("add")).name());
  }

  @Test
  void anImportOfAnotherTypeIsRefused() {
    CoreExtern.Function wrong = host(type(List.of(I32), I32), a -> a[0]);
    var e = assertThrows(IllegalArgumentException.class, () -> instance("traps", wrong));
    assertEquals(true, e.getMessage().startsWith("import host call"));
    assertThrows(IllegalArgumentException.class, () -> instance("traps"));
  }

  @Test
  void aNameImportedTwiceIsGivenByPosition() {
    CoreInstance twice =
        module("twice")
            .instantiate(
                List.of(
                    host(type(List.of(I32), I32), a -> 1),
                    host(type(List.of(I64), I64), a -> 2L),
                    host(type(List.of(I32), I32), a -> 3)));
    assertEquals(1, call(twice, "a"));
    assertEquals(2L, call(twice, "b"));
    assertEquals(3, call(twice, "c"));
  }
}
