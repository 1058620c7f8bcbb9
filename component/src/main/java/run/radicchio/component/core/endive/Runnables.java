package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.CodeSection;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionSection;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TagImport;

/**
 * Reduces a compiled module to what the engine needs to instantiate it.
 *
 * <p>Input: the module as parsed. Output: one without exports, which we find ourselves; without the
 * instructions of compiled functions, which are most of it; where imported functions are the first
 * of those that it defines, because the engine compares the names of all of them with each other
 * for each instance, and we have them called in our own way; and with other imports named by their
 * position, because the engine looks for them by name and a module may import a name twice.
 */
final class Runnables {
  private static final FunctionBody NOTHING = new FunctionBody(List.of(), List.of());

  private Runnables() {}

  static WasmModule of(WasmModule module, Set<Integer> interpreted) {
    FunctionSection functions = functions(module);
    WasmModule.Builder builder =
        WasmModule.builder()
            .withValidation(false)
            .setTypeSection(module.typeSection())
            .setImportSection(imports(module))
            .setFunctionSection(functions)
            .setTableSection(module.tableSection())
            .setGlobalSection(module.globalSection())
            .setElementSection(module.elementSection())
            .setCodeSection(code(module, functions, interpreted))
            .setDataSection(module.dataSection());
    module.memorySection().ifPresent(builder::setMemorySection);
    module.startSection().ifPresent(builder::setStartSection);
    module.tagSection().ifPresent(builder::setTagSection);
    return builder.build();
  }

  private static ImportSection imports(WasmModule module) {
    ImportSection.Builder builder = ImportSection.builder();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import each = module.importSection().getImport(i);
      if (each.importType() != ExternalType.FUNCTION) {
        builder.addImport(renamed(each, name(i)));
      }
    }
    return builder.build();
  }

  /** The name that the import at a position gets; its module is empty. */
  static String name(int position) {
    return Integer.toString(position);
  }

  private static Import renamed(Import each, String name) {
    return switch (each) {
      case TableImport table -> new TableImport("", name, table.entryType(), table.limits());
      case MemoryImport memory -> new MemoryImport("", name, memory.limits());
      case GlobalImport global ->
          new GlobalImport("", name, global.mutabilityType(), global.type());
      case TagImport tag ->
          new TagImport("", name, tag.tagType().attribute(), tag.tagType().typeIdx());
      default -> throw new AssertionError(each);
    };
  }

  private static FunctionSection functions(WasmModule module) {
    FunctionSection.Builder builder = FunctionSection.builder();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      if (module.importSection().getImport(i) instanceof FunctionImport function) {
        builder.addFunctionType(function.typeIndex());
      }
    }
    for (int i = 0; i < module.functionSection().functionCount(); i++) {
      builder.addFunctionType(module.functionSection().getFunctionType(i));
    }
    return builder.build();
  }

  private static CodeSection code(
      WasmModule module, FunctionSection functions, Set<Integer> interpreted) {
    int imported = module.importSection().count(ExternalType.FUNCTION);
    CodeSection.Builder builder = CodeSection.builder();
    for (int i = 0; i < functions.functionCount(); i++) {
      builder.addFunctionBody(
          interpreted.contains(i)
              ? module.codeSection().getFunctionBody(i - imported)
              : interpreted.isEmpty() ? NOTHING : call(i, functions, module));
    }
    return builder.build();
  }

  /** What the interpreter runs where an interpreted function tail-calls one that is not. */
  private static FunctionBody call(int function, FunctionSection functions, WasmModule module) {
    int parameters = functions.getFunctionType(function, module.typeSection()).params().size();
    List<AnnotatedInstruction> instructions = new ArrayList<>();
    for (int i = 0; i < parameters; i++) {
      instructions.add(instruction(OpCode.LOCAL_GET, i));
    }
    instructions.add(instruction(OpCode.CALL, function));
    Instruction end = new Instruction(0, OpCode.END, Instruction.EMPTY_OPERANDS);
    instructions.add(AnnotatedInstruction.builder().from(end).withScope(end).build());
    return new FunctionBody(List.of(), instructions);
  }

  private static AnnotatedInstruction instruction(OpCode code, long operand) {
    Instruction instruction = new Instruction(0, code, new long[] {operand});
    return AnnotatedInstruction.builder().from(instruction).build();
  }
}
