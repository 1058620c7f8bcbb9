package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.type.CoreType;

/**
 * The index spaces of a module: of each kind first what it imports, then what it defines.
 *
 * @param functionTypes the type indices of its functions
 */
record IndexSpaces(
    List<CoreType> functions,
    List<Integer> functionTypes,
    List<CoreType> tables,
    List<CoreType> memories,
    List<CoreType> globals,
    List<CoreType> tags) {

  static IndexSpaces of(WasmModule module, ModuleTypes types) {
    var spaces =
        new IndexSpaces(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    module.importSection().stream().forEach(each -> spaces.addImport(types, each));
    spaces.addDefinitions(module, types);
    return spaces;
  }

  private void addImport(ModuleTypes types, Import each) {
    if (each instanceof FunctionImport function) {
      functionTypes.add(function.typeIndex());
    }
    space(each.importType()).add(CoreTypes.imported(types, each));
  }

  private void addDefinitions(WasmModule module, ModuleTypes types) {
    for (int i = 0; i < module.functionSection().functionCount(); i++) {
      int type = module.functionSection().getFunctionType(i);
      functionTypes.add(type);
      functions.add(types.function(type));
    }
    for (int i = 0; i < module.tableSection().tableCount(); i++) {
      var table = module.tableSection().getTable(i);
      checkGlobals(table.initialize());
      tables.add(CoreTypes.table(types, table.elementType(), table.limits()));
    }
    module
        .memorySection()
        .ifPresent(
            section -> {
              for (int i = 0; i < section.memoryCount(); i++) {
                memories.add(CoreTypes.memory(section.getMemory(i).limits()));
              }
            });
    for (var global : module.globalSection().globals()) {
      globals.add(CoreTypes.global(types, global.valueType(), global.mutabilityType()));
    }
    module
        .tagSection()
        .ifPresent(
            section -> {
              for (var tag : section.types()) {
                tags.add(CoreTypes.tag(types, tag));
              }
            });
  }

  /** Checks what fills a table, for which there are no globals yet but those imported. */
  private void checkGlobals(List<Instruction> initial) {
    for (Instruction instruction : initial) {
      if (instruction.opcode() == OpCode.GLOBAL_GET && instruction.operand(0) >= globals.size()) {
        throw CoreModuleException.invalid(
            "unknown global %d fills a table".formatted(instruction.operand(0)));
      }
    }
  }

  /**
   * The type of what is exported by its index.
   *
   * @throws CoreModuleException if there is nothing of that index
   */
  CoreType type(ExternalType kind, int index) {
    List<CoreType> space = space(kind);
    if (Integer.compareUnsigned(index, space.size()) >= 0) {
      throw CoreModuleException.invalid(
          "unknown %s %s is exported"
              .formatted(kind.name().toLowerCase(Locale.ROOT), Integer.toUnsignedString(index)));
    }
    return space.get(index);
  }

  private List<CoreType> space(ExternalType kind) {
    return switch (kind) {
      case FUNCTION -> functions;
      case TABLE -> tables;
      case MEMORY -> memories;
      case GLOBAL -> globals;
      case TAG -> tags;
    };
  }
}
