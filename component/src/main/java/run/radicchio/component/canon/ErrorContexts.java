package run.radicchio.component.canon;

import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Options;
import run.radicchio.component.abi.Strings;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.ErrorContext;

/** The built-ins of error contexts (CanonicalABI, {@code canon error-context.new} and after). */
final class ErrorContexts {
  /** So that handles, whose number is limited, do not take any amount of the host's memory. */
  private static final int MAX_LENGTH = 512;

  private ErrorContexts() {}

  static CoreExtern.Function create(ComponentInstance instance, Options options) {
    return Builtins.ofInts(
        "error-context.new",
        2,
        true,
        (pointer, length, _) -> {
          instance.checkMayLeave();
          String message =
              Strings.lift(new Context(options, instance), Integer.toUnsignedLong(pointer), length);
          return instance.handles().add(new ErrorContext(shortened(message)));
        });
  }

  static CoreExtern.Function debugMessage(ComponentInstance instance, Options options) {
    return Builtins.ofInts(
        "error-context.debug-message",
        2,
        false,
        (index, pointer, _) -> {
          instance.checkMayLeave();
          ErrorContext context = instance.handle(index, ErrorContext.class);
          Strings.store(
              new Context(options, instance),
              context.debugMessage(),
              Integer.toUnsignedLong(pointer));
          return 0;
        });
  }

  static int drop(ComponentInstance instance, int index) {
    instance.checkMayLeave();
    instance.removeHandle(index, ErrorContext.class);
    return 0;
  }

  /** The specification lets a host forget as much of the message as it wants to. */
  private static String shortened(String message) {
    if (message.length() <= MAX_LENGTH) {
      return message;
    }
    boolean splitsPair = Character.isHighSurrogate(message.charAt(MAX_LENGTH - 1));
    return message.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}
