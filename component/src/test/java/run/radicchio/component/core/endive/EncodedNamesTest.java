package run.radicchio.component.core.endive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.hostInts;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.type.CoreModuleType;

/** Modules import and export by any names. */
final class EncodedNamesTest {
  private static final List<String> NAMES =
      List.of("", "f", "→", "a☃b", "😀", "\0", "\0e2", "é", "a b", "\u007f", "\ufffd");

  /** A module that imports and exports a function by each name, and one by a pair of them. */
  private static byte[] passing(List<String> names) {
    List<ModuleBytes> imports = new ArrayList<>();
    List<ModuleBytes> exports = new ArrayList<>();
    for (String name : names) {
      exports.add(new ModuleBytes().name(name).add(0).u32(imports.size()));
      imports.add(new ModuleBytes().name(name).name(name).add(0, 0));
    }
    return ModuleBytes.module()
        .add(0)
        .sized(new ModuleBytes().name("→").add(1, 2, 3))
        .section(1, List.of(ModuleBytes.of(0x60, 0, 1, 0x7f)))
        .section(2, imports)
        .add(0)
        .sized(new ModuleBytes().name("☃"))
        .section(7, exports)
        .toArray();
  }

  private static void check(List<String> names) {
    CoreModule module = Modules.ENGINE.compile(passing(names));
    assertEquals(
        names, module.type().imports().stream().map(CoreModuleType.Import::module).toList());
    assertEquals(names, module.type().imports().stream().map(CoreModuleType.Import::name).toList());
    assertEquals(names, List.copyOf(module.type().exports().keySet()));
    CoreInstance instance =
        module.instantiate(
            List.copyOf(names.stream().map(name -> hostInts(0, _ -> name.length())).toList()));
    for (String name : names) {
      assertEquals(name.length(), call(instance, name), name);
    }
  }

  @Test
  void eachKindOfName() {
    check(NAMES);
  }

  @Property(tries = 100)
  void anyNames(@ForAll @UniqueElements List<String> names) {
    check(names.stream().map(EncodedNamesTest::withoutLoneSurrogates).distinct().toList());
  }

  private static String withoutLoneSurrogates(String name) {
    return new String(name.getBytes(UTF_8), UTF_8);
  }

  @Test
  void whatTheParserTakesStaysAsItIs() {
    byte[] module = Modules.bytes("kinds");
    assertSame(module, EncodedNames.encode(module));
  }
}
