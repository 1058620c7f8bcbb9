package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.List;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.ValType;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.type.CoreModuleType;

/**
 * What an instance imports, in the order of the module's imports.
 *
 * @param space the functions of the instance to come
 * @param values the same as the engine takes it
 */
record Imports(FunctionSpace space, ImportValues values) {

  /**
   * Links imports.
   *
   * @throws IllegalArgumentException if one is not what the module imports
   */
  static Imports link(EndiveModule module, List<CoreExtern> externs) {
    List<CoreModuleType.Import> imports = module.type().imports();
    if (imports.size() != externs.size()) {
      throw new IllegalArgumentException(
          "%d imports given, and the module has %d".formatted(externs.size(), imports.size()));
    }
    List<FunctionReference> functions = new ArrayList<>();
    for (CoreExtern extern : externs) {
      if (extern instanceof CoreExtern.Function function) {
        functions.add(FunctionReference.to(function));
      }
    }
    if (functions.size() != module.importedFunctionCount()) {
      throw new IllegalArgumentException(
          "%d functions given, and the module imports %d"
              .formatted(functions.size(), module.importedFunctionCount()));
    }
    FunctionSpace space = new FunctionSpace(module, functions);
    ImportValues.Builder values = ImportValues.builder();
    int function = 0;
    ImportSection declared = module.compiled().wasm().importSection();
    for (int i = 0; i < externs.size(); i++) {
      String name = Runnables.name(i);
      switch (externs.get(i)) {
        case CoreExtern.Function each ->
            values.addFunction(linked(space, function++, name, imports.get(i)));
        case LinearMemory memory ->
            values.addMemory(new ImportMemory("", name, new MemoryView(memory)));
        case GuestTable table ->
            values.addTable(new ImportTable("", name, view(table, declared.getImport(i), space)));
        case GuestGlobal global ->
            values.addGlobal(
                new ImportGlobal("", name, view(global, declared.getImport(i), space)));
        case GuestTag tag -> values.addTag(new ImportTag("", name, tag.tag()));
        case CoreExtern.Memory other -> throw foreign(imports.get(i));
        case CoreExtern.Table other -> throw foreign(imports.get(i));
        case CoreExtern.Global other -> throw foreign(imports.get(i));
        case CoreExtern.Tag other -> throw foreign(imports.get(i));
      }
    }
    return new Imports(space, values.build());
  }

  /** A table or global is seen as one of the type that it is imported as, if it is of its kind. */
  private static TableView view(GuestTable table, Import as, FunctionSpace space) {
    ValType declared = as instanceof TableImport one ? one.entryType() : ValType.FuncRef;
    return new TableView(table, space, table.elementType(space.module().typeSection(), declared));
  }

  private static GlobalInstance view(GuestGlobal global, Import as, FunctionSpace space) {
    return global.seenFrom(space, as instanceof GlobalImport one ? one.type() : ValType.FuncRef);
  }

  private static LinkedFunction linked(
      FunctionSpace space, int index, String name, CoreModuleType.Import as) {
    EndiveModule module = space.module();
    FunctionReference function = space.own(index);
    int type = module.functionType(index);
    if (!function.hasType(module, type)) {
      throw new IllegalArgumentException(
          "import %s %s is %s, and given is %s %s"
              .formatted(
                  as.module(),
                  as.name(),
                  as.type(),
                  function.function().name(),
                  function.function().type()));
    }
    Signature signature = module.signature(type);
    return new LinkedFunction(name, signature, function.compiled(signature, space));
  }

  private static IllegalArgumentException foreign(CoreModuleType.Import as) {
    return new IllegalArgumentException(
        "import %s %s is given what another engine made".formatted(as.module(), as.name()));
  }
}
