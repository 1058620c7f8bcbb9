package run.radicchio.component.core.endive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.TagType;
import run.endive.wasm.types.ValType;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.DefinedType;

/** The engine's types as those of the seam. */
final class CoreTypes {
  private CoreTypes() {}

  /**
   * What a module imports and exports.
   *
   * @throws CoreModuleException for what the engine checks only when it instantiates the module
   */
  static CoreModuleType module(WasmModule module, ModuleTypes types, IndexSpaces spaces) {
    List<CoreModuleType.Import> imports =
        module.importSection().stream()
            .map(
                each ->
                    new CoreModuleType.Import(
                        EncodedNames.decode(each.module()),
                        EncodedNames.decode(each.name()),
                        imported(types, each)))
            .toList();
    SequencedMap<String, CoreType> exports = new LinkedHashMap<>();
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      var export = module.exportSection().getExport(i);
      CoreType exported = spaces.type(export.exportType(), export.index());
      String name = EncodedNames.decode(export.name());
      if (exports.put(name, exported) != null) {
        throw CoreModuleException.invalid("duplicate export name \"" + name + '"');
      }
    }
    return new CoreModuleType(imports, exports);
  }

  /** The type of an import. */
  static CoreType imported(ModuleTypes types, Import each) {
    return switch (each) {
      case FunctionImport function -> types.function(function.typeIndex());
      case TableImport table -> table(types, table.entryType(), table.limits());
      case MemoryImport memory -> memory(memory.limits());
      case GlobalImport global -> global(types, global.type(), global.mutabilityType());
      case TagImport tag -> importedTag(tag(types, tag.tagType()));
      default -> throw new AssertionError(each);
    };
  }

  static CoreType.Table table(ModuleTypes types, ValType element, TableLimits limits) {
    return new CoreType.Table(types.reference(element), tableLimits(limits.min(), limits.max()));
  }

  /** A table's limits; the engine has no other word for none than the greatest it allows. */
  static CoreType.Limits tableLimits(long minimum, long maximum) {
    return new CoreType.Limits(
        minimum, maximum == TableLimits.LIMIT_MAX ? null : (Long) maximum, false);
  }

  static CoreType.Memory memory(MemoryLimits limits) {
    return new CoreType.Memory(
        memoryLimits(limits.initialPages(), limits.maximumPages()), limits.shared());
  }

  /** A memory's limits in pages; likewise. */
  static CoreType.Limits memoryLimits(long minimum, long maximum) {
    return new CoreType.Limits(
        minimum, maximum == MemoryLimits.MAX_PAGES ? null : (Long) maximum, false);
  }

  static CoreType.Global global(ModuleTypes types, ValType type, MutabilityType mutability) {
    return new CoreType.Global(types.value(type), mutability == MutabilityType.Var);
  }

  static CoreType.Tag tag(ModuleTypes types, TagType type) {
    CoreType.Function function = types.function(type.typeIdx());
    if (!function.results().isEmpty()) {
      throw CoreModuleException.invalid("non-empty tag result type");
    }
    return new CoreType.Tag(function);
  }

  /** Refuses what the engine would compare by indices that mean something else elsewhere. */
  private static CoreType.Tag importedTag(CoreType.Tag tag) {
    for (CoreType.Value value : tag.function().parameters()) {
      if (value instanceof CoreType.Reference(boolean nullable, DefinedType defined)) {
        throw Proposals.refused(
            "exception handling",
            "an imported tag is of exceptions with references to %s, a type that modules define"
                .formatted(defined));
      }
    }
    return tag;
  }

  /**
   * Checks the type of what is imported.
   *
   * @param exact whether a type above it will not do
   * @throws IllegalArgumentException if these two do not match
   */
  static void checkImported(CoreType.Value actual, CoreType.Value declared, boolean exact) {
    if (exact ? !actual.equals(declared) : !actual.matches(declared)) {
      throw new IllegalArgumentException(
          "incompatible import type: expected %s, found %s".formatted(declared, actual));
    }
  }

  /** Whether the engine holds values of a type as the number of a function in its instance. */
  static boolean isFunctionNumber(ValType type) {
    return type.isReference() && !type.isObjectRef() && type.opcode() != ValType.ID.ExnRef;
  }
}
