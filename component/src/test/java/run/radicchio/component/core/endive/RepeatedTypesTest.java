package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.component.core.CoreModuleException;

/** Types that are few and would be compared for ever. */
final class RepeatedTypesTest {
  /** Function types, each with two parameters of the one before, so many times over. */
  private static byte[] chains(int length, int copies) {
    List<ModuleBytes> types = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      types.add(ModuleBytes.of(0x60, 0, 0));
      for (int i = 1; i < length; i++) {
        int before = types.size() - 1;
        types.add(ModuleBytes.of(0x60, 2, 0x64, before, 0x64, before, 0));
      }
    }
    // A function that calls itself with a parameter of the last type of another chain.
    return ModuleBytes.module()
        .section(1, types)
        .section(3, List.of(ModuleBytes.of(length - 1), ModuleBytes.of(length * copies - 1)))
        .section(
            10,
            List.of(
                new ModuleBytes().sized(ModuleBytes.of(0, 0x0b)),
                new ModuleBytes().sized(ModuleBytes.of(0, 0x20, 0, 0x20, 1, 0x10, 0, 0x0b))))
        .toArray();
  }

  @Test
  void areRefusedWhereTheyAreThereTwice() {
    var problem =
        assertThrows(CoreModuleException.class, () -> Modules.ENGINE.compile(chains(30, 2)));
    assertEquals(CoreModuleException.Kind.UNSUPPORTED, problem.kind());
    assertTrue(problem.getMessage().contains("more than 1000 times"), problem.getMessage());
  }

  @Test
  void areAllowedOnceOrWhereTheyAreSmall() {
    Modules.ENGINE.compile(chains(60, 1));
    Modules.ENGINE.compile(chains(8, 2));
  }
}
