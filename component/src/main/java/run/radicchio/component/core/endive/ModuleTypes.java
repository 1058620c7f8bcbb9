package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.types.FieldType;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.PackedType;
import run.endive.wasm.types.SubType;
import run.endive.wasm.types.TypeSection;
import run.endive.wasm.types.ValType;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.AbstractHeap;
import run.radicchio.component.type.CoreType.Heap;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.DefinedType;
import run.radicchio.component.type.RecursiveGroup;
import run.radicchio.component.type.RecursiveGroup.Composite;

/**
 * The types that a module defines, as those of the seam: the engine has references to them by their
 * indices, which mean nothing in another module.
 */
final class ModuleTypes {
  private final TypeSection section;
  private final CoreType.@Nullable Function[] functions;

  /** What references can name, by index; made when the first does, as in most modules none does. */
  private volatile @Nullable List<DefinedType> defined;

  ModuleTypes(TypeSection section) {
    this.section = section;
    this.functions = new CoreType.@Nullable Function[section.subTypeCount()];
    int index = 0;
    for (int group = 0; group < section.typeCount(); group++) {
      SubType[] types = section.getRecType(group).subTypes();
      for (SubType type : types) {
        if (type.compType().funcType() != null) {
          boolean isPlain = types.length == 1 && isPlain(type, index);
          functions[index] = function(type.compType().funcType(), isPlain ? null : get(index));
        }
        index++;
      }
    }
  }

  /** Whether a type that is alone in its group is known by its parameters and results. */
  private static boolean isPlain(SubType type, int index) {
    FunctionType function = type.compType().funcType();
    return type.isFinal()
        && type.typeIdx().length == 0
        && Stream.of(function.params(), function.returns())
            .flatMap(List::stream)
            .noneMatch(each -> each.isReference() && each.typeIdx() == index);
  }

  private CoreType.Function function(FunctionType type, @Nullable DefinedType definition) {
    return new CoreType.Function(values(type.params()), values(type.returns()), definition);
  }

  private List<CoreType.Value> values(List<ValType> types) {
    return types.stream().map(this::value).toList();
  }

  /** The type of functions at an index. */
  CoreType.Function function(int index) {
    return functions[index];
  }

  /** A type of values. */
  CoreType.Value value(ValType type) {
    return value(type, this::get);
  }

  /** A type of references. */
  CoreType.Reference reference(ValType type) {
    return (CoreType.Reference) value(type);
  }

  /** The groups that its types are defined in, in order. */
  List<RecursiveGroup> groups() {
    return defined().stream().filter(type -> type.position() == 0).map(DefinedType::group).toList();
  }

  private DefinedType get(int index) {
    return defined().get(index);
  }

  private List<DefinedType> defined() {
    List<DefinedType> known = defined;
    if (known == null) {
      known = define();
      defined = known;
    }
    return known;
  }

  /** Defines all groups, one after another: they refer to earlier ones alone. */
  private List<DefinedType> define() {
    List<DefinedType> result = new ArrayList<>(section.subTypeCount());
    for (int group = 0; group < section.typeCount(); group++) {
      SubType[] types = section.getRecType(group).subTypes();
      RecursiveGroup defining = define(types, new Members(result.size(), types.length, result));
      for (int i = 0; i < types.length; i++) {
        result.add(defining.get(i));
      }
    }
    return result;
  }

  private static RecursiveGroup define(SubType[] types, Members members) {
    List<RecursiveGroup.SubType> written = new ArrayList<>(types.length);
    for (SubType type : types) {
      int[] supertypes = type.typeIdx();
      written.add(
          new RecursiveGroup.SubType(
              type.isFinal(),
              supertypes.length == 0 ? null : members.at(supertypes[0]),
              members.composite(type)));
    }
    return new RecursiveGroup(written);
  }

  /**
   * What indices mean in a group.
   *
   * @param first the index of its first type
   * @param before the types before it, by index
   */
  private record Members(int first, int count, List<DefinedType> before) {
    Heap at(int index) {
      if (index >= first + count) {
        throw CoreModuleException.invalid("unknown type " + index);
      }
      return index >= first ? new RecursiveGroup.Member(index - first) : before.get(index);
    }

    Composite composite(SubType type) {
      var composite = type.compType();
      if (composite.funcType() != null) {
        return new Composite.Function(
            values(composite.funcType().params()), values(composite.funcType().returns()));
      }
      return composite.structType() != null
          ? new Composite.Struct(
              Arrays.stream(composite.structType().fieldTypes()).map(this::field).toList())
          : new Composite.Array(field(composite.arrayType().fieldType()));
    }

    private List<CoreType.Value> values(List<ValType> types) {
      return types.stream().map(type -> value(type, this::at)).toList();
    }

    private RecursiveGroup.Field field(FieldType type) {
      PackedType packed = type.storageType().packedType();
      return new RecursiveGroup.Field(
          packed == null ? value(type.storageType().valType(), this::at) : NumberType.I32,
          packed == null ? 0 : packed == PackedType.I8 ? 8 : 16,
          type.mut() == MutabilityType.Var);
    }
  }

  private interface Indices {
    Heap at(int index);
  }

  private static CoreType.Value value(ValType type, Indices indices) {
    return switch (type.opcode()) {
      case ValType.ID.I32 -> NumberType.I32;
      case ValType.ID.I64 -> NumberType.I64;
      case ValType.ID.F32 -> NumberType.F32;
      case ValType.ID.F64 -> NumberType.F64;
      case ValType.ID.V128 -> NumberType.V128;
      default ->
          new CoreType.Reference(
              type.isNullable(),
              type.typeIdx() >= 0 ? indices.at(type.typeIdx()) : abstractHeap(type.typeIdx()));
    };
  }

  private static AbstractHeap abstractHeap(int type) {
    for (ValType.TypeIdxCode code : ValType.TypeIdxCode.values()) {
      if (code.code() == type) {
        return AbstractHeap.valueOf(code.name());
      }
    }
    throw new AssertionError("heap type " + type);
  }
}
