package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.host;
import static run.radicchio.component.core.endive.Modules.hostInts;
import static run.radicchio.component.core.endive.Modules.type;
import static run.radicchio.component.type.CoreType.NumberType.I32;
import static run.radicchio.component.type.CoreType.NumberType.I64;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.core.Fingerprint;

final class KeptModulesTest {
  private static final Fingerprint BUILD = Fingerprint.of(new byte[] {1});

  private final Map<Fingerprint, byte[]> code = new HashMap<>();
  private int writes;
  private final CodeStore store =
      new CodeStore() {
        @Override
        public byte @Nullable [] read(Fingerprint key) {
          return code.get(key);
        }

        @Override
        public void write(Fingerprint key, byte[] bytes) {
          code.put(key, bytes);
          writes++;
        }
      };

  /** A module as a process loads it that has nothing in memory yet. */
  private EndiveModule load(byte[] bytes, @Nullable Fingerprint build) {
    var engine = new EndiveEngine(new KeptModules(store, build), new WeakValues<>());
    return (EndiveModule) engine.compile(bytes);
  }

  private EndiveModule load(String name) {
    return load(Modules.bytes(name), BUILD);
  }

  /** A module as one process compiled it and another one found it. */
  private EndiveModule kept(String name) {
    load(name).compiled();
    int before = writes;
    EndiveModule module = load(name);
    module.compiled();
    assertEquals(before, writes, "it was compiled again");
    return module;
  }

  private CoreInstance instance(String name, CoreExtern... imports) {
    return kept(name).instantiate(List.of(imports));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "atomics",
        "calls",
        "exceptions",
        "fixup",
        "huge",
        "kinds",
        "memory",
        "other",
        "segment",
        "shim",
        "source",
        "start",
        "tables",
        "thrower",
        "traps",
        "twice",
        "user"
      })
  void whatIsFoundIsWhatWasCompiled(String name) {
    EndiveModule compiled = load(name);
    compiled.compiled();
    EndiveModule found = load(name);
    assertEquals(compiled.type(), found.type());
    assertEquals(compiled.functionCount(), found.functionCount());
    for (int i = 0; i < compiled.functionCount(); i++) {
      assertEquals(compiled.functionType(i), found.functionType(i));
      assertEquals(compiled.forwarding(i), found.forwarding(i));
      assertEquals(compiled.tailCalls(i), found.tailCalls(i));
      assertEquals(compiled.names().function(i), found.names().function(i));
    }
    KeptModule kept = new KeptModules(store, BUILD).find(Fingerprint.of(Modules.bytes(name)));
    assertNotNull(kept);
    GuestClasses again = GuestClasses.compile(found.names(), parsed(name));
    assertEquals(again.classes().keySet(), kept.classes().classes().keySet());
    again
        .classes()
        .forEach((each, bytes) -> assertArrayEquals(bytes, kept.classes().classes().get(each)));
    assertEquals(again.functions(), kept.classes().functions());
    assertEquals(again.interpreted(), kept.classes().interpreted());
  }

  private static WasmModule parsed(String name) {
    return Parser.parse(Modules.bytes(name));
  }

  @Test
  void itRunsTheSame() {
    CoreInstance tables = instance("tables");
    assertEquals(2, call(tables, "call", 1));
    assertEquals(2, call(tables, "tail", 1));
    assertEquals(8, call(tables, "call-int", setIncrement(tables), 7));
    Trap trap = assertThrows(Trap.class, () -> call(tables, "tail", 8));
    assertEquals(Trap.Kind.UNINITIALIZED_ELEMENT, trap.kind());
    assertEquals(5, call(thrower(), "catch", 5));
  }

  private static int setIncrement(CoreInstance tables) {
    call(tables, "init", 6, 2, 1);
    return 6;
  }

  private CoreInstance thrower() {
    CoreInstance thrower = instance("thrower");
    return instance("exceptions", thrower.export("throw"), thrower.export("tag"));
  }

  @Test
  void whatIsInterpretedKeepsItsInstructions() {
    CoreInstance tables = instance("tables");
    CoreInstance huge =
        instance("huge", hostInts(2, a -> (int) a[0] + (int) a[1]), tables.export("table"));
    assertEquals(5 + 1 + 10 + 2 + 9000 * 100000, call(huge, "huge", 5, 1));
    Trap trap = assertThrows(Trap.class, () -> call(huge, "call-huge", 5, 3));
    assertEquals(List.of("huge!huge", "huge!func[3]"), trap.guestFrames());
  }

  @Test
  void whatOnlyForwardsStillDoes() {
    CoreInstance shim = instance("shim");
    instance(
        "fixup",
        host(type(List.of(I32, I32)), a -> null),
        host(type(List.of(I32), I64), a -> (long) (int) a[0] * 2),
        shim.export("$imports"));
    assertEquals(14L, call(shim, "1", 7));
    assertEquals(114L, call(shim, "3", 7));
  }

  @Test
  void anInvalidModuleIsRefusedWhateverIsKept() {
    byte[] valid = Modules.bytes("memory");
    load(valid, BUILD).compiled();
    int accepted = 0;
    for (int i = 8; i < valid.length; i += 7) {
      byte[] changed = valid.clone();
      changed[i] ^= 0x40;
      try {
        load(changed, BUILD).compiled();
        accepted++;
      } catch (CoreModuleException e) {
        assertThrows(CoreModuleException.class, () -> load(changed, BUILD));
      }
    }
    assertEquals(1 + accepted, writes);
    assertTrue(accepted < valid.length / 7);
  }

  @Test
  void whatAnotherBuildCompiledIsNotFound() {
    load("memory").compiled();
    load(Modules.bytes("memory"), Fingerprint.of(new byte[] {2})).compiled();
    assertEquals(2, code.size());
  }

  @Test
  void aBuildWithoutIdentityKeepsNothing() {
    load("memory").compiled();
    load(Modules.bytes("memory"), null).compiled();
    assertEquals(1, writes);
  }

  @Test
  void thisBuildHasAnIdentity() {
    assertNotNull(BuildIdentity.find());
    assertEquals(BuildIdentity.find(), BuildIdentity.find());
  }
}
