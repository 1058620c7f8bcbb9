package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.Trap;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.runtime.LiftedResource;
import run.radicchio.component.runtime.ResourceHandle;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.runtime.Subtask;
import run.radicchio.component.runtime.Task;

/**
 * What generated adapters call to lift and to lower values: the parts of codecs, without boxes.
 *
 * <p>Where a value lies is a pair of {@code u32}s in a {@code long}: the address in its lower half,
 * the length in its upper.
 */
public final class GuestValues {
  private GuestValues() {}

  // Memory.

  /** A byte, extended by zeros. */
  public static int loadByte(MemorySegment memory, long address) {
    return memory.get(ValueLayout.JAVA_BYTE, address) & 0xFF;
  }

  /** 16 bits, extended by zeros. */
  public static int loadShort(MemorySegment memory, long address) {
    return memory.get(ScalarCodec.SHORT, address) & 0xFFFF;
  }

  /** 32 bits. */
  public static int loadInt(MemorySegment memory, long address) {
    return memory.get(ScalarCodec.INT, address);
  }

  /** 64 bits. */
  public static long loadLong(MemorySegment memory, long address) {
    return memory.get(ScalarCodec.LONG, address);
  }

  /** A 32-bit float. */
  public static float loadFloat(MemorySegment memory, long address) {
    return Float.intBitsToFloat(memory.get(ScalarCodec.INT, address));
  }

  /** A 64-bit float. */
  public static double loadDouble(MemorySegment memory, long address) {
    return Double.longBitsToDouble(memory.get(ScalarCodec.LONG, address));
  }

  /** Stores the lowest byte. */
  public static void storeByte(int value, Context context, long address) {
    context.memory().set(ValueLayout.JAVA_BYTE, address, (byte) value);
  }

  /** Stores the lowest 16 bits. */
  public static void storeShort(int value, Context context, long address) {
    context.memory().set(ScalarCodec.SHORT, address, (short) value);
  }

  /** Stores 32 bits. */
  public static void storeInt(int value, Context context, long address) {
    context.memory().set(ScalarCodec.INT, address, value);
  }

  /** Stores 64 bits. */
  public static void storeLong(long value, Context context, long address) {
    context.memory().set(ScalarCodec.LONG, address, value);
  }

  /** Stores a 32-bit float. */
  public static void storeFloat(float value, Context context, long address) {
    context.memory().set(ScalarCodec.INT, address, Float.floatToRawIntBits(value));
  }

  /** Stores a 64-bit float. */
  public static void storeDouble(double value, Context context, long address) {
    context.memory().set(ScalarCodec.LONG, address, Double.doubleToRawLongBits(value));
  }

  /** An address that a guest gave for something: it is aligned and in bounds, or this traps. */
  public static long pointer(int address, Context context, int alignment, int size) {
    long unsigned = Integer.toUnsignedLong(address);
    context.checkPointer(unsigned, alignment, size, Trap.Kind.POINTER_OUT_OF_BOUNDS);
    return unsigned;
  }

  /** Has the guest allocate. */
  public static long allocate(Context context, int alignment, int size) {
    return context.allocate(alignment, size);
  }

  // Scalars.

  /** Traps unless a number is a Unicode scalar value. */
  public static int liftChar(int codePoint) {
    return ScalarCodec.checkedChar(codePoint);
  }

  /** Refuses a number that is no Unicode scalar value. */
  public static int lowerChar(int codePoint) {
    return ScalarCodec.lowerableChar(codePoint);
  }

  /** The canonical not-a-number for any. */
  public static float canonical(float value) {
    return Bits.canonical(value);
  }

  /** The canonical not-a-number for any. */
  public static double canonical(double value) {
    return Bits.canonical(value);
  }

  // Strings and lists.

  /** A string. */
  public static String liftString(int address, int taggedCodeUnits, Context context) {
    return StringCodec.liftFrom(context, Integer.toUnsignedLong(address), taggedCodeUnits);
  }

  /** Puts a string into the guest's memory; returns where it lies. */
  public static long lowerString(@Nullable Object value, Context context) {
    return StringCodec.encode(context, Representation.require(String.class, value));
  }

  /** A list of numbers. */
  public static Object liftNumbers(int address, int length, Context context, Numbers numbers) {
    return numbers.codec.elements(
        context, Integer.toUnsignedLong(address), Integer.toUnsignedLong(length));
  }

  /** Puts a list of numbers into the guest's memory; returns where it lies. */
  public static long lowerNumbers(@Nullable Object value, Context context, Numbers numbers) {
    return numbers.codec.put(context, value);
  }

  /** How lists of numbers are represented in Java. */
  public record Numbers(NumericListCodec codec) {
    /**
     * In a container.
     *
     * @param container as in {@link run.radicchio.component.binding.Binding.NumericList}
     */
    public static Numbers in(Class<?> container, int elementSize) {
      return new Numbers(new NumericListCodec(container, elementSize));
    }
  }

  /** Traps unless a guest's list is not too long, aligned and in bounds; returns its length. */
  public static int checkList(int address, int length, Context context, int size, int alignment) {
    ListCodec.checkRange(
        context, Integer.toUnsignedLong(address), Integer.toUnsignedLong(length), size, alignment);
    return length;
  }

  /** The same for a list whose elements are to be Java objects: there may not be too many. */
  public static int checkLiftedList(
      int address, int length, Context context, int size, int alignment) {
    int checked = checkList(address, length, context, size, alignment);
    ListCodec.countCopies(context, checked, size);
    return checked;
  }

  /** A list of lifted elements. */
  public static List<?> list(@Nullable Object[] elements) {
    return new LiftedList(elements);
  }

  /** The elements of a list, as they are now. */
  public static @Nullable Object[] elements(@Nullable Object list) {
    return Representation.require(List.class, list).toArray();
  }

  /** Has the guest allocate a list; returns where it lies. */
  public static long allocateList(int length, Context context, int size, int alignment) {
    return range(ListCodec.allocate(context, length, size, alignment), length);
  }

  /** An address and a length in one. */
  static long range(long address, int length) {
    return address | (long) length << 32;
  }

  // Records and variants.

  /** Refuses null where something must be. */
  public static Object present(@Nullable Object value) {
    return Representation.require(Object.class, value);
  }

  /** The case of a guest's discriminant. */
  public static int checkCase(int index, int cases) {
    if (Integer.compareUnsigned(index, cases) >= 0) {
      throw new Trap(Trap.Kind.INVALID_DISCRIMINANT);
    }
    return index;
  }

  /** Which of several classes a value is of. */
  public static int caseOf(@Nullable Object value, Class<?>[] cases) {
    Class<?> actual = Representation.require(Object.class, value).getClass();
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] == actual) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "a value must be one of %s, but is a %s".formatted(Arrays.toString(cases), actual));
  }

  /** The constant of a guest's discriminant. */
  public static Object enumCase(int index, Object[] constants) {
    return constants[checkCase(index, constants.length)];
  }

  /** The discriminant of a constant. */
  @SuppressWarnings("EnumOrdinal") // a case is numbered by its place in the type, which is this
  public static int enumIndex(@Nullable Object constant) {
    return Representation.require(Enum.class, constant).ordinal();
  }

  /** What is in an {@code Optional}, or null. */
  public static @Nullable Object orNull(@Nullable Object optional) {
    return ((Optional<?>) Representation.require(Optional.class, optional)).orElse(null);
  }

  /** An {@code Optional} of what there is. */
  public static Object optional(@Nullable Object value) {
    return Optional.ofNullable(value);
  }

  /** Whether a result is an error: 1 or 0. */
  public static int resultCase(@Nullable Object result) {
    return Representation.require(Result.class, result) instanceof Result.Err<?, ?> ? 1 : 0;
  }

  /** The payload of a result. */
  public static @Nullable Object resultPayload(Object result) {
    return switch ((Result<?, ?>) result) {
      case Result.Ok<?, ?> ok -> ok.value();
      case Result.Err<?, ?> err -> err.error();
    };
  }

  /** A result that is no error. */
  public static Object ok(@Nullable Object value) {
    return Result.ok(value);
  }

  /** A result that is an error. */
  public static Object err(@Nullable Object error) {
    return Result.err(error);
  }

  // Handles.

  /** A resource of the host that a guest gives away. */
  public static Object liftOwn(int index, Context context, RuntimeResource resource) {
    return ResourceHandle.take(context.instance(), index, resource);
  }

  /** A resource of the host that a guest lends, to whom the context says. */
  public static Object liftBorrow(int index, Context context, RuntimeResource resource) {
    ResourceHandle handle = ResourceHandle.get(context.instance(), index, resource);
    Subtask lender = context.lender();
    if (lender != null) {
      lender.addLender(handle);
    }
    return handle.representation();
  }

  /** A resource of the host for a guest to own. */
  public static int lowerOwn(
      @Nullable Object value, Context context, RuntimeResource resource, Class<?> java) {
    return ResourceHandle.give(context.instance(), resource, representation(value, resource, java));
  }

  private static Object representation(
      @Nullable Object value, RuntimeResource resource, Class<?> java) {
    return value instanceof LiftedResource lifted
        ? lifted.give(resource)
        : Representation.require(java, value);
  }

  /** A resource of the host, lent to a guest for the time of its task. */
  public static int lowerBorrow(
      @Nullable Object value, Context context, RuntimeResource resource, Class<?> java) {
    Task borrower = context.borrower();
    if (borrower == null) {
      throw new IllegalStateException("validation lets nothing borrowed be a result");
    }
    return context
        .instance()
        .handles()
        .add(ResourceHandle.borrow(resource, Representation.require(java, value), borrower));
  }

  /** What a guest's handle stands for, for the host. */
  public static Object liftEnd(int index, Context context, End end) {
    return end.lift(index, context);
  }

  /** A handle of what the host has, for the guest. */
  public static int lowerEnd(@Nullable Object value, Context context, End end) {
    return end.lower(value, context);
  }

  /** The same, represented as the context says under a number. */
  public static Object liftNumberedEnd(int index, Context context, int number) {
    return context.ends().get(number).lift(index, context);
  }

  /** The same, represented as the context says under a number. */
  public static int lowerNumberedEnd(@Nullable Object value, Context context, int number) {
    return context.ends().get(number).lower(value, context);
  }

  /** How what a handle stands for is represented in Java. */
  public interface End {
    /** For the host. */
    Object lift(int index, Context context);

    /** For the guest. */
    int lower(@Nullable Object value, Context context);

    /** Of a binding of a resource, a stream or a future. */
    static End of(Binding binding) {
      return switch (binding) {
        case Binding.Wrapped wrapped -> new WrappedEnd(of(wrapped.inner()), wrapped);
        default -> {
          if (Codecs.of(binding, true) instanceof HandleCodec codec) {
            yield new PlainEnd(codec);
          }
          throw new IllegalArgumentException(binding + " is no handle");
        }
      };
    }
  }

  private record PlainEnd(HandleCodec codec) implements End {
    @Override
    public Object lift(int index, Context context) {
      return codec.fromIndex(context, index);
    }

    @Override
    public int lower(@Nullable Object value, Context context) {
      return codec.toIndex(context, value);
    }
  }

  private record WrappedEnd(End inner, Binding.Wrapped binding) implements End {
    @Override
    public Object lift(int index, Context context) {
      return binding.wrap().apply(inner.lift(index, context));
    }

    @Override
    public int lower(@Nullable Object value, Context context) {
      return inner.lower(binding.unwrap().apply(present(value)), context);
    }
  }
}
