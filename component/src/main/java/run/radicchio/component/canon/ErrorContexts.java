package run.radicchio.component.canon;

import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Options;
import run.radicchio.component.abi.Strings;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.ErrorContext;

/** The built-ins of error contexts (CanonicalABI, {@code canon error-context.new} and after). */
final class ErrorContexts {
  private ErrorContexts() {}

  static CoreExtern.Function create(ComponentInstance instance, Options options) {
    return Builtins.ofInts(
        "error-context.new",
        2,
        true,
        in -> {
          instance.checkMayLeave();
          String message = Strings.lift(new Context(options, instance), in[0], (int) in[1]);
          // The specification lets a host forget the message.
          boolean room = instance.store().quota().takeMemory(bytes(message));
          return instance.handles().add(new ErrorContext(room ? message : ""));
        });
  }

  static CoreExtern.Function debugMessage(ComponentInstance instance, Options options) {
    return Builtins.ofInts(
        "error-context.debug-message",
        2,
        false,
        in -> {
          instance.checkMayLeave();
          ErrorContext context = instance.handle((int) in[0], ErrorContext.class);
          Strings.store(new Context(options, instance), context.debugMessage(), in[1]);
          return 0;
        });
  }

  static long drop(ComponentInstance instance, int index) {
    instance.checkMayLeave();
    ErrorContext dropped = instance.removeHandle(index, ErrorContext.class);
    instance.store().quota().giveMemory(bytes(dropped.debugMessage()));
    return 0;
  }

  private static long bytes(String message) {
    return 2L * message.length();
  }
}
