package run.radicchio.component.core.endive;

import java.util.List;
import java.util.Set;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.CodeSection;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TagImport;

/**
 * Reduces a compiled module to what the engine needs to instantiate it.
 *
 * <p>Input: the module as parsed. Output: one without exports, which we find ourselves; without the
 * instructions of compiled functions, which are most of it; and with imports named by their
 * position, because the engine looks for them by name and a module may import a name twice.
 */
final class Runnables {
  private Runnables() {}

  static WasmModule of(WasmModule module, Set<Integer> interpreted) {
    WasmModule.Builder builder =
        WasmModule.builder()
            .withValidation(false)
            .setTypeSection(module.typeSection())
            .setImportSection(imports(module))
            .setFunctionSection(module.functionSection())
            .setTableSection(module.tableSection())
            .setGlobalSection(module.globalSection())
            .setElementSection(module.elementSection())
            .setCodeSection(code(module, interpreted))
            .setDataSection(module.dataSection());
    module.memorySection().ifPresent(builder::setMemorySection);
    module.startSection().ifPresent(builder::setStartSection);
    module.tagSection().ifPresent(builder::setTagSection);
    return builder.build();
  }

  private static ImportSection imports(WasmModule module) {
    ImportSection.Builder builder = ImportSection.builder();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      builder.addImport(renamed(module.importSection().getImport(i), name(i)));
    }
    return builder.build();
  }

  /** The name that the import at a position gets; its module is empty. */
  static String name(int position) {
    return Integer.toString(position);
  }

  private static Import renamed(Import each, String name) {
    return switch (each) {
      case FunctionImport function -> new FunctionImport("", name, function.typeIndex());
      case TableImport table -> new TableImport("", name, table.entryType(), table.limits());
      case MemoryImport memory -> new MemoryImport("", name, memory.limits());
      case GlobalImport global ->
          new GlobalImport("", name, global.mutabilityType(), global.type());
      case TagImport tag ->
          new TagImport("", name, tag.tagType().attribute(), tag.tagType().typeIdx());
      default -> throw new AssertionError(each);
    };
  }

  private static CodeSection code(WasmModule module, Set<Integer> interpreted) {
    int imported = module.importSection().count(ExternalType.FUNCTION);
    CodeSection.Builder builder = CodeSection.builder();
    for (int i = 0; i < module.codeSection().functionBodyCount(); i++) {
      FunctionBody body = module.codeSection().getFunctionBody(i);
      builder.addFunctionBody(
          interpreted.contains(imported + i)
              ? body
              : new FunctionBody(body.localTypes(), List.of()));
    }
    return builder.build();
  }
}
