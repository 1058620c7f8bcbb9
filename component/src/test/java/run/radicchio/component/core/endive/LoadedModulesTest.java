package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.CoreModuleException;

/** Modules in memory: shared while they are in use, and gone after that. */
final class LoadedModulesTest {

  @Test
  void enginesShareModulesOfTheSameBytes() {
    byte[] bytes = Modules.bytes("memory");
    CoreModule module = new EndiveEngine(CodeStore.NONE).compile(bytes);
    assertSame(module, new EndiveEngine(CodeStore.NONE).compile(bytes.clone()));
  }

  @Test
  void threadsThatLoadAtOnceShareToo() throws Exception {
    byte[] bytes = Modules.bytes("atomics");
    WeakValues<EndiveModule> loaded = new WeakValues<>();
    Callable<CoreModule> load =
        () -> new EndiveEngine(new KeptModules(CodeStore.NONE, null), loaded).compile(bytes);
    Set<CoreModule> modules = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<CoreModule> each : threads.invokeAll(Collections.nCopies(64, load))) {
        modules.add(each.get());
      }
    }
    assertEquals(1, modules.size());
  }

  @Test
  void aModuleThatIsNotValidIsNotShared() {
    byte[] bytes = {0, 'a', 's', 'm', 9, 0, 0, 0};
    for (int i = 0; i < 2; i++) {
      assertThrows(CoreModuleException.class, () -> Modules.ENGINE.compile(bytes));
    }
  }

  /** A module's class loader refers to the module, so if one is gone, so is the other. */
  @Test
  void aComponentThatIsDroppedIsUnloaded() throws IOException {
    byte[] component = Files.readAllBytes(Path.of("../guests/tests/command.wasm"));
    WeakReference<EndiveModule> module = run(component);
    for (int i = 0; i < 100 && module.get() != null; i++) {
      System.gc();
    }
    assertNull(module.get());
    assertNotNull(run(component).get());
  }

  /** Runs a component, and returns its only module. */
  private static WeakReference<EndiveModule> run(byte[] bytes) {
    Component component = Component.load(bytes);
    try (Instance instance = new Linker().instantiate(component)) {
      assertEquals(42, instance.function("answer").orElseThrow().call());
    }
    int start = 8 + 2; // the preamble, then a core module section of less than 128 bytes
    byte[] module = Arrays.copyOfRange(bytes, start, start + bytes[start - 1]);
    EndiveModule loaded = (EndiveModule) Modules.ENGINE.compile(module);
    assertNotNull(loaded.code().function(0));
    return new WeakReference<>(loaded);
  }
}
