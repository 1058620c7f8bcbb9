package run.radicchio.component.proxy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.adapter.GuestAdapter;
import run.radicchio.component.adapter.HandleUses;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.ErrorBinding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.canon.LiftedFunction;

/** A function of an instance as a Java method. */
final class GuestMethod {
  private final FunctionBinding method;
  private final Object site;
  private final boolean async;
  private final @Nullable ErrorBinding error;
  private final GuestFunction function;

  /**
   * A function as a method of the same type.
   *
   * @param resources what resources of the instance are in Java
   */
  GuestMethod(
      FunctionBinding method, LiftedFunction guest, Entrance entrance, ResourceObjects resources) {
    this.method = method;
    this.async = method.type().async();
    this.error = method.error();
    this.function = new GuestFunction(guest, codec(method, guest, resources), entrance);
    this.site = newSite(guest, entrance, resources);
  }

  private static FunctionCodec codec(
      FunctionBinding method, LiftedFunction guest, ResourceObjects resources) {
    GuestBindings lowered = new GuestBindings(guest.instance(), resources, false);
    List<Binding> parameters = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      parameters.add(
          lowered.of(method.parameters().get(i), guest.type().parameters().get(i).type()));
    }
    GuestBindings lifted = new GuestBindings(guest.instance(), resources, true);
    return FunctionCodec.ofHost(
        parameters, lifted.ofNullable(method.wholeResult(), guest.type().result()));
  }

  private static final MethodHandle INVOKE;

  static {
    try {
      INVOKE =
          MethodHandles.lookup()
              .findVirtual(
                  GuestMethod.class, "invoke", MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /**
   * What the method calls, of any instance: takes the {@link #site} of one, the resource if it is a
   * method of one, and the arguments.
   */
  MethodHandle target() {
    List<Class<?>> parameters = new ArrayList<>(List.of(method.method().getParameterTypes()));
    if (method.parameters().size() > parameters.size()) {
      parameters.addFirst(Object.class);
    }
    MethodHandle handle =
        async
            ? INVOKE.asCollector(Object[].class, parameters.size())
            : GuestAdapter.of(method).call();
    parameters.addFirst(Object.class);
    return handle.asType(MethodType.methodType(method.method().getReturnType(), parameters));
  }

  /** What {@link #target} needs to know of this instance. */
  Object site() {
    return site;
  }

  private Object newSite(LiftedFunction guest, Entrance entrance, ResourceObjects resources) {
    if (async) {
      return this;
    }
    List<GuestValues.End> ends = new ArrayList<>();
    for (HandleUses.Use use : HandleUses.of(method, guest.type())) {
      GuestBindings bindings = new GuestBindings(guest.instance(), resources, use.lifted());
      ends.add(GuestValues.End.of(bindings.of(use.binding(), use.type())));
    }
    return guest.site(ends, this::exception, entrance::explained);
  }

  private Exception exception(@Nullable Object payload) {
    if (error == null) {
      throw new IllegalStateException(method.name() + " has no error");
    }
    return error.make().apply(payload);
  }

  /**
   * Calls the function.
   *
   * @param arguments with the resource first, if it is a method of one
   * @throws Exception what the method declares, for a result that is an error
   */
  @Nullable Object invoke(@Nullable Object[] arguments) throws Exception {
    return async ? later(function.begin(arguments)) : outcome(function.call(arguments));
  }

  /** What cancels the stage cancels the call. */
  private CompletionStage<@Nullable Object> later(CompletableFuture<@Nullable Object> call) {
    CompletableFuture<@Nullable Object> stage = new CompletableFuture<>();
    var _ =
        call.whenComplete(
            (result, failure) -> {
              try {
                if (failure == null) {
                  stage.complete(outcome(result));
                } else {
                  stage.completeExceptionally(failure);
                }
              } catch (Exception thrown) {
                stage.completeExceptionally(thrown);
              }
            });
    var _ =
        stage.whenComplete(
            (_, _) -> {
              if (stage.isCancelled()) {
                call.cancel(true);
              }
            });
    return stage;
  }

  private @Nullable Object outcome(@Nullable Object result) throws Exception {
    if (error == null || !(result instanceof Result<?, ?> either)) {
      return result;
    }
    return switch (either) {
      case Result.Ok<?, ?> ok -> ok.value();
      case Result.Err<?, ?> err -> throw error.make().apply(err.error());
    };
  }
}
