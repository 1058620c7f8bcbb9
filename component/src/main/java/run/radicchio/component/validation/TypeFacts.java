package run.radicchio.component.validation;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * Computes the {@link Facts} of types, once for each, and holds types to the limits that keep every
 * later walk over them short: a few bytes can define a type that is enormous when written out.
 */
final class TypeFacts {
  /** The largest a type may be, written out. */
  static final int MAX_SIZE = 1_000_000;

  /** How deep types may be nested. */
  static final int MAX_DEPTH = 100;

  /** A value takes less than this many bytes (Explainer, "Type Definitions"). */
  static final int MAX_BYTE_SIZE = 1 << 28;

  /** The bytes of an address, where it has 64 bits. */
  static final int POINTER = 8;

  /** Of no value. */
  static final Facts NOTHING = new FactsOfParts().begin().sequence();

  private static final Facts ONE_BYTE = scalar(1, false);
  private static final Facts TWO_BYTES = scalar(2, false);
  private static final Facts FOUR_BYTES = scalar(4, false);
  private static final Facts EIGHT_BYTES = scalar(8, false);
  private static final Facts STRING = new FactsOfParts().begin().pointer();
  private static final Facts FLAGS_OF_ONE_BYTE = scalar(1, true);
  private static final Facts FLAGS_OF_TWO_BYTES = scalar(2, true);
  private static final Facts FLAGS_OF_FOUR_BYTES = scalar(4, true);
  private static final Facts OWN = handle(false);
  private static final Facts BORROW = handle(true);

  /**
   * The same of something that is no value.
   *
   * @param resources whether there are resource types in it
   * @param introduces whether it introduces resource types itself, as {@link Introductions} finds
   * @param named whether types of values that have a name are in it
   * @param needsName whether it has parts that must have a name to be exported
   */
  record Extent(
      int size,
      byte depth,
      boolean resources,
      boolean introduces,
      boolean named,
      boolean needsName) {}

  private static final Extent SOME_RESOURCE = new Extent(1, (byte) 1, true, true, false, true);
  private static final Extent RESOURCE = new Extent(1, (byte) 1, true, false, false, true);

  private final IdentityHashMap<ValType, Facts> values = new IdentityHashMap<>();
  private final IdentityHashMap<ExternType, Extent> externs = new IdentityHashMap<>();
  private final IdentityHashMap<FuncType, Facts> parameters = new IdentityHashMap<>(0);
  private final FactsOfParts parts = new FactsOfParts();

  /**
   * Checks that a type whose parts have been checked is within the limits.
   *
   * @throws InvalidComponentException if it is too large
   */
  void check(ValType type, long offset) {
    Facts facts = of(type);
    checkExtent(facts.size(), facts.depth(), offset);
    if (facts.byteSize() >= MAX_BYTE_SIZE) {
      throw new InvalidComponentException(
          "type exceeds maximum byte size: a value takes more than the %d bytes that are allowed"
              .formatted(MAX_BYTE_SIZE - 1),
          offset);
    }
  }

  /**
   * The same for a type of something that is no value.
   *
   * @throws InvalidComponentException if it is too large
   */
  void check(ExternType type, long offset) {
    switch (type) {
      case TypeBound.EqualsValue(ValType value) -> {
        Facts facts = of(value);
        checkExtent(facts.size(), facts.depth(), offset);
      }
      default -> {
        Extent extent = of(type);
        checkExtent(extent.size(), extent.depth(), offset);
      }
    }
  }

  private static void checkExtent(int size, int depth, long offset) {
    if (size > MAX_SIZE) {
      throw new InvalidComponentException(
          "effective type size exceeds the limit of " + MAX_SIZE + " types", offset);
    }
    if (depth > MAX_DEPTH) {
      throw new InvalidComponentException(
          "type nesting is too deep: at most " + MAX_DEPTH + " levels are allowed", offset);
    }
  }

  /** The facts of a type that has been {@linkplain #check(ValType, long) checked}. */
  Facts of(ValType type) {
    return switch (type) {
      case PrimitiveType primitive -> primitive(primitive);
      case FlagsType(List<String> names) -> flags(names.size());
      case OwnType own -> OWN;
      case BorrowType borrow -> BORROW;
      default -> {
        Facts known = values.get(type);
        if (known == null) {
          known = compute(type);
          values.put(type, known);
        }
        yield known;
      }
    };
  }

  /** The facts of a function's parameters, as those of a tuple. */
  Facts ofParameters(FuncType type) {
    List<FuncType.Parameter> all = type.parameters();
    if (all.isEmpty()) {
      return NOTHING;
    }
    Facts known = parameters.get(type);
    if (known == null) {
      for (int i = 0; i < all.size(); i++) {
        of(all.get(i).type());
      }
      parts.begin();
      for (int i = 0; i < all.size(); i++) {
        add(all.get(i).type());
      }
      known = parts.sequence();
      parameters.put(type, known);
    }
    return known;
  }

  private static Facts primitive(PrimitiveType type) {
    return switch (type) {
      case BOOL, S8, U8 -> ONE_BYTE;
      case S16, U16 -> TWO_BYTES;
      case S32, U32, F32, CHAR, ERROR_CONTEXT -> FOUR_BYTES;
      case S64, U64, F64 -> EIGHT_BYTES;
      case STRING -> STRING;
    };
  }

  private static Facts flags(int count) {
    return count <= 8 ? FLAGS_OF_ONE_BYTE : count <= 16 ? FLAGS_OF_TWO_BYTES : FLAGS_OF_FOUR_BYTES;
  }

  private static Facts scalar(int bytes, boolean needsName) {
    return new Facts(
        1, bytes, (byte) 1, (byte) bytes, (byte) 1, false, false, false, false, needsName);
  }

  private static Facts handle(boolean borrows) {
    return new Facts(1, 4, (byte) 1, (byte) 4, (byte) 1, false, borrows, true, false, true);
  }

  private Facts compute(ValType type) {
    return switch (type) {
      case PrimitiveType constant -> of(type);
      case FlagsType constant -> of(type);
      case OwnType constant -> of(type);
      case BorrowType constant -> of(type);
      case NamedType(String name, ValType other) -> of(other, null).named().same();
      case EnumType(List<String> names) -> parts.begin().needsName().oneOf(names.size());
      case StreamType(ValType element) -> of(element, null).handle();
      case FutureType(ValType element) -> of(element, null).handle();
      case ListType(ValType element, Integer length) when length != null ->
          of(element, null).repeated(Integer.toUnsignedLong(length));
      case ListType list -> of(list.element(), null).pointer();
      case MapType(ValType key, ValType value) -> of(key, value).pointer();
      case OptionType(ValType element) -> of(element, null).oneOf(2);
      case ResultType(ValType ok, ValType error) -> of(ok, error).oneOf(2);
      case TupleType(List<ValType> elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          of(elements.get(i));
        }
        parts.begin();
        for (int i = 0; i < elements.size(); i++) {
          add(elements.get(i));
        }
        yield parts.sequence();
      }
      case RecordType(List<RecordType.Field> fields) -> {
        for (int i = 0; i < fields.size(); i++) {
          of(fields.get(i).type());
        }
        parts.begin().needsName();
        for (int i = 0; i < fields.size(); i++) {
          add(fields.get(i).type());
        }
        yield parts.sequence();
      }
      case VariantType(List<VariantType.Case> cases) -> {
        for (int i = 0; i < cases.size(); i++) {
          ofNullable(cases.get(i).type());
        }
        parts.begin().needsName();
        for (int i = 0; i < cases.size(); i++) {
          add(cases.get(i).type());
        }
        yield parts.oneOf(cases.size());
      }
    };
  }

  /** The parts of a type that has at most two, once these are known: they have parts themselves. */
  private FactsOfParts of(@Nullable ValType first, @Nullable ValType second) {
    ofNullable(first);
    ofNullable(second);
    parts.begin();
    add(first);
    add(second);
    return parts;
  }

  private void ofNullable(@Nullable ValType type) {
    if (type != null) {
      of(type);
    }
  }

  private void add(@Nullable ValType known) {
    if (known != null) {
      parts.add(of(known));
    }
  }

  /** The extent of a type that has been {@linkplain #check(ExternType, long) checked}. */
  Extent of(ExternType type) {
    return switch (type) {
      case TypeBound.SubResource resource -> SOME_RESOURCE;
      case TypeBound.EqualsResource resource -> RESOURCE;
      default -> {
        Extent known = externs.get(type);
        if (known == null) {
          known = compute(type);
          externs.put(type, known);
        }
        yield known;
      }
    };
  }

  private Extent compute(ExternType type) {
    Whole whole = new Whole();
    switch (type) {
      case TypeBound.SubResource constant -> whole.add(of(type));
      case TypeBound.EqualsResource constant -> whole.add(of(type));
      case TypeBound.EqualsExtern(ExternType extern) -> whole.add(of(extern));
      case TypeBound.EqualsValue(ValType value) -> whole.add(of(value));
      case CoreModuleType module -> whole.size += module.imports().size() + module.exports().size();
      case InstanceType instance -> {
        whole.addAll(instance.exports().values());
        whole.introduces = introducesSome(instance);
      }
      case ComponentType component -> {
        whole.addAll(component.imports().values());
        whole.addAll(component.exports().values());
      }
      case FuncType function -> {
        whole.add(ofParameters(function));
        ValType result = function.result();
        if (result != null) {
          whole.add(of(result));
        }
      }
    }
    return whole.extent();
  }

  private boolean introducesSome(InstanceType type) {
    for (ExternType export : type.exports().values()) {
      boolean introduces =
          switch (export) {
            case TypeBound.SubResource resource -> true;
            case InstanceType instance -> of(instance).introduces();
            default -> false;
          };
      if (introduces) {
        return true;
      }
    }
    return false;
  }

  /** Puts an extent together from those of parts. */
  private final class Whole {
    private long size = 1;
    private int depth;
    private boolean resources;
    private boolean introduces;
    private boolean named;
    private boolean needsName;

    void addAll(Collection<ExternType> types) {
      for (ExternType type : types) {
        if (type instanceof TypeBound.EqualsValue(ValType value)) {
          add(of(value));
        } else {
          add(of(type));
        }
      }
    }

    void add(Facts part) {
      add(part.size(), part.depth());
      resources |= part.resources();
      named |= part.named();
      needsName |= part.needsName();
    }

    void add(Extent part) {
      add(part.size(), part.depth());
      resources |= part.resources();
      named |= part.named();
      needsName |= part.needsName();
    }

    private void add(int itsSize, int itsDepth) {
      size += itsSize;
      depth = Math.max(depth, itsDepth);
    }

    Extent extent() {
      return new Extent(
          (int) Math.min(size, MAX_SIZE + 1),
          (byte) Math.min(depth + 1, MAX_DEPTH + 1),
          resources,
          introduces,
          named,
          needsName);
    }
  }
}
