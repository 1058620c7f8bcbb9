package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.hostInts;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.radicchio.component.core.CoreInstance;

/** Functions that are too large for a method of the JVM, and what they call. */
final class InterpretedTest {
  private static final int IMPORTED = 0;
  private static final int COMPILED = 1;
  private static final int FIRST_LARGE = 2;

  private static final int END = 0x0b;
  private static final int CALL = 0x10;
  private static final int CALL_INDIRECT = 0x11;
  private static final int RETURN_CALL = 0x12;
  private static final int LOCAL_GET = 0x20;
  private static final int LOCAL_SET = 0x21;
  private static final int I32_CONST = 0x41;
  private static final int I32_MUL = 0x6c;
  private static final int I32_XOR = 0x73;

  /** Adds 100 by its import, and doubles by a function of its own. */
  private final CoreInstance guest =
      Modules.ENGINE
          .compile(module())
          .instantiate(List.of(hostInts(1, arguments -> (int) arguments[0] + 100)));

  private static byte[] module() {
    List<ModuleBytes> large =
        Stream.of(
                ModuleBytes.of(CALL, IMPORTED, CALL, COMPILED),
                ModuleBytes.of(RETURN_CALL, IMPORTED),
                ModuleBytes.of(RETURN_CALL, COMPILED),
                ModuleBytes.of(I32_CONST, 0, CALL_INDIRECT, 0, 0),
                ModuleBytes.of(I32_CONST, 1, CALL_INDIRECT, 0, 0))
            .map(InterpretedTest::large)
            .toList();
    ModuleBytes compiled = body(ModuleBytes.of(LOCAL_GET, 0, I32_CONST, 2, I32_MUL));
    List<ModuleBytes> bodies = Stream.concat(Stream.of(compiled), large.stream()).toList();
    List<ModuleBytes> types = bodies.stream().map(_ -> ModuleBytes.of(0)).toList();
    List<String> names = List.of("call", "tailImported", "tail", "indirectImported", "indirect");
    List<ModuleBytes> exports =
        names.stream()
            .map(name -> new ModuleBytes().name(name).add(0, FIRST_LARGE + names.indexOf(name)))
            .toList();
    return ModuleBytes.module()
        .section(1, List.of(ModuleBytes.of(0x60, 1, 0x7f, 1, 0x7f)))
        .section(2, List.of(new ModuleBytes().name("").name("").add(0, 0)))
        .section(3, types)
        .section(4, List.of(ModuleBytes.of(0x70, 0, 2)))
        .section(7, exports)
        .section(9, List.of(ModuleBytes.of(0, I32_CONST, 0, END, 2, IMPORTED, COMPILED)))
        .section(10, bodies)
        .toArray();
  }

  /** A function that does much for nothing before it does something with its parameter. */
  private static ModuleBytes large(ModuleBytes something) {
    ModuleBytes code = new ModuleBytes();
    for (int i = 0; i < 20_000; i++) {
      code.add(LOCAL_GET, 0, I32_CONST, 5, I32_XOR, LOCAL_SET, 0);
    }
    return body(code.add(LOCAL_GET, 0).add(something));
  }

  private static ModuleBytes body(ModuleBytes code) {
    return new ModuleBytes().sized(ModuleBytes.of(0).add(code).add(END));
  }

  @Test
  void theyCallFunctionsThatAreImportedOrCompiled() {
    assertEquals(202, call(guest, "call", 1));
  }

  @Test
  void theyCallThemByATable() {
    assertEquals(101, call(guest, "indirectImported", 1));
    assertEquals(2, call(guest, "indirect", 1));
  }

  @Test
  void theyEndWithCallsOfThem() {
    assertEquals(101, call(guest, "tailImported", 1));
    assertEquals(2, call(guest, "tail", 1));
  }
}
