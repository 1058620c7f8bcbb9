package run.radicchio.component.proxy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.HostCallee;
import run.radicchio.component.canon.LiftedFunction;

/** A function that a component exports, as the host calls it. Safe for use by several threads. */
public final class GuestFunction {
  private static final @Nullable Object[] NOTHING = {};

  private final Function<@Nullable Object[], Invocation> invocations;
  private final Entrance entrance;

  /**
   * A function whose values cross in a representation.
   *
   * @param result null for a function without one
   * @param entrance of the store that it is in
   */
  public GuestFunction(
      Callee callee, List<Binding> parameters, @Nullable Binding result, Entrance entrance) {
    this.entrance = entrance;
    this.invocations =
        switch (callee) {
          case LiftedFunction guest -> {
            FunctionCodec codec = FunctionCodec.ofHost(parameters, result);
            DynamicInvocation.Function function = new DynamicInvocation.Function(guest, codec);
            yield arguments -> new DynamicInvocation(function, arguments);
          }
          case HostCallee host -> {
            HandedOn function = HandedOn.of(host, parameters, result);
            yield arguments -> new HostInvocation(function, arguments);
          }
        };
  }

  /**
   * Calls it and waits for its result.
   *
   * @return null where it has none
   * @throws IllegalArgumentException if an argument is none of its type
   * @throws run.radicchio.component.Trap if the guest traps
   */
  public @Nullable Object call(@Nullable Object... arguments) {
    Invocation invocation = invocation(arguments);
    entrance.call(invocation);
    return invocation.result();
  }

  /**
   * Calls it without waiting. To cancel what is returned asks the guest to end the call.
   *
   * @return a future that is completed with what {@link #call} would return or throw
   */
  public CompletableFuture<@Nullable Object> begin(@Nullable Object... arguments) {
    return invocation(arguments).leaveTo(entrance);
  }

  private Invocation invocation(@Nullable Object[] given) {
    return invocations.apply(given.length == 0 ? NOTHING : given.clone());
  }
}
