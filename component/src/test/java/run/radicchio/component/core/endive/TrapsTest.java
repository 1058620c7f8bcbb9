package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.host;
import static run.radicchio.component.core.endive.Modules.instance;
import static run.radicchio.component.core.endive.Modules.type;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;

final class TrapsTest {
  private Modules.Body hostBody = arguments -> null;
  private final CoreExtern.Function hostFunction =
      host(type(List.of()), arguments -> hostBody.call(arguments));
  private final CoreInstance guest = instance("traps", hostFunction);

  private Trap trap(String function, Object... arguments) {
    return assertThrows(Trap.class, () -> call(guest, function, arguments));
  }

  @Test
  void namesTheGuestsFunctions() {
    Trap trap = trap("unreachable");
    assertEquals(Trap.Kind.UNREACHABLE, trap.kind());
    assertEquals(Trap.Kind.UNREACHABLE.words(), trap.getMessage());
    assertEquals(List.of("traps!inner", "traps!outer"), trap.guestFrames());
  }

  @Test
  void functionsWithoutNamesAreNumbered() {
    assertEquals(List.of("traps!func[3]"), trap("load", -1).guestFrames());
  }

  @ParameterizedTest
  @CsvSource({
    "load, 65533, MEMORY_OUT_OF_BOUNDS",
    "load, -1, MEMORY_OUT_OF_BOUNDS",
    "load, -2147483648, MEMORY_OUT_OF_BOUNDS",
    "indirect, 0, UNINITIALIZED_ELEMENT",
    "indirect, 1, UNREACHABLE",
    "indirect, 3, TABLE_OUT_OF_BOUNDS",
    "indirect-int, 1, INDIRECT_CALL_TYPE_MISMATCH",
    "table-get, 3, TABLE_OUT_OF_BOUNDS",
    "table-get, -1, TABLE_OUT_OF_BOUNDS",
    "array, -1, OTHER_CORE",
    "recurse, 0, STACK_OVERFLOW"
  })
  void everyKindIsTold(String function, int argument, Trap.Kind kind) {
    assertEquals(kind, trap(function, argument).kind());
  }

  @Test
  void numbersTrap() {
    assertEquals(Trap.Kind.INTEGER_DIVIDE_BY_ZERO, trap("divide", 1, 0).kind());
    assertEquals(Trap.Kind.INTEGER_OVERFLOW, trap("divide", Integer.MIN_VALUE, -1).kind());
    assertEquals(Trap.Kind.INTEGER_DIVIDE_BY_ZERO, trap("remainder", 1L, 0L).kind());
    assertEquals(Trap.Kind.INVALID_CONVERSION_TO_INTEGER, trap("truncate", Float.NaN).kind());
    assertEquals(Trap.Kind.INTEGER_OVERFLOW, trap("truncate", 1e10f).kind());
  }

  @Test
  void aMessageSaysWhereMemoryWasAccessed() {
    assertEquals(
        "out of bounds memory access: 4 bytes at 0xffffffff of a memory of 0x10000 bytes",
        trap("load", -1).getMessage());
  }

  @Test
  void anExceptionThatNobodyCatchesTraps() {
    assertEquals(Trap.Kind.UNCAUGHT_EXCEPTION, trap("throw").kind());
  }

  @Test
  void aStackOverflowLeavesTheInstanceUsable() {
    Trap trap = trap("recurse", 0);
    assertEquals("traps!recursive", trap.guestFrames().getFirst());
    assertEquals(2, call(guest, "divide", 6, 3));
  }

  @Test
  void aTrapOfTheHostGainsFrames() {
    hostBody =
        arguments -> {
          throw new Trap(Trap.Kind.UNKNOWN_HANDLE, "handle 7");
        };
    Trap trap = trap("host");
    assertEquals(Trap.Kind.UNKNOWN_HANDLE, trap.kind());
    assertEquals("handle 7", trap.getMessage());
    assertEquals(List.of("host#call", "traps!caller"), trap.guestFrames());
  }

  @Test
  void aTrapWithFramesPassesAsItIs() {
    Trap thrown = new Trap(Trap.Kind.UNKNOWN_HANDLE, "handle 7", null, List.of("elsewhere"));
    hostBody =
        arguments -> {
          throw thrown;
        };
    assertSame(thrown, trap("host"));
  }

  @Test
  void otherFailuresOfTheHostPassAndTheirFramesCanBeAskedFor() {
    for (Throwable thrown :
        List.of(new IllegalStateException(), new IOException(), new AssertionError())) {
      hostBody =
          arguments -> {
            thrown.fillInStackTrace();
            throw thrown;
          };
      assertSame(thrown, assertThrows(Throwable.class, () -> call(guest, "host")));
      assertEquals(List.of("host#call", "traps!caller"), Modules.ENGINE.guestFrames(thrown));
    }
    assertEquals(List.of(), Modules.ENGINE.guestFrames(new Throwable()));
  }

  @Test
  void framesOfGuestsThatCallEachOtherAreOneList() {
    CoreInstance inner = instance("traps", hostFunction);
    hostBody = arguments -> call(inner, "unreachable");
    assertEquals(List.of("traps!inner", "traps!outer", "traps!caller"), trap("host").guestFrames());
  }

  @Test
  void anInterruptStopsAGuest() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    hostBody =
        arguments -> {
          started.countDown();
          return null;
        };
    FutureTask<Trap> task =
        new FutureTask<>(
            () -> {
              call(guest, "host");
              return trap("forever");
            });
    Thread thread = Thread.ofVirtual().start(task);
    started.await();
    thread.interrupt();
    thread.join();
    assertEquals(Trap.Kind.INTERRUPTED, task.resultNow().kind());
  }

  @Test
  void instantiationTraps() {
    Trap start = assertThrows(Trap.class, () -> instance("start"));
    assertEquals(Trap.Kind.UNREACHABLE, start.kind());
    assertEquals(List.of("start!begin"), start.guestFrames());
    Trap segment = assertThrows(Trap.class, () -> instance("segment"));
    assertEquals(Trap.Kind.MEMORY_OUT_OF_BOUNDS, segment.kind());
  }

  @Test
  void aTrapKeepsWhatTheEngineThrew() {
    assertTrue(trap("unreachable").getCause() instanceof RuntimeException);
  }
}
