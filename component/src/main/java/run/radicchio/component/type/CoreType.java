package run.radicchio.component.type;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of what a core module imports or exports (core specification, "External Types"). */
public sealed interface CoreType {

  /**
   * A function's parameters and results.
   *
   * @param definition the type that a module defines with them; null where that is alone in its
   *     group, final and below no other, so that nothing but parameters and results tells it from
   *     others
   */
  record Function(List<Value> parameters, List<Value> results, @Nullable DefinedType definition)
      implements CoreType {
    public Function {
      parameters = List.copyOf(parameters);
      results = List.copyOf(results);
    }

    /** Of no other definition than these. */
    public Function(List<Value> parameters, List<Value> results) {
      this(parameters, results, null);
    }

    /** Whether a function of this type can be used as one of another: it is that, or below it. */
    public boolean matches(Function expected) {
      return equals(expected)
          || (definition != null
              && expected.definition != null
              && definition.matches(expected.definition));
    }

    /** Whether both take and give the same, however they are defined. */
    public boolean hasSignatureOf(Function other) {
      return parameters.equals(other.parameters) && results.equals(other.results);
    }
  }

  /** A table: the type of its elements and its limits. */
  record Table(Reference element, Limits limits) implements CoreType {}

  /** A memory: its limits in pages of 64 KiB. */
  record Memory(Limits limits, boolean shared) implements CoreType {}

  /** A global: the type of its value, and whether it can change. */
  record Global(Value value, boolean mutable) implements CoreType {}

  /** A tag: the parameters of the exceptions thrown with it. */
  record Tag(Function function) implements CoreType {}

  /**
   * The size that something has at least and at most.
   *
   * @param minimum its initial size
   * @param maximum the size it cannot grow beyond, or null
   * @param index64 whether it is indexed by {@code i64}
   */
  record Limits(long minimum, @Nullable Long maximum, boolean index64) {}

  /** The type of a core value. */
  sealed interface Value permits NumberType, Reference {
    /** Whether a value of this type can be used as one of another. */
    default boolean matches(Value expected) {
      return equals(expected);
    }
  }

  /** The numeric and vector types. */
  enum NumberType implements Value {
    I32(0x7f),
    I64(0x7e),
    F32(0x7d),
    F64(0x7c),
    V128(0x7b);

    private final int code;

    NumberType(int code) {
      this.code = code;
    }

    /** The byte that stands for it in the binary format. */
    public int code() {
      return code;
    }

    /** The name in the text format. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A reference type.
   *
   * @param nullable whether null is a value of it
   * @param heap what it refers to
   */
  record Reference(boolean nullable, Heap heap) implements Value {
    @Override
    public boolean matches(Value expected) {
      return expected instanceof Reference(boolean allowsNull, Heap other)
          && (allowsNull || !nullable)
          && heap.matches(other);
    }

    /** In the text format. */
    @Override
    public String toString() {
      return CoreTypeText.of(this);
    }
  }

  /** What a reference refers to. */
  sealed interface Heap permits AbstractHeap, DefinedType, RecursiveGroup.Member {
    /** Whether something of this type is also of another. */
    boolean matches(Heap expected);
  }

  /** The heap types that no module defines. */
  enum AbstractHeap implements Heap {
    FUNC(0x70),
    EXTERN(0x6f),
    ANY(0x6e),
    EQ(0x6d),
    I31(0x6c),
    STRUCT(0x6b),
    ARRAY(0x6a),
    EXN(0x69),
    NONE(0x71),
    NOEXTERN(0x72),
    NOFUNC(0x73),
    NOEXN(0x74);

    private final int code;

    AbstractHeap(int code) {
      this.code = code;
    }

    /** The byte that stands for it in the binary format. */
    public int code() {
      return code;
    }

    @Override
    public boolean matches(Heap expected) {
      return switch (expected) {
        case AbstractHeap other -> this == other || isBelow(other);
        case DefinedType other -> this == (other.kind() == FUNC ? NOFUNC : NONE);
        case RecursiveGroup.Member other -> false;
      };
    }

    private boolean isBelow(AbstractHeap other) {
      return switch (this) {
        case NONE -> other == I31 || other == STRUCT || other == ARRAY || STRUCT.isBelow(other);
        case I31, STRUCT, ARRAY -> other == EQ || other == ANY;
        case EQ -> other == ANY;
        case NOFUNC -> other == FUNC;
        case NOEXTERN -> other == EXTERN;
        case NOEXN -> other == EXN;
        case FUNC, EXTERN, ANY, EXN -> false;
      };
    }

    /** The name in the text format. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
