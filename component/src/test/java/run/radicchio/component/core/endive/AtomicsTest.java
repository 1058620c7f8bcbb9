package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.instance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;

final class AtomicsTest {
  private static final long BEFORE = 0x8877665544332211L;
  private static final long OPERAND = 0xf0f1f2f3f4f5f6f7L;
  private static final Map<String, LongBinaryOperator> OPERATIONS =
      Map.of(
          "add", (a, b) -> a + b,
          "sub", (a, b) -> a - b,
          "and", (a, b) -> a & b,
          "or", (a, b) -> a | b,
          "xor", (a, b) -> a ^ b,
          "xchg", (a, b) -> b);

  private final CoreInstance guest = instance("atomics");

  static Stream<String> operations() {
    return Modules.module("atomics").type().exports().keySet().stream()
        .filter(name -> name.contains(".rmw") && !name.contains("cmpxchg"));
  }

  /** The bits that a function accesses, by its name. */
  private static int bits(String name) {
    String width = name.replaceAll("^i\\d+\\.atomic\\.(rmw|load|store)(\\d*).*$", "$2");
    return width.isEmpty() ? Integer.parseInt(name.substring(1, 3)) : Integer.parseInt(width);
  }

  private static long low(long value, int bits) {
    return bits == 64 ? value : value & ((1L << bits) - 1);
  }

  private Object value(String name, long value) {
    return name.startsWith("i32") ? (Object) (int) value : (Object) value;
  }

  /** The bytes about an address as one number. */
  private long memory() {
    return (long) call(guest, "i64.atomic.load", 8);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void replacesWhatItReads(String name) {
    int bits = bits(name);
    String operation = name.replaceAll("^.*\\.(\\w+?)(_u)?$", "$1");
    for (int at = 0; at < 64; at += bits) {
      call(guest, "i64.atomic.store", 8, BEFORE);
      long old = low(BEFORE >>> at, bits);
      assertEquals(
          value(name, old), call(guest, name, 8 + at / 8, value(name, low(OPERAND, bits))));
      long updated = low(OPERATIONS.get(operation).applyAsLong(old, low(OPERAND, bits)), bits);
      long mask = low(-1, bits) << at;
      assertEquals((BEFORE & ~mask) | (updated << at), memory(), name);
    }
  }

  @Test
  void comparesBeforeItReplaces() {
    for (String name :
        Modules.module("atomics").type().exports().keySet().stream()
            .filter(each -> each.contains("cmpxchg"))
            .toList()) {
      int bits = bits(name);
      call(guest, "i64.atomic.store", 8, BEFORE);
      Object old = value(name, low(BEFORE, bits));
      Object other = value(name, low(OPERAND, bits));
      assertEquals(old, call(guest, name, 8, other, other), name);
      assertEquals(BEFORE, memory(), name);
      assertEquals(old, call(guest, name, 8, old, other), name);
      long mask = low(-1, bits);
      assertEquals((BEFORE & ~mask) | low(OPERAND, bits), memory(), name);
    }
  }

  @Test
  void loadsAndStoresEveryWidth() {
    for (String name :
        Modules.module("atomics").type().exports().keySet().stream()
            .filter(each -> each.contains("atomic.store"))
            .toList()) {
      int bits = bits(name);
      call(guest, "i64.atomic.store", 8, BEFORE);
      call(guest, name, 8, value(name, OPERAND));
      long mask = low(-1, bits);
      assertEquals((BEFORE & ~mask) | low(OPERAND, bits), memory(), name);
      String load = name.replace("store", "load");
      assertEquals(
          value(name, low(OPERAND, bits)),
          call(guest, bits < 32 || name.endsWith("store32") ? load + "_u" : load, 8));
    }
    call(guest, "fence");
  }

  @Test
  void trapsWhereItMustNotAccess() {
    Trap unaligned = assertThrows(Trap.class, () -> call(guest, "i32.atomic.load", 2));
    assertEquals(Trap.Kind.UNALIGNED_ATOMIC, unaligned.kind());
    Trap beyond = assertThrows(Trap.class, () -> call(guest, "i32.atomic.load", 0x10000));
    assertEquals(Trap.Kind.MEMORY_OUT_OF_BOUNDS, beyond.kind());
    Trap narrow = assertThrows(Trap.class, () -> call(guest, "i32.atomic.rmw8.add_u", 0x10000, 1));
    assertEquals(Trap.Kind.MEMORY_OUT_OF_BOUNDS, narrow.kind());
  }

  @Test
  void threadsAddWithoutLoss() throws Exception {
    var add16 = (CoreExtern.Function) guest.export("i32.atomic.rmw16.add_u");
    var add8 = (CoreExtern.Function) guest.export("i32.atomic.rmw8.add_u");
    Callable<Void> adder =
        () -> {
          for (int i = 0; i < 20_000; i++) {
            call(add16, 2, 1);
            call(add8, 0, 1);
          }
          return null;
        };
    try (var executor = Executors.newFixedThreadPool(2)) {
      for (Future<Void> done : executor.invokeAll(List.of(adder, adder))) {
        done.get();
      }
    }
    assertEquals(40_000, call(guest, "i32.atomic.load16_u", 2));
    assertEquals(40_000 & 0xff, call(guest, "i32.atomic.load8_u", 0));
  }

  @Test
  void waitsUntilNotified() throws Exception {
    assertEquals(1, call(guest, "wait", 0, 7, -1L));
    assertEquals(2, call(guest, "wait", 0, 0, 1000L));
    assertEquals(0, call(guest, "notify", 0, -1));
    FutureTask<Object> waiter = new FutureTask<>(() -> call(guest, "wait", 0, 0, -1L));
    Thread thread = Thread.ofVirtual().start(waiter);
    while ((int) call(guest, "notify", 0, 1) == 0) {
      Thread.onSpinWait();
    }
    thread.join();
    assertEquals(0, waiter.resultNow());
  }

  @Test
  void anInterruptEndsAWait() throws Exception {
    FutureTask<Trap> waiter =
        new FutureTask<>(() -> assertThrows(Trap.class, () -> call(guest, "wait", 0, 0, -1L)));
    Thread thread = Thread.ofVirtual().start(waiter);
    thread.interrupt();
    thread.join();
    assertEquals(Trap.Kind.INTERRUPTED, waiter.resultNow().kind());
  }
}
