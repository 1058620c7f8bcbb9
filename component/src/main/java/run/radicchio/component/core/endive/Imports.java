package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.List;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.TableImport;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreTypeText;

/**
 * What an instance imports, in the order of the module's imports.
 *
 * @param space the functions of the instance to come
 * @param values the rest, as the engine takes it
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
      if (externs.get(i) instanceof CoreExtern.Function) {
        check(space, function++, imports.get(i));
        continue;
      }
      String name = Runnables.name(i);
      Import wanted = declared.getImport(i - function);
      switch (externs.get(i)) {
        case LinearMemory memory ->
            values.addMemory(new ImportMemory("", name, new MemoryView(memory)));
        case GuestTable table when wanted instanceof TableImport as ->
            values.addTable(new ImportTable("", name, view(table, as, space)));
        case GuestGlobal global when wanted instanceof GlobalImport as ->
            values.addGlobal(new ImportGlobal("", name, global.seenFrom(space, as.type())));
        case GuestTag tag -> values.addTag(new ImportTag("", name, tag.tag()));
        case CoreExtern other -> throw mismatch(imports.get(i), other.type());
      }
    }
    return new Imports(space, values.build());
  }

  private static TableView view(GuestTable table, TableImport as, FunctionSpace space) {
    CoreTypes.checkImported(
        table.type().element(), space.module().types().value(as.entryType()), true);
    return new TableView(table, space, as.entryType());
  }

  private static void check(FunctionSpace space, int index, CoreModuleType.Import as) {
    FunctionReference function = space.own(index);
    if (!(as.type() instanceof CoreType.Function)
        || !function.hasType(space.module(), space.module().functionType(index))) {
      throw mismatch(as, function.function().type());
    }
  }

  /** The error for what cannot be what is imported, if only since another engine made it. */
  private static IllegalArgumentException mismatch(CoreModuleType.Import as, CoreType given) {
    return new IllegalArgumentException(
        "import %s %s is %s, and is given %s"
            .formatted(as.module(), as.name(), CoreTypeText.of(as.type()), CoreTypeText.of(given)));
  }
}
