package run.radicchio.component.core.endive;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.WasmException;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.WasmEngineException;
import run.radicchio.component.Trap;

/** What the engine throws, as {@link Trap}s. */
final class Traps {
  /** The kinds that the engine's messages mean, by what they begin with or contain. */
  private static final Map<String, Trap.Kind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("Trapped on unreachable", Trap.Kind.UNREACHABLE);
    KINDS.put("out of bounds memory access", Trap.Kind.MEMORY_OUT_OF_BOUNDS);
    KINDS.put("out of bounds table access", Trap.Kind.TABLE_OUT_OF_BOUNDS);
    KINDS.put("undefined element", Trap.Kind.TABLE_OUT_OF_BOUNDS);
    KINDS.put("uninitialized element", Trap.Kind.UNINITIALIZED_ELEMENT);
    KINDS.put("indirect call type mismatch", Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH);
    KINDS.put("integer overflow", Trap.Kind.INTEGER_OVERFLOW);
    KINDS.put("integer divide by zero", Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
    KINDS.put("invalid conversion to integer", Trap.Kind.INVALID_CONVERSION_TO_INTEGER);
    KINDS.put("call stack exhausted", Trap.Kind.STACK_OVERFLOW);
    KINDS.put("unaligned atomic", Trap.Kind.UNALIGNED_ATOMIC);
    KINDS.put("null ", Trap.Kind.NULL_REFERENCE);
  }

  private static final String ENGINE = "run.endive.";

  private Traps() {}

  /**
   * Wraps a function of a guest for the host: what the engine throws in it becomes a trap, and
   * anything else passes.
   */
  static MethodHandle guard(MethodHandle target) {
    MethodHandle handler =
        MethodHandles.filterArguments(
            MethodHandles.throwException(target.type().returnType(), Throwable.class),
            0,
            TRANSLATE);
    return MethodHandles.catchException(target, Throwable.class, handler);
  }

  /**
   * What the host is to see.
   *
   * @return a trap with the guest's frames if it is the engine's or already one; the same otherwise
   */
  static Throwable translate(Throwable thrown) {
    return switch (thrown) {
      case Trap trap -> trap.guestFrames().isEmpty() ? withFrames(trap) : trap;
      case StackOverflowError e -> trap(Trap.Kind.STACK_OVERFLOW, null, e);
      case WasmInterruptedException e -> trap(Trap.Kind.INTERRUPTED, null, e);
      case WasmException e -> trap(Trap.Kind.UNCAUGHT_EXCEPTION, null, e);
      case WasmEngineException e -> translate(e);
      case RuntimeException e when isEngines(e) ->
          trap(Trap.Kind.OTHER_CORE, Trap.Kind.OTHER_CORE.words() + ": " + e, e);
      default -> thrown;
    };
  }

  /** Whether the engine itself ran into it, as it does for a few things that are to trap. */
  private static boolean isEngines(RuntimeException thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length > 0
        && (trace[0].getClassName().startsWith(GuestNames.PACKAGE)
            || trace[0].getClassName().startsWith(ENGINE));
  }

  private static Trap translate(WasmEngineException thrown) {
    if (thrown.getCause() instanceof WasmEngineException cause) {
      return translate(cause);
    }
    String message = String.valueOf(thrown.getMessage());
    for (Map.Entry<String, Trap.Kind> entry : KINDS.entrySet()) {
      if (message.contains(entry.getKey())) {
        return trap(entry.getValue(), null, thrown);
      }
    }
    return trap(Trap.Kind.OTHER_CORE, message, thrown);
  }

  private static Trap trap(Trap.Kind kind, @Nullable String message, Throwable cause) {
    return new Trap(kind, message == null ? kind.words() : message, cause, GuestFrames.of(cause));
  }

  private static Trap withFrames(Trap trap) {
    List<String> frames = GuestFrames.of(trap);
    if (frames.isEmpty()) {
      return trap;
    }
    Trap result = new Trap(trap.kind(), trap.getMessage(), trap.getCause(), frames);
    result.setStackTrace(trap.getStackTrace());
    for (Throwable suppressed : trap.getSuppressed()) {
      result.addSuppressed(suppressed);
    }
    return result;
  }

  /** Throws anything where only unchecked exceptions may be thrown, as the JVM itself would. */
  @SuppressWarnings("unchecked") // the type is not there at run time
  static <X extends Throwable> RuntimeException sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }

  private static final MethodHandle TRANSLATE;

  static {
    try {
      TRANSLATE =
          MethodHandles.lookup()
              .findStatic(Traps.class, "translate", methodType(Throwable.class, Throwable.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
