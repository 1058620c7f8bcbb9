package run.radicchio.component.proxy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.canon.HostCallee;

/** A function of the host that a component hands on, as a Java method. */
final class HostMethod implements ExportedMethod {
  private static final MethodHandle INVOKE;

  static {
    try {
      INVOKE =
          MethodHandles.lookup()
              .findVirtual(
                  HostMethod.class, "invoke", MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final FunctionBinding method;
  private final HandedOn function;
  private final Entrance entrance;

  HostMethod(FunctionBinding method, HostCallee host, Entrance entrance) {
    this.method = method;
    this.function = HandedOn.of(host, method);
    this.entrance = entrance;
  }

  @Override
  public MethodHandle target() {
    MethodType type =
        MethodType.methodType(method.method().getReturnType(), method.method().getParameterTypes());
    return INVOKE
        .asCollector(Object[].class, type.parameterCount())
        .asType(type.insertParameterTypes(0, Object.class));
  }

  @Override
  public Object site() {
    return this;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it is what the method returns
  public @Nullable Object invoke(@Nullable Object[] arguments) throws Exception {
    HostInvocation invocation = new HostInvocation(function, arguments);
    if (method.type().async()) {
      return invocation.leaveTo(entrance);
    }
    entrance.call(invocation);
    return invocation.outcome();
  }
}
