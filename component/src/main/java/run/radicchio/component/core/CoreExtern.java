package run.radicchio.component.core;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType;

/** Something that an instance of a core module exports or is given. */
public sealed interface CoreExtern {

  /** Its type; limits are those of now. */
  CoreType type();

  /** A function. */
  final class Function implements CoreExtern {
    private final CoreType.Function type;
    private final String name;
    private final @Nullable Object origin;
    private final Supplier<MethodHandle> maker;
    private @Nullable MethodHandle handle;

    /**
     * A function of a guest, of which most are never called across the seam.
     *
     * @param type its core type
     * @param name its name for messages
     * @param origin what the engine knows it by
     * @param maker gives what to call; may be asked more than once
     */
    public Function(
        CoreType.Function type, String name, Object origin, Supplier<MethodHandle> maker) {
      this.type = type;
      this.name = name;
      this.origin = origin;
      this.maker = maker;
    }

    /**
     * A function of the host, of which a guest calls few of those that it imports.
     *
     * @param maker gives what to call; may be asked more than once
     */
    public Function(CoreType.Function type, String name, Supplier<MethodHandle> maker) {
      this.type = type;
      this.name = name;
      this.origin = null;
      this.maker = maker;
    }

    @Override
    public CoreType.Function type() {
      return type;
    }

    /** Its name, for messages. */
    public String name() {
      return name;
    }

    /** What the engine knows it by; null for a function of the host. */
    public @Nullable Object origin() {
      return origin;
    }

    /**
     * What to call: of {@link #methodType} exactly; throws {@link run.radicchio.component.Trap}
     * where the function traps.
     */
    public MethodHandle handle() {
      if (handle == null) {
        handle = checked(maker.get());
      }
      return handle;
    }

    private MethodHandle checked(MethodHandle made) {
      if (!made.type().equals(methodType(type))) {
        throw new IllegalArgumentException(name + " is " + made.type() + ", not " + type);
      }
      return made;
    }

    /**
     * The Java type of core functions of a type: {@code int}, {@code long}, {@code float}, {@code
     * double}, {@code Object} for references, and {@code Object[]} for several results.
     */
    public static MethodType methodType(CoreType.Function type) {
      Class<?>[] parameters =
          type.parameters().stream().map(Function::javaClass).toArray(Class<?>[]::new);
      Class<?> result =
          switch (type.results().size()) {
            case 0 -> void.class;
            case 1 -> javaClass(type.results().getFirst());
            default -> Object[].class;
          };
      return MethodType.methodType(result, parameters);
    }

    private static Class<?> javaClass(CoreType.Value type) {
      return switch (type) {
        case CoreType.NumberType.I32 -> int.class;
        case CoreType.NumberType.I64 -> long.class;
        case CoreType.NumberType.F32 -> float.class;
        case CoreType.NumberType.F64 -> double.class;
        case CoreType.NumberType.V128 -> Object.class;
        case CoreType.Reference reference -> Object.class;
      };
    }
  }

  /** A linear memory. */
  non-sealed interface Memory extends CoreExtern {
    @Override
    CoreType.Memory type();

    /**
     * Its bytes as they are now: the address never changes, the size grows. A caller asks again
     * after anything that may have grown it.
     */
    MemorySegment segment();

    /**
     * The same as a read-only buffer: to take slices of, since others may be given the same one.
     */
    default ByteBuffer readable() {
      return writable().asReadOnlyBuffer();
    }

    /** The same as a buffer that can be written: to take slices of, too. */
    default ByteBuffer writable() {
      return segment().asByteBuffer();
    }
  }

  /** A table. */
  non-sealed interface Table extends CoreExtern {
    @Override
    CoreType.Table type();

    /**
     * The function at an index.
     *
     * @return null where the element is null
     * @throws run.radicchio.component.Trap if the index is out of bounds
     */
    @Nullable Function function(int index);
  }

  /** A global variable. */
  non-sealed interface Global extends CoreExtern {
    @Override
    CoreType.Global type();
  }

  /** An exception tag. */
  non-sealed interface Tag extends CoreExtern {
    @Override
    CoreType.Tag type();
  }
}
