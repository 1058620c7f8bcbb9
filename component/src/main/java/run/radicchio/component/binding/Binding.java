package run.radicchio.component.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * How values of a type are represented in Java.
 *
 * <p>Values are objects; null is one only where an {@link OptionOf} says so. What a {@code make}
 * function throws is what the host's class threw.
 */
public sealed interface Binding {

  /** The type, without a name of its own ({@link ValType#structure()}). */
  ValType type();

  /**
   * A primitive: {@code Boolean}, {@code Byte}, {@code Short}, {@code Integer}, {@code Long},
   * {@code Float}, {@code Double} or {@code String}. Unsigned integers are the boxes of the same
   * width and bits, {@code char} is its code point as an {@code Integer}.
   */
  record Scalar(PrimitiveType type) implements Binding {}

  /**
   * A list of numbers.
   *
   * @param container {@code ByteBuffer}, {@code byte[]}, {@code short[]}, {@code int[]}, {@code
   *     long[]}, {@code float[]} or {@code double[]}; or {@code Function}, for bytes that it copies
   */
  record NumericList(ListType type, Class<?> container) implements Binding {}

  /** A list as a {@code java.util.List}, which has nulls where its element does. */
  record ListOf(ListType type, Binding element) implements Binding {}

  /**
   * A record or a tuple.
   *
   * @param type a {@code RecordType} or a {@code TupleType}
   * @param fields the bindings of its fields, in order
   * @param make makes a value from those of its fields
   * @param parts the values of the fields of a value
   * @param java the Java record whose components they are, in order; null for a value of no class
   *     of its own
   */
  record RecordOf(
      ValType type,
      List<Binding> fields,
      Function<@Nullable Object[], Object> make,
      Function<Object, @Nullable Object[]> parts,
      @Nullable Class<?> java)
      implements Binding {
    public RecordOf {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A variant.
   *
   * @param payloads for each case the binding of its payload, or null
   * @param make makes a value from the index of its case and its payload
   * @param caseOf the index of a value's case
   * @param payloadOf the payload of a value, null where its case has none
   * @param java the Java record of each case, whose component is the payload; empty for values of
   *     no class of their own
   */
  record VariantOf(
      VariantType type,
      List<@Nullable Binding> payloads,
      CaseMaker make,
      ToIntFunction<Object> caseOf,
      Function<Object, @Nullable Object> payloadOf,
      List<Class<?>> java)
      implements Binding {
    public VariantOf {
      java = List.copyOf(java);
      payloads = Collections.unmodifiableList(new ArrayList<>(payloads));
    }

    /** Makes a value of a case. */
    @FunctionalInterface
    public interface CaseMaker {
      /**
       * The value.
       *
       * @param index of the case
       * @param payload null where the case has none
       */
      Object make(int index, @Nullable Object payload);
    }
  }

  /**
   * An enum.
   *
   * @param make the value of a case's index
   * @param indexOf the index of a value's case
   * @param java the Java enum, in which cases have the same order; null for a value of no class of
   *     its own
   */
  record EnumOf(
      EnumType type,
      IntFunction<Object> make,
      ToIntFunction<Object> indexOf,
      @Nullable Class<?> java)
      implements Binding {}

  /**
   * Flags.
   *
   * @param make the value of bits, the first name's being the lowest
   * @param bitsOf the bits of a value
   * @param java the Java enum that a value is a set of, in which flags have the same order; null
   *     for a value of no class of its own
   */
  record FlagsOf(
      FlagsType type,
      IntFunction<Object> make,
      ToIntFunction<Object> bitsOf,
      @Nullable Class<?> java)
      implements Binding {}

  /**
   * An option.
   *
   * @param element the binding of what may be there
   * @param optional whether it is a {@code java.util.Optional}, which is empty for {@code none};
   *     else it is what may be there, or null for {@code none}
   */
  record OptionOf(OptionType type, Binding element, boolean optional) implements Binding {}

  /**
   * A {@link run.radicchio.component.Result}; the binding of a payload is null if there is none.
   */
  record ResultOf(ResultType type, @Nullable Binding ok, @Nullable Binding error)
      implements Binding {}

  /**
   * A resource that goes to the receiver.
   *
   * @param java the Java interface; null for a resource that no Java interface stands for
   */
  record Own(OwnType type, @Nullable Class<?> java) implements Binding {}

  /**
   * A resource that is lent for the time of a call.
   *
   * @param java the Java interface; null for a resource that no Java interface stands for
   */
  record BorrowOf(BorrowType type, @Nullable Class<?> java) implements Binding {}

  /**
   * An object around a value of another binding.
   *
   * @param inner of what crosses
   * @param wrap the object around a value
   * @param unwrap the value in an object
   */
  record Wrapped(Binding inner, Function<Object, Object> wrap, Function<Object, Object> unwrap)
      implements Binding {
    @Override
    public ValType type() {
      return inner.type();
    }
  }

  /**
   * A {@code Flow.Publisher}.
   *
   * @param item of its items, each an element, or as many as are in a list of numbers; null for
   *     elements of no type
   * @param chunked whether an item is a list of elements
   */
  record StreamOf(StreamType type, @Nullable Binding item, boolean chunked) implements Binding {
    /** One whose items are its elements. */
    public StreamOf(StreamType type, @Nullable Binding element) {
      this(type, element, false);
    }
  }

  /** A {@code CompletionStage}; the binding of what it gives is null if that is of no type. */
  record FutureOf(FutureType type, @Nullable Binding element) implements Binding {}
}
