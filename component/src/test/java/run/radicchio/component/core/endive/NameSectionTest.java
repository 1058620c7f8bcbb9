package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static run.radicchio.component.core.endive.Modules.call;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreModule;

/** Names decide nothing: a module is what it is whatever its name section holds. */
final class NameSectionTest {
  private static CoreModule named(ModuleBytes names, ModuleBytes end) {
    ModuleBytes section = ModuleBytes.of(0).sized(new ModuleBytes().name("name").add(names));
    return Modules.ENGINE.compile(
        ModuleBytes.module()
            .section(1, List.of(ModuleBytes.of(0x60, 0, 1, 0x7f)))
            .section(3, List.of(ModuleBytes.of(0)))
            .section(7, List.of(new ModuleBytes().name("f").add(0, 0)))
            .section(10, List.of(new ModuleBytes().sized(ModuleBytes.of(0, 0x41, 7, 0x0b))))
            .add(section)
            .add(end)
            .toArray());
  }

  @Provide
  Arbitrary<List<Integer>> contents() {
    // Kinds, sizes, counts and indices are small; some bytes are no UTF-8, or go on.
    Arbitrary<Integer> bytes =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(0, 12)),
            Tuple.of(1, Arbitraries.integers().between(0, 255)));
    return bytes.list().ofMaxSize(30);
  }

  @Property(tries = 300)
  void whateverIsInItTheModuleRuns(@ForAll("contents") List<Integer> contents) {
    int[] bytes = contents.stream().mapToInt(Integer::intValue).toArray();
    CoreModule module = named(ModuleBytes.of(bytes), new ModuleBytes());
    assertEquals(7, call(module.instantiate(List.of()), "f"));
  }

  @Test
  void anyCharacters() {
    ModuleBytes names =
        ModuleBytes.of(0)
            .sized(new ModuleBytes().name("→😀"))
            .add(1)
            .sized(ModuleBytes.of(1, 0).add(new ModuleBytes().name("a→b😀\0é")));
    CoreExtern.Function function =
        (CoreExtern.Function) named(names, new ModuleBytes()).instantiate(List.of()).export("f");
    assertEquals("__!a_b_\0é", function.name());
  }

  @Test
  void severalSections() {
    ModuleBytes second =
        ModuleBytes.of(0).sized(new ModuleBytes().name("name").add(1, 4, 1, 0, 1, 'g'));
    CoreModule module = named(ModuleBytes.of(1, 4, 1, 0, 1, 'f'), second);
    assertEquals(7, call(module.instantiate(List.of()), "f"));
  }
}
