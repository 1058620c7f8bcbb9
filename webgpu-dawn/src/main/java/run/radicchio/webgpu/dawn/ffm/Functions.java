package run.radicchio.webgpu.dawn.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Functions of the library as method handles, and Java methods as functions for the library.
 *
 * <p>A process uses one library: the handles are constants of the generated classes, so that the
 * JIT compiles a call into a call.
 */
public final class Functions {
  private static final System.Logger LOG = System.getLogger(Functions.class.getName());

  private record Library(String name, SymbolLookup symbols) {}

  private static final AtomicReference<@Nullable Library> LIBRARY = new AtomicReference<>();

  private Functions() {}

  /**
   * Takes every function from this library from now on.
   *
   * @param name what errors call it, such as its path
   * @throws IllegalStateException if the process already uses a library of another name
   */
  public static void bind(String name, SymbolLookup symbols) {
    Library witness = LIBRARY.compareAndExchange(null, new Library(name, symbols));
    if (witness != null && !witness.name().equals(name)) {
      throw new IllegalStateException(
          "cannot use Dawn's library "
              + name
              + ": this process already uses "
              + witness.name()
              + ", and one process can use only one");
    }
  }

  /**
   * A function of the library. One that the library lacks becomes a handle that throws {@link
   * MissingFunctionException}, so that a class that binds it still loads.
   */
  @SuppressWarnings("restricted")
  public static MethodHandle downcall(String symbol, FunctionDescriptor descriptor) {
    Library library = LIBRARY.get();
    if (library == null) {
      return missing(symbol, "no library is loaded", descriptor);
    }
    Optional<MemorySegment> address = library.symbols().find(symbol);
    return address.isEmpty()
        ? missing(symbol, "the library " + library.name() + " has none", descriptor)
        : Linker.nativeLinker().downcallHandle(address.get(), descriptor);
  }

  private static MethodHandle missing(String symbol, String reason, FunctionDescriptor descriptor) {
    MethodType type = descriptor.toMethodType();
    MethodHandle thrower =
        MethodHandles.throwException(type.returnType(), MissingFunctionException.class)
            .bindTo(new MissingFunctionException(symbol, reason));
    return MethodHandles.dropArguments(thrower, 0, type.parameterList());
  }

  /** What to throw when a handle has thrown: a call into C has no exceptions of its own. */
  public static RuntimeException failed(Throwable failure) {
    return switch (failure) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      default -> new IllegalStateException(failure);
    };
  }

  /**
   * The address of a C function that calls the one method, {@code call}, of a callback. An
   * exception that left it would end the JVM: it is logged and goes no further.
   */
  @SuppressWarnings("restricted")
  public static <T> long upcall(
      MethodHandles.Lookup lookup,
      Class<T> type,
      T callback,
      FunctionDescriptor descriptor,
      Arena arena) {
    try {
      MethodType method = descriptor.toMethodType();
      MethodHandle target = lookup.findVirtual(type, "call", method).bindTo(callback);
      MethodHandle logger =
          MethodHandles.lookup()
              .findStatic(
                  Functions.class, "log", MethodType.methodType(void.class, Throwable.class));
      MethodHandle safe = MethodHandles.catchException(target, Throwable.class, logger);
      return Linker.nativeLinker().upcallStub(safe, descriptor, arena).address();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("callback " + type + " has no method of its descriptor", e);
    }
  }

  @SuppressWarnings("unused") // Called through the handle above.
  private static void log(Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, "a callback from Dawn failed; this is a bug", failure);
  }
}
