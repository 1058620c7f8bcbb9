package run.radicchio.component.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.AbstractHeap;
import run.radicchio.component.type.CoreType.Heap;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.CoreType.Reference;
import run.radicchio.component.type.CoreType.Value;
import run.radicchio.component.type.DefinedType;
import run.radicchio.component.type.RecursiveGroup;
import run.radicchio.component.type.RecursiveGroup.Composite;
import run.radicchio.component.type.RecursiveGroup.Field;
import run.radicchio.component.type.RecursiveGroup.Member;
import run.radicchio.component.type.RecursiveGroup.SubType;

/** Reads core types other than those of modules (core specification, {@code rectype}). */
final class RecursiveTypeReader {
  private static final int GROUP = 0x4e;
  private static final int FINAL_SUBTYPE = 0x4f;
  private static final int SUBTYPE = 0x50;

  private static final Map<Integer, NumberType> NUMBERS =
      byCode(NumberType.values(), NumberType::code);

  private static final Map<Integer, AbstractHeap> HEAPS =
      byCode(AbstractHeap.values(), AbstractHeap::code);

  private final BinaryReader reader;
  private final IndexSpace<CoreTypeDefinition> types;
  private final Work work;
  private final Supplier<Value> value = this::readValue;
  private final Supplier<Field> field = this::readField;

  /** The group that is being read: the index of its first type, and how many it has. */
  private int first;

  private int count;
  private boolean refersToItself;

  /** A reader of types that are added to an index space, and found there. */
  RecursiveTypeReader(BinaryReader reader, IndexSpace<CoreTypeDefinition> types, Work work) {
    this.reader = reader;
    this.types = types;
    this.work = work;
  }

  private static <T> Map<Integer, T> byCode(T[] all, Function<T, Integer> code) {
    return Arrays.stream(all).collect(Collectors.toUnmodifiableMap(code, each -> each));
  }

  /** Reads a type in which a subtype is marked, since it would look like a module type. */
  void readMarked() {
    if (reader.peek("a core type") == 0x00) {
      reader.u8("a core type");
      if (reader.peek("a subtype") != SUBTYPE) {
        throw reader.unexpectedByte(reader.u8("a subtype"), "a subtype");
      }
    }
    int offset = reader.offset();
    if (reader.peek("a core type") == GROUP) {
      reader.u8("a recursive type");
      SubType[] group = new SubType[reader.count("types")];
      begin(group.length);
      for (int i = 0; i < group.length; i++) {
        group[i] = readSubtype(i);
      }
      add(List.of(group), offset);
    } else {
      begin(1);
      add(List.of(readSubtype(0)), offset);
    }
  }

  private void begin(int size) {
    first = types.size();
    count = size;
    refersToItself = false;
  }

  /** Adds the types of the group that has been read. */
  private void add(List<SubType> group, int offset) {
    count = 0;
    CoreType.Function plain = group.size() == 1 ? plain(group.getFirst()) : null;
    if (plain != null) {
      types.add(new CoreTypeDefinition.Defined(plain));
    } else if (!group.isEmpty()) {
      define(group, offset);
    }
  }

  /** A function type that nothing but its parameters and results tells from others, or null. */
  private CoreType.@Nullable Function plain(SubType type) {
    return type.isFinal()
            && type.supertype() == null
            && !refersToItself
            && type.composite()
                instanceof Composite.Function(List<Value> parameters, List<Value> results)
        ? new CoreType.Function(parameters, results)
        : null;
  }

  private void define(List<SubType> group, int offset) {
    work.steps(Work.CORE_GROUP, offset);
    RecursiveGroup defined = new RecursiveGroup(group);
    for (int i = 0; i < group.size(); i++) {
      DefinedType type = defined.get(i);
      checkSupertype(type, offset);
      types.add(new CoreTypeDefinition.Defined(type));
    }
  }

  private static void checkSupertype(DefinedType type, int offset) {
    DefinedType supertype = type.supertype();
    if (supertype == null) {
      return;
    }
    if (supertype.isFinal()) {
      throw new InvalidComponentException(
          "sub type cannot have a final super type: %s is below %s".formatted(type, supertype),
          offset);
    }
    if (!type.composite().matches(supertype.composite())) {
      throw new InvalidComponentException(
          "sub type must match super type: expected one that can be below %s, found %s"
              .formatted(supertype, type),
          offset);
    }
  }

  private SubType readSubtype(int position) {
    int code = reader.peek("a core type");
    boolean isMarked = code == SUBTYPE || code == FINAL_SUBTYPE;
    if (isMarked) {
      reader.u8("a subtype");
    }
    Heap supertype = isMarked ? readSupertype(position) : null;
    return new SubType(code != SUBTYPE, supertype, readComposite());
  }

  private @Nullable Heap readSupertype(int position) {
    int offset = reader.offset();
    int supertypes = reader.count("supertypes");
    if (supertypes > 1) {
      throw new InvalidComponentException(
          "multiple supertypes are not supported: expected one at most, found " + supertypes,
          offset);
    }
    if (supertypes == 0) {
      return null;
    }
    int index = reader.u32("the index of a core type");
    if (Integer.compareUnsigned(index, first + position) >= 0) {
      throw new InvalidComponentException(
          "unknown type %s: supertypes must be defined before"
              .formatted(Integer.toUnsignedString(index)),
          offset);
    }
    return heap(index, offset);
  }

  private Composite readComposite() {
    int code = reader.u8("type definition");
    return switch (code) {
      case 0x60 ->
          new Composite.Function(
              reader.vector("parameters", value), reader.vector("results", value));
      case 0x5f -> new Composite.Struct(reader.vector("fields", field));
      case 0x5e -> new Composite.Array(readField());
      default -> throw reader.unexpectedByte(code, "type definition");
    };
  }

  private Field readField() {
    int packed =
        switch (reader.peek("a storage type")) {
          case 0x78 -> 8;
          case 0x77 -> 16;
          default -> 0;
        };
    Value stored = NumberType.I32;
    if (packed == 0) {
      stored = readValue();
    } else {
      reader.u8("a packed type");
    }
    return new Field(stored, packed, reader.flag("mutability"));
  }

  /** Reads the type of a core value. */
  Value readValue() {
    int code = reader.u8("a core value type");
    NumberType number = NUMBERS.get(code);
    return number == null ? readReference(code) : number;
  }

  private Reference readReference(int code) {
    boolean nullable = code != 0x64;
    if (nullable && code != 0x63) {
      return new Reference(true, abstractHeap(code, "a core value type"));
    }
    if (reader.atOpcode("a heap type")) {
      return new Reference(nullable, abstractHeap(reader.u8("a heap type"), "a heap type"));
    }
    int offset = reader.offset();
    return new Reference(nullable, heap(reader.s33Index("the index of a core type"), offset));
  }

  private AbstractHeap abstractHeap(int code, String expected) {
    AbstractHeap heap = HEAPS.get(code);
    if (heap == null) {
      throw reader.unexpectedByte(code, expected);
    }
    return heap;
  }

  private Heap heap(int index, int offset) {
    int position = index - first;
    if (position >= 0 && position < count) {
      refersToItself = true;
      return new Member(position);
    }
    return switch (types.get(index, offset)) {
      case CoreTypeDefinition.Defined defined -> {
        work.at(offset);
        yield defined.type(work);
      }
      case CoreTypeDefinition.Module module ->
          throw new InvalidComponentException(
              "core type %d is a module type: expected one of functions, structs or arrays"
                  .formatted(index),
              offset);
    };
  }

  /** The type of functions at an index. */
  CoreType.Function readFunction() {
    int offset = reader.offset();
    int index = reader.u32("the index of a core type");
    CoreType.Function function =
        types.get(index, offset) instanceof CoreTypeDefinition.Defined defined
            ? defined.function()
            : null;
    if (function == null) {
      throw new InvalidComponentException("core type " + index + " is not a func type", offset);
    }
    return function;
  }
}
