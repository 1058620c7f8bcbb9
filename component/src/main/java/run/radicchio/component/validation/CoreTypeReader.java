package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.Definition.CoreSort;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreTypeText;

/** Reads core types and core module types (Binary.md, {@code core:type}). */
final class CoreTypeReader {
  private static final int MODULE_TYPE = 0x50;

  private static final long MAX_MEMORY_PAGES = 1L << 16;
  private static final long MAX_TABLE_SIZE = (1L << 32) - 1;

  private static final CoreModuleType EMPTY_MODULE =
      new CoreModuleType(List.of(), new LinkedHashMap<>());

  private final BinaryReader reader;
  private final IndexSpace<CoreTypeDefinition> types;
  private final Scope scope;
  private final RecursiveTypeReader defined;

  /**
   * A reader of types.
   *
   * @param types where they are added, and found by those that refer to them
   * @param scope what is around: the first one outwards for a module type
   */
  CoreTypeReader(BinaryReader reader, IndexSpace<CoreTypeDefinition> types, Scope scope) {
    this.reader = reader;
    this.types = types;
    this.scope = scope;
    this.defined = new RecursiveTypeReader(reader, types, scope.reading().work());
  }

  /** Reads a type definition of a component, which may be a module's type, and adds it. */
  void readDefinition() {
    int offset = reader.offset();
    if (reader.peek("a core type") == MODULE_TYPE) {
      reader.u8("a core module type");
      CoreModuleType module = readModule();
      ComponentReader.checkImports(module, offset);
      types.add(new CoreTypeDefinition.Module(module));
    } else {
      defined.readMarked();
    }
  }

  private CoreModuleType readModule() {
    int count = reader.count("module type declarations");
    if (count == 0) {
      return EMPTY_MODULE;
    }
    scope.reading().work().steps(Work.TYPE_SCOPE, reader.offset());
    ModuleDeclarations declarations = new ModuleDeclarations();
    for (int i = 0; i < count; i++) {
      declarations.read();
    }
    return new CoreModuleType(declarations.imports, declarations.exports);
  }

  /** Reads what a module type says, with a type index space of its own. */
  private final class ModuleDeclarations {
    private final IndexSpace<CoreTypeDefinition> own = new IndexSpace<>("type");
    private final CoreTypeReader declared = new CoreTypeReader(reader, own, scope);
    private final List<CoreModuleType.Import> imports = new ArrayList<>(0);
    private final SequencedMap<String, CoreType> exports = new LinkedHashMap<>(0);

    void read() {
      int offset = reader.offset();
      int code = reader.u8("type definition");
      switch (code) {
        case 0x00 ->
            imports.add(
                new CoreModuleType.Import(
                    reader.name("the name of a module"),
                    reader.name("the name of an import"),
                    declared.readExtern()));
        // No module type can be here, so encoders leave out the mark of a subtype.
        case 0x01 -> declared.defined.readMarked();
        case 0x02 -> readAlias();
        case 0x03 -> {
          String name = reader.name("the name of an export");
          if (exports.put(name, declared.readExtern()) != null) {
            throw new InvalidComponentException(
                "export name `" + name + "` already defined", offset);
          }
        }
        default -> throw reader.unexpectedByte(code, "type definition");
      }
    }

    private void readAlias() {
      int offset = reader.offset();
      CoreSort sort = Sorts.readCore(reader, "outer alias kind");
      if (sort != CoreSort.TYPE) {
        throw Sorts.unexpected(sort, "outer alias kind", offset);
      }
      int target = reader.u8("outer alias target");
      if (target != 0x01) {
        throw reader.unexpectedByte(target, "outer alias target");
      }
      int count = reader.u32("the count of an outer alias");
      int index = reader.u32("the index of an outer alias");
      // This module type is a scope too, within those that the count can reach beyond it.
      CoreTypeDefinition type =
          count == 0
              ? own.get(index, offset)
              : scope.outer(count - 1, offset).coreTypes.get(index, offset);
      if (type instanceof CoreTypeDefinition.Module) {
        throw new InvalidComponentException(
            "module types cannot be used in module types: type " + index + " is one", offset);
      }
      own.add(type);
    }
  }

  private CoreType readExtern() {
    int offset = reader.offset();
    CoreSort sort = Sorts.readCore(reader, "core external kind");
    return switch (sort) {
      case FUNC -> defined.readFunction();
      case TABLE -> readTable();
      case MEMORY -> readMemory();
      case GLOBAL -> new CoreType.Global(defined.readValue(), reader.flag("mutability"));
      case TAG -> {
        int attribute = reader.u8("the attribute of a tag");
        if (attribute != 0) {
          throw reader.unexpectedByte(attribute, "the attribute of a tag");
        }
        yield readTag();
      }
      case TYPE, MODULE, INSTANCE -> throw Sorts.unexpected(sort, "core external kind", offset);
    };
  }

  private CoreType.Tag readTag() {
    int offset = reader.offset();
    CoreType.Function type = defined.readFunction();
    if (!type.results().isEmpty()) {
      throw new InvalidComponentException(
          "non-empty tag result type: expected a function without results, found "
              + CoreTypeText.of(type),
          offset);
    }
    return new CoreType.Tag(type);
  }

  private CoreType.Table readTable() {
    int offset = reader.offset();
    CoreType.Value element = defined.readValue();
    if (!(element instanceof CoreType.Reference reference)) {
      throw new InvalidComponentException("tables hold references, not " + element, offset);
    }
    CoreType.Memory limits = readLimits();
    if (limits.shared()) {
      throw Gated.feature("shared tables (shared-everything threads)", offset);
    }
    checkLimits(limits.limits(), MAX_TABLE_SIZE, "table", offset);
    return new CoreType.Table(reference, limits.limits());
  }

  private CoreType.Memory readMemory() {
    int offset = reader.offset();
    CoreType.Memory memory = readLimits();
    checkLimits(memory.limits(), MAX_MEMORY_PAGES, "memory", offset);
    if (memory.shared() && memory.limits().maximum() == null) {
      throw new InvalidComponentException("shared memory must have maximum size", offset);
    }
    return memory;
  }

  /** Limits, with the flag that makes a memory shared. */
  private CoreType.Memory readLimits() {
    int flags = reader.u8("the flags of limits");
    if (flags > 0x07) {
      throw reader.unexpectedByte(flags, "the flags of limits");
    }
    boolean index64 = (flags & 0x04) != 0;
    long minimum = readLimit(index64);
    Long maximum = (flags & 0x01) != 0 ? readLimit(index64) : null;
    return new CoreType.Memory(new CoreType.Limits(minimum, maximum, index64), (flags & 0x02) != 0);
  }

  private long readLimit(boolean index64) {
    return index64 ? reader.u64("a limit") : Integer.toUnsignedLong(reader.u32("a limit"));
  }

  private static void checkLimits(CoreType.Limits limits, long most, String what, int offset) {
    Long maximum = limits.maximum();
    if (limits.index64()) {
      throw Gated.feature("64-bit memories and tables (memory64)", offset);
    }
    if (limits.minimum() > most || (maximum != null && maximum > most)) {
      throw new InvalidComponentException(
          "%s size must be at most %d, found %s"
              .formatted(what, most, maximum == null ? limits.minimum() : maximum),
          offset);
    }
    if (maximum != null && limits.minimum() > maximum) {
      throw new InvalidComponentException(
          "size minimum must not be greater than maximum, found %d and %d in a %s"
              .formatted(limits.minimum(), maximum, what),
          offset);
    }
  }
}
