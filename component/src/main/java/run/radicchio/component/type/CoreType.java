package run.radicchio.component.type;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of what a core module imports or exports (core specification, "External Types"). */
public sealed interface CoreType {

  /** A function's parameters and results. */
  record Function(List<Value> parameters, List<Value> results) implements CoreType {
    public Function {
      parameters = List.copyOf(parameters);
      results = List.copyOf(results);
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
  sealed interface Value permits NumberType, Reference {}

  /** The numeric and vector types. */
  enum NumberType implements Value {
    I32,
    I64,
    F32,
    F64,
    V128;

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
   * @param heap the heap type in the text format: {@code func}, {@code extern}, {@code any}, or a
   *     type index
   */
  record Reference(boolean nullable, String heap) implements Value {}
}
