package run.radicchio.component.proxy;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.canon.HostCall;
import run.radicchio.component.canon.HostCallee;

/** A call of a function of the host that a component only hands on. */
final class HostInvocation extends Invocation implements HostCall {
  private final HostCallee host;
  private final @Nullable Object[] arguments;

  HostInvocation(HostCallee host, @Nullable Object[] arguments) {
    this.host = host;
    this.arguments = arguments;
  }

  @Override
  void call() {
    host.call(this);
  }

  @Override
  public @Nullable Object[] start() {
    return arguments;
  }

  @Override
  public void resolve(@Nullable Object result) {
    returned(result);
  }
}
