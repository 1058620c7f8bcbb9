package run.radicchio.component.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/** Reads types of values (Binary.md, {@code defvaltype} and {@code valtype}). */
final class ValueTypeReader {
  private static final int MAX_FLAGS = 32;

  private final BinaryReader reader;
  private final Scope scope;

  ValueTypeReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
  }

  /** Reads a type where it is used: an index or a primitive type. */
  ValType readUse() {
    if (reader.atOpcode("a value type")) {
      int code = reader.u8("a value type");
      PrimitiveType primitive = primitive(code);
      if (primitive == null) {
        throw reader.unexpectedByte(code, "component value type");
      }
      return primitive;
    }
    int offset = reader.offset();
    int index = reader.s33Index("the index of a type");
    TypeBound found = scope.types.get(index, offset);
    if (found instanceof TypeBound.EqualsValue(ValType type)) {
      return type;
    }
    throw TypeDescription.another(index, "a defined type", found, offset);
  }

  /** Reads a type that may be absent. */
  @Nullable ValType readOptionalUse() {
    return reader.flag("an optional type") ? readUse() : null;
  }

  /** Reads a resource type, by its index. */
  ResourceType readResource() {
    int offset = reader.offset();
    int index = reader.u32("the index of a resource type");
    TypeBound found = scope.types.get(index, offset);
    if (found instanceof TypeBound.EqualsResource(ResourceType type)) {
      return type;
    }
    throw TypeDescription.another(index, "a resource type", found, offset);
  }

  /** Reads the parameters of a function. */
  List<FuncType.Parameter> readParameters() {
    Labels labels = labels("function parameter", "parameter");
    return reader.vector(
        "parameters", () -> new FuncType.Parameter(labels.read(reader), readUse()));
  }

  /** Reads the type of a result, or null where there is none. */
  @Nullable ValType readResult() {
    int code = reader.u8("component function results");
    switch (code) {
      case 0x00 -> {
        return readUse();
      }
      case 0x01 -> {
        int count = reader.u8("number of results");
        if (count != 0) {
          throw reader.unexpectedByte(count, "number of results");
        }
        return null;
      }
      default -> throw reader.unexpectedByte(code, "component function results");
    }
  }

  /** Reads the definition of a type whose code has been read, or gives null for another code. */
  @Nullable ValType readDefinition(int code, int offset) {
    ValType type =
        switch (code) {
          case 0x72 -> readRecord(offset);
          case 0x71 -> readVariant(offset);
          case 0x70 -> new ListType(readUse());
          case 0x67 -> readFixedList();
          case 0x6f -> readTuple(offset);
          case 0x6e -> readFlags(offset);
          case 0x6d -> readEnum(offset);
          case 0x6b -> new OptionType(readUse());
          case 0x6a -> new ResultType(readOptionalUse(), readOptionalUse());
          case 0x69 -> new OwnType(readResource());
          case 0x68 -> new BorrowType(readResource());
          case 0x66 -> readStream(offset);
          case 0x65 -> new FutureType(withoutBorrow(readOptionalUse(), "future", offset));
          case 0x63 -> readMap();
          default -> primitive(code);
        };
    if (type != null) {
      scope.reading().facts().check(type, offset);
    }
    return type;
  }

  private static @Nullable PrimitiveType primitive(int code) {
    return switch (code) {
      case 0x7f -> PrimitiveType.BOOL;
      case 0x7e -> PrimitiveType.S8;
      case 0x7d -> PrimitiveType.U8;
      case 0x7c -> PrimitiveType.S16;
      case 0x7b -> PrimitiveType.U16;
      case 0x7a -> PrimitiveType.S32;
      case 0x79 -> PrimitiveType.U32;
      case 0x78 -> PrimitiveType.S64;
      case 0x77 -> PrimitiveType.U64;
      case 0x76 -> PrimitiveType.F32;
      case 0x75 -> PrimitiveType.F64;
      case 0x74 -> PrimitiveType.CHAR;
      case 0x73 -> PrimitiveType.STRING;
      case 0x64 -> PrimitiveType.ERROR_CONTEXT;
      default -> null;
    };
  }

  private ValType readRecord(int offset) {
    Labels labels = labels("record field", "field");
    List<RecordType.Field> fields =
        reader.vector("record fields", () -> new RecordType.Field(labels.read(reader), readUse()));
    requireSome(fields, "record type must have at least one field", offset);
    return new RecordType(fields);
  }

  private ValType readVariant(int offset) {
    Labels labels = labels("variant case", "case");
    List<VariantType.Case> cases =
        reader.vector(
            "variant cases",
            () -> {
              VariantType.Case variantCase =
                  new VariantType.Case(labels.read(reader), readOptionalUse());
              int immediate = reader.u8("zero byte required");
              if (immediate != 0) {
                throw reader.unexpectedByte(immediate, "zero byte required");
              }
              return variantCase;
            });
    requireSome(cases, "variant type must have at least one case", offset);
    return new VariantType(cases);
  }

  private ValType readFixedList() {
    ValType element = readUse();
    int offset = reader.offset();
    int length = reader.u32("the length of a list");
    if (length == 0) {
      throw new InvalidComponentException(
          "fixed-length list must have a length greater than zero", offset);
    }
    return new ListType(element, length);
  }

  private ValType readTuple(int offset) {
    List<ValType> elements = reader.vector("tuple elements", this::readUse);
    requireSome(elements, "tuple type must have at least one type", offset);
    return new TupleType(elements);
  }

  private ValType readFlags(int offset) {
    List<String> names = readNames("flags", labels("flag", "flag"));
    requireSome(names, "flags must have at least one entry", offset);
    if (names.size() > MAX_FLAGS) {
      throw new InvalidComponentException(
          "cannot have more than %d flags, found %d".formatted(MAX_FLAGS, names.size()), offset);
    }
    return new FlagsType(names);
  }

  private ValType readEnum(int offset) {
    List<String> names = readNames("enum tags", labels("enum tag", "tag"));
    requireSome(names, "enum type must have at least one variant", offset);
    return new EnumType(names);
  }

  private ValType readStream(int offset) {
    ValType element = withoutBorrow(readOptionalUse(), "stream", offset);
    if (element != null && element.structure() == PrimitiveType.CHAR) {
      throw new InvalidComponentException("`stream<char>` is not valid at this time", offset);
    }
    return new StreamType(element);
  }

  private @Nullable ValType withoutBorrow(@Nullable ValType element, String what, int offset) {
    if (element != null && scope.reading().facts().of(element).borrows()) {
      throw new InvalidComponentException(
          what + " element type cannot contain a `borrow` type", offset);
    }
    return element;
  }

  private ValType readMap() {
    int offset = reader.offset();
    ValType key = readUse();
    boolean allowed =
        key.structure() instanceof PrimitiveType primitive
            && primitive != PrimitiveType.F32
            && primitive != PrimitiveType.F64
            && primitive != PrimitiveType.ERROR_CONTEXT;
    if (!allowed) {
      throw new InvalidComponentException(
          "map key must be a bool, integer, char or string, not `%s`"
              .formatted(TypeDescription.text(key)),
          offset);
    }
    return new MapType(key, readUse());
  }

  private List<String> readNames(String expected, Labels labels) {
    int count = reader.count(expected);
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = labels.read(reader);
    }
    return List.of(names);
  }

  private Labels labels(String what, String previousWhat) {
    return scope.reading().labels().begin(what, previousWhat);
  }

  private static void requireSome(List<?> parts, String problem, int offset) {
    if (parts.isEmpty()) {
      throw new InvalidComponentException(problem, offset);
    }
  }
}
