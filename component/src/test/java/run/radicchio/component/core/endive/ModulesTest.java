package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.hostInts;
import static run.radicchio.component.core.endive.Modules.instance;
import static run.radicchio.component.core.endive.Modules.module;
import static run.radicchio.component.core.endive.Modules.type;
import static run.radicchio.component.type.CoreType.NumberType.F32;
import static run.radicchio.component.type.CoreType.NumberType.F64;
import static run.radicchio.component.type.CoreType.NumberType.I32;
import static run.radicchio.component.type.CoreType.NumberType.I64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;

final class ModulesTest {
  private static final CoreType.Reference EXTERN =
      new CoreType.Reference(true, CoreType.AbstractHeap.EXTERN);

  @Test
  void itsTypeHasEveryImportAndExport() {
    CoreModuleType type = module("kinds").type();
    assertEquals(
        List.of(
            new CoreModuleType.Import("m", "f", type(List.of(I32, F64), I64)),
            new CoreModuleType.Import(
                "m", "t", new CoreType.Table(EXTERN, new CoreType.Limits(1, 2L, false))),
            new CoreModuleType.Import(
                "m", "m", new CoreType.Memory(new CoreType.Limits(1, 2L, false), false)),
            new CoreModuleType.Import("m", "g", new CoreType.Global(I32, true)),
            new CoreModuleType.Import("m", "c", new CoreType.Global(F32, false)),
            new CoreModuleType.Import("m", "e", new CoreType.Tag(type(List.of(I32))))),
        type.imports());
    assertEquals(
        List.of("u", "h", "f", "t", "m", "g", "e", "get", "set", "element"),
        List.copyOf(type.exports().keySet()));
    assertEquals(
        new CoreType.Table(
            new CoreType.Reference(true, CoreType.AbstractHeap.FUNC),
            new CoreType.Limits(3, null, false)),
        type.exports().get("u"));
    assertEquals(new CoreType.Global(I64, false), type.exports().get("h"));
    assertEquals(type(List.of(I32, F64), I64), type.exports().get("f"));
  }

  @Test
  void instancesShareWhatTheyImport() {
    CoreInstance source = instance("source");
    CoreExtern[] externs =
        List.of("f", "t", "m", "g", "c", "e").stream()
            .map(source::export)
            .toArray(CoreExtern[]::new);
    CoreInstance user = instance("kinds", externs);
    assertEquals(42, call(user, "get"));
    call(user, "set", 43);
    assertEquals(43, call(instance("kinds", externs), "get"));
    Object object = new Object();
    call(source, "fill", object);
    assertSame(object, call(user, "element", 0));
    assertSame(source.export("m"), user.export("m"));
    assertSame(source.export("t"), user.export("t"));
    assertSame(source.export("f"), user.export("f"));
    assertEquals(new CoreType.Global(I32, true), ((CoreExtern.Global) user.export("g")).type());
    assertEquals(new CoreType.Tag(type(List.of(I32))), ((CoreExtern.Tag) user.export("e")).type());
  }

  @Test
  void importsOfAnotherKindOrSizeAreRefused() {
    CoreInstance source = instance("source");
    CoreExtern[] wrong =
        List.of("f", "m", "t", "g", "c", "e").stream()
            .map(source::export)
            .toArray(CoreExtern[]::new);
    assertThrows(IllegalArgumentException.class, () -> instance("kinds", wrong));
    CoreInstance large = instance("memory");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            instance(
                "kinds",
                source.export("f"),
                source.export("t"),
                large.export("memory"),
                source.export("g"),
                source.export("c"),
                source.export("e")));
  }

  @Test
  void exceptionsCrossInstances() {
    CoreInstance thrower = instance("thrower");
    CoreInstance catcher = instance("exceptions", thrower.export("throw"), thrower.export("tag"));
    assertEquals(5, call(catcher, "catch", 5));
  }

  @Test
  void anotherTagIsNotCaught() {
    CoreInstance thrower = instance("thrower");
    CoreInstance other = instance("thrower");
    CoreInstance catcher = instance("exceptions", thrower.export("throw"), other.export("tag"));
    Trap trap = assertThrows(Trap.class, () -> call(catcher, "catch", 5));
    assertEquals(Trap.Kind.UNCAUGHT_EXCEPTION, trap.kind());
  }

  @ParameterizedTest
  @CsvSource({"simd, SIMD", "memory64, memory64"})
  void whatTheEngineDoesNotRunIsNamed(String name, String proposal) {
    var e = assertThrows(CoreModuleException.class, () -> module(name));
    assertEquals(CoreModuleException.Kind.UNSUPPORTED, e.kind());
    assertTrue(e.getMessage().contains('"' + proposal + '"'), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "duplicate-export, duplicate export name \"f\"",
    "unknown-export, unknown function 1 is exported",
    "tag-result, non-empty tag result type",
    "table-global, unknown global 0 fills a table"
  })
  void whatTheEngineChecksLateIsRefusedAtOnce(String name, String message) {
    var e = assertThrows(CoreModuleException.class, () -> module(name));
    assertEquals(CoreModuleException.Kind.INVALID, e.kind());
    assertEquals("not a valid core module: " + message, e.getMessage());
  }

  @Test
  void functionsMayBeImportedWithoutNames() {
    CoreModule module = module("nameless");
    assertEquals(
        List.of("", "", "", "", "", "", "a.", ".a"),
        module.type().imports().stream()
            .map(
                each ->
                    each.module().isEmpty() && each.name().isEmpty()
                        ? ""
                        : each.module() + "." + each.name())
            .toList());
    CoreInstance tables = instance("nameless-exports");
    CoreInstance instance =
        module.instantiate(
            List.of(
                hostInts(0, a -> 40),
                tables.export("g"),
                tables.export("m"),
                tables.export("t"),
                tables.export("u"),
                hostInts(1, a -> (int) a[0] * 10),
                hostInts(0, a -> 0),
                hostInts(0, a -> 0)));
    assertEquals(420, call(instance, ""));
  }

  @Test
  void aMemoryThatCannotBeHadTraps() {
    Trap trap = assertThrows(Trap.class, () -> instance("large"));
    assertTrue(trap.getMessage().contains("65535 pages"), trap.getMessage());
  }

  @Test
  void aVectorInstructionIsFoundByItsOffset() {
    var e = assertThrows(CoreModuleException.class, () -> module("simd"));
    assertTrue(e.getMessage().endsWith("I32x4_SPLAT at offset 0x21"), e.getMessage());
  }

  @Test
  void everyTruncatedModuleIsRefused() {
    for (String name : List.of("calls", "tables", "memory")) {
      byte[] bytes = Modules.bytes(name);
      int names = lastIndexOf(bytes, "name");
      for (int length = 0; length < names - 3; length++) {
        byte[] part = Arrays.copyOf(bytes, length);
        try {
          Modules.ENGINE.compile(part);
        } catch (CoreModuleException e) {
          continue;
        }
        // What is cut off between two sections is a module, if a smaller one.
        assertTrue(endsWithSection(bytes, length), name + " of " + length);
      }
    }
  }

  private static int lastIndexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }

  private static boolean endsWithSection(byte[] bytes, int end) {
    int at = 8;
    while (at < end) {
      int size = 0;
      int shift = 0;
      int b;
      at++;
      do {
        b = bytes[at++];
        size |= (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      at += size;
    }
    return at == end;
  }

  @Test
  void functionsTooLargeForTheJvmRunTheSame() {
    CoreInstance tables = instance("tables");
    CoreInstance other =
        instance("other", tables.export("table"), tables.export("global"), tables.export("one"));
    CoreInstance huge =
        instance("huge", hostInts(2, a -> (int) a[0] + (int) a[1]), tables.export("table"));
    int constants = 9000 * 100000;
    assertEquals(5 + 1 + 10 + 2 + constants, call(huge, "huge", 5, 1));
    assertEquals(5 + 1 + 10 + 11 + constants, call(huge, "call-huge", 5, 5));
    Trap mismatch = assertThrows(Trap.class, () -> call(huge, "call-huge", 5, 2));
    assertEquals(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH, mismatch.kind());
    Trap none = assertThrows(Trap.class, () -> call(huge, "huge", 5, 3));
    assertEquals(Trap.Kind.UNINITIALIZED_ELEMENT, none.kind());
    assertEquals(List.of("huge!huge"), none.guestFrames());
    other.close();
  }

  @Test
  void manyThreadsInstantiateOneModule() throws Exception {
    CoreModule module = module("memory");
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      int value = i;
      tasks.add(
          () -> {
            try (CoreInstance instance = module.instantiate(List.of())) {
              call(instance, "i32.store", 100, value);
              return (Integer) call(instance, "i32.load", 100);
            }
          });
    }
    try (var executor = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> results = executor.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        assertEquals(i, results.get(i).get());
      }
    }
  }
}
