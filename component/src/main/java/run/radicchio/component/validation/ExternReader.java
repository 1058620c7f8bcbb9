package run.radicchio.component.validation;

import java.util.IdentityHashMap;
import java.util.List;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.definition.Definition.Sort;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/** Reads imports and exports (Binary.md, "Import and Export Definitions"). */
final class ExternReader {
  /** Of any such type: what imports or exports it puts another in its place. */
  private static final TypeBound SOME_RESOURCE =
      new TypeBound.SubResource(new ResourceType("resource"));

  private final BinaryReader reader;
  private final Scope scope;

  ExternReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
  }

  /** Reads an import, of a component or of a component type. */
  void readImport() {
    int offset = reader.offset();
    AttributedName name = AttributedName.read(reader, "import name");
    scope.addImport(name, readType(), offset);
  }

  /** Reads an export of a component type or instance type. */
  void readExportDeclaration() {
    int offset = reader.offset();
    AttributedName name = AttributedName.read(reader, "export name");
    scope.addExport(name, scope.reading().fresh(readType(), offset), offset);
  }

  /** Reads an export of a component. */
  void readExport() {
    int offset = reader.offset();
    AttributedName name = AttributedName.read(reader, "export name");
    Sorts.Reference reference = Sorts.readReference(reader, scope);
    boolean ascribed = reader.flag("optional component export type");
    ExternType declared =
        ascribed ? ascribe(reference.type(), readType(), offset) : reference.type();
    ExternType type = scope.addExport(name, declared, offset);
    scope.define(
        new Definition.Export(
            reference.item(name.text(), scope.reading().aliases()),
            scope.reading().withoutAliases().apply(type),
            ascribed ? scope.introduce(type) : List.of()));
  }

  /**
   * The type that an export is said to have, with resource types of its own where it hides some.
   */
  private ExternType ascribe(ExternType actual, ExternType ascribed, int offset) {
    ExternType declared = scope.reading().fresh(ascribed, offset);
    Subtyping.Mismatch mismatch =
        scope.reading().mismatch(actual, declared, new IdentityHashMap<>(0), offset);
    if (mismatch != null) {
      throw new InvalidComponentException(
          "ascribed type of export is not compatible with its type: " + mismatch, offset);
    }
    return declared;
  }

  /** Reads the type of an import or export. */
  private ExternType readType() {
    Sort sort = Sorts.read(reader).component("component external kind");
    int offset = reader.offset();
    return switch (sort) {
      case TYPE -> readBound();
      case CORE_MODULE -> {
        int index = reader.u32("the index of a core module type");
        if (scope.coreTypes.get(index, offset)
            instanceof CoreTypeDefinition.Module(CoreModuleType type)) {
          yield type;
        }
        throw new InvalidComponentException(
            "core type index " + index + " is not a module type", offset);
      }
      case FUNC, COMPONENT, INSTANCE -> {
        int index = reader.u32("the index of a type");
        TypeBound bound = scope.types.get(index, offset);
        ExternType type =
            bound instanceof TypeBound.EqualsExtern(ExternType extern) ? extern : bound;
        yield switch (type) {
          case FuncType function when sort == Sort.FUNC -> function;
          case ComponentType component when sort == Sort.COMPONENT -> component;
          case InstanceType instance when sort == Sort.INSTANCE -> instance;
          default ->
              throw TypeDescription.another(
                  index,
                  switch (sort) {
                    case FUNC -> "a function type";
                    case COMPONENT -> "a component type";
                    default -> "an instance type";
                  },
                  bound,
                  offset);
        };
      }
      case VALUE -> throw Gated.feature("values", offset);
    };
  }

  private TypeBound readBound() {
    int code = reader.u8("type bound");
    return switch (code) {
      case 0x00 -> {
        int offset = reader.offset();
        yield scope.types.get(reader.u32("the index of a type"), offset);
      }
      case 0x01 -> SOME_RESOURCE;
      default -> throw reader.unexpectedByte(code, "type bound");
    };
  }
}
