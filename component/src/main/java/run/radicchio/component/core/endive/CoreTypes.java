package run.radicchio.component.core.endive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.TagType;
import run.endive.wasm.types.TypeSection;
import run.endive.wasm.types.ValType;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;

/** The engine's types as those of the seam. */
final class CoreTypes {
  private CoreTypes() {}

  /**
   * What a module imports and exports.
   *
   * @throws CoreModuleException for what the engine checks only when it instantiates the module
   */
  static CoreModuleType module(WasmModule module, IndexSpaces spaces) {
    List<CoreModuleType.Import> imports =
        module.importSection().stream()
            .map(
                each ->
                    new CoreModuleType.Import(
                        each.module(),
                        NamelessImports.original(each.module(), each.name()),
                        imported(module, each)))
            .toList();
    SequencedMap<String, CoreType> exports = new LinkedHashMap<>();
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      var export = module.exportSection().getExport(i);
      CoreType exported = spaces.type(export.exportType(), export.index());
      if (exports.put(export.name(), exported) != null) {
        throw CoreModuleException.invalid("duplicate export name \"" + export.name() + '"');
      }
    }
    return new CoreModuleType(imports, exports);
  }

  /** The type of an import. */
  static CoreType imported(WasmModule module, Import each) {
    return switch (each) {
      case FunctionImport function -> function(module.typeSection(), function.typeIndex());
      case TableImport table -> table(table.entryType(), table.limits());
      case MemoryImport memory -> memory(memory.limits());
      case GlobalImport global -> global(global.type(), global.mutabilityType());
      case TagImport tag -> tag(module.typeSection(), tag.tagType());
      default -> throw new AssertionError(each);
    };
  }

  static CoreType.Function function(TypeSection types, int index) {
    return function(types.getType(index));
  }

  static CoreType.Function function(FunctionType type) {
    return new CoreType.Function(values(type.params()), values(type.returns()));
  }

  static CoreType.Table table(ValType element, TableLimits limits) {
    return new CoreType.Table(reference(element), tableLimits(limits.min(), limits.max()));
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

  static CoreType.Global global(ValType type, MutabilityType mutability) {
    return new CoreType.Global(value(type), mutability == MutabilityType.Var);
  }

  static CoreType.Tag tag(TypeSection types, TagType type) {
    CoreType.Function function = function(types, type.typeIdx());
    if (!function.results().isEmpty()) {
      throw CoreModuleException.invalid("non-empty tag result type");
    }
    return new CoreType.Tag(function);
  }

  private static List<CoreType.Value> values(List<ValType> types) {
    return types.stream().map(CoreTypes::value).toList();
  }

  static CoreType.Value value(ValType type) {
    return switch (type.opcode()) {
      case ValType.ID.I32 -> CoreType.NumberType.I32;
      case ValType.ID.I64 -> CoreType.NumberType.I64;
      case ValType.ID.F32 -> CoreType.NumberType.F32;
      case ValType.ID.F64 -> CoreType.NumberType.F64;
      case ValType.ID.V128 -> CoreType.NumberType.V128;
      default -> reference(type);
    };
  }

  static CoreType.Reference reference(ValType type) {
    if (type.opcode() == ValType.ID.ExnRef) {
      return new CoreType.Reference(true, "exn");
    }
    return new CoreType.Reference(type.isNullable(), heap(type.typeIdx()));
  }

  /** Whether a type of a module is one of another module, or below it. */
  static boolean isSubtype(TypeSection module, int type, TypeSection otherModule, int otherType) {
    int declared = type;
    while (!TypeSection.crossModuleCanonicallyEquivalent(
        module, declared, otherModule, otherType)) {
      int[] supertypes = module.getSubType(declared).typeIdx();
      if (supertypes.length == 0) {
        return false;
      }
      declared = supertypes[0];
    }
    return true;
  }

  /**
   * A type of references as a module that imports it names it, since that has indices of its own.
   *
   * @param exact whether a type above it will not do
   * @return the declared type where both refer to a type that their modules define; else the actual
   *     one, for the engine to compare
   * @throws IllegalArgumentException if these two do not match
   */
  static ValType imported(
      TypeSection home, ValType actual, TypeSection module, ValType declared, boolean exact) {
    if (!actual.isReference() || actual.typeIdx() < 0 || declared.typeIdx() < 0) {
      return actual;
    }
    boolean matches =
        exact
            ? actual.opcode() == declared.opcode()
                && TypeSection.crossModuleCanonicallyEquivalent(
                    home, actual.typeIdx(), module, declared.typeIdx())
            : (declared.isNullable() || !actual.isNullable())
                && isSubtype(home, actual.typeIdx(), module, declared.typeIdx());
    if (!matches) {
      throw new IllegalArgumentException(
          "incompatible import type: references to other types of functions");
    }
    return declared;
  }

  /** Whether the engine holds values of a type as the number of a function in its instance. */
  static boolean isFunctionNumber(ValType type) {
    return type.isReference() && !type.isObjectRef() && type.opcode() != ValType.ID.ExnRef;
  }

  private static String heap(int type) {
    if (type >= 0) {
      return Integer.toString(type);
    }
    for (ValType.TypeIdxCode code : ValType.TypeIdxCode.values()) {
      if (code.code() == type) {
        return code.name().toLowerCase(Locale.ROOT);
      }
    }
    throw new AssertionError("heap type " + type);
  }
}
