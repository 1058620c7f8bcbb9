package run.radicchio.component.proxy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.adapter.GuestAdapter;
import run.radicchio.component.adapter.HandleUses;
import run.radicchio.component.adapter.StageSite;
import run.radicchio.component.binding.ErrorBinding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.canon.LiftedFunction;

/** A function of an instance as a Java method. */
final class GuestMethod implements ExportedMethod {
  private final FunctionBinding method;
  private final LiftedFunction guest;
  private final Object site;

  /**
   * A function as a method of the same type.
   *
   * @param resources what resources of the instance are in Java
   */
  GuestMethod(
      FunctionBinding method, LiftedFunction guest, Entrance entrance, ResourceObjects resources) {
    this.method = method;
    this.guest = guest;
    List<GuestValues.End> ends = ends(resources);
    this.site =
        method.type().async()
            ? new StageSite(
                ends,
                this::exception,
                values -> new TypedInvocation(guest, values).leaveTo(entrance))
            : guest.site(ends, this::exception, entrance::explained);
  }

  private List<GuestValues.End> ends(ResourceObjects resources) {
    List<GuestValues.End> ends = new ArrayList<>();
    for (HandleUses.Use use : HandleUses.of(method, guest.type())) {
      GuestBindings bindings = new GuestBindings(guest.instance(), resources, use.lifted());
      ends.add(GuestValues.End.of(bindings.of(use.binding(), use.type())));
    }
    return ends;
  }

  private Exception exception(@Nullable Object payload) {
    ErrorBinding error = method.error();
    if (error == null) {
      throw new IllegalStateException(method.name() + " has no error");
    }
    return error.make().apply(payload);
  }

  @Override
  public MethodHandle target() {
    List<Class<?>> parameters = new ArrayList<>(List.of(method.method().getParameterTypes()));
    if (method.parameters().size() > parameters.size()) {
      parameters.addFirst(Object.class);
    }
    parameters.addFirst(Object.class);
    return GuestAdapter.of(method)
        .call()
        .asType(MethodType.methodType(method.method().getReturnType(), parameters));
  }

  @Override
  public Object site() {
    return site;
  }

  @Override
  public @Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
    return target().bindTo(site).invokeWithArguments(arguments);
  }
}
