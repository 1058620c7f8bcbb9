package run.radicchio.component.core.endive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.TypeSection;
import run.endive.wasm.types.ValType;
import run.radicchio.component.Trap;

/**
 * Instances that stand in for functions of others where a module calls them by a table.
 *
 * <p>Each has the types of that module, so that type indices mean the same in both, and one
 * function, which it imports.
 */
final class StandIns {
  private final TypeSection types;
  private final Map<Integer, WasmModule> modules = new ConcurrentHashMap<>();

  StandIns(TypeSection types) {
    this.types = types;
  }

  /**
   * Makes one.
   *
   * @param caller whose table the function is in
   * @throws Trap if the caller has no type that the function is of, so that no call of it is right
   */
  Instance of(FunctionReference function, FunctionSpace caller) {
    int type = type(function, caller.module());
    Signature signature = caller.module().signature(type);
    LinkedFunction linked =
        new LinkedFunction(Runnables.name(0), signature, function.compiled(signature, caller));
    return Instance.builder(modules.computeIfAbsent(type, this::module))
        .withImportValues(ImportValues.builder().addFunction(linked).build())
        .withMachineFactory(instance -> linked.boxed())
        .build();
  }

  /**
   * The type that a function has in the module that calls it: its own, or the closest above it.
   *
   * @throws Trap if there is none
   */
  int type(FunctionReference function, EndiveModule caller) {
    int closest = -1;
    for (int type = 0; type < types.subTypeCount(); type++) {
      if (types.getType(type) != null
          && function.hasType(caller, type)
          && (closest < 0 || ValType.heapTypeSubtype(type, closest, types))) {
        closest = type;
      }
    }
    if (closest < 0) {
      throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH);
    }
    return closest;
  }

  private WasmModule module(int type) {
    return WasmModule.builder()
        .withValidation(false)
        .setTypeSection(types)
        .setImportSection(
            ImportSection.builder()
                .addImport(new FunctionImport("", Runnables.name(0), type))
                .build())
        .build();
  }
}
