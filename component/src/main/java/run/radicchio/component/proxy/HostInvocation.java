package run.radicchio.component.proxy;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.canon.HostCall;

/** A call of a function of the host that a component only hands on. */
final class HostInvocation extends Invocation implements HostCall {
  private final HandedOn function;
  private @Nullable Object[] arguments;

  /**
   * A call.
   *
   * @param arguments as its caller has them
   */
  HostInvocation(HandedOn function, @Nullable Object[] arguments) {
    this.function = function;
    this.arguments = arguments;
  }

  @Override
  void call() {
    try {
      arguments = function.arguments(arguments);
    } catch (RuntimeException unsuitable) {
      failed(unsuitable);
      return;
    }
    function.host().call(this);
  }

  @Override
  public @Nullable Object[] start() {
    return arguments;
  }

  @Override
  public void resolve(@Nullable Object result) {
    try {
      returned(function.result(result));
    } catch (Exception thrown) {
      failed(thrown);
    }
  }
}
