package run.radicchio.component.proxy;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.HostCallee;
import run.radicchio.component.canon.LiftedFunction;

/** A Java interface whose methods are the functions of an instance. */
public final class GuestInterface {
  private GuestInterface() {}

  /**
   * An object of a Java interface.
   *
   * @param binding of the interface
   * @param functions the function of each name that the binding has, of the same type
   * @param entrance of the store that the functions are in
   * @param resources what resources of the instance are in Java; those of this interface are added
   */
  public static Object implement(
      InterfaceBinding binding,
      Function<String, Callee> functions,
      Entrance entrance,
      ResourceObjects resources) {
    Map<Method, ExportedMethod> methods = new HashMap<>();
    for (FunctionBinding function : binding.functions()) {
      ExportedMethod exported =
          switch (functions.apply(function.name())) {
            case LiftedFunction guest -> new GuestMethod(function, guest, entrance, resources);
            case HostCallee host -> new HostMethod(function, host, entrance);
          };
      Class<?> resource = resourceOf(function);
      if (resource == null) {
        methods.put(function.method(), exported);
      } else {
        resources.of(resource).put(function.method(), exported);
      }
    }
    return new GuestObjects(binding.java(), methods).make(null);
  }

  /** The Java interface of the resource whose method a function is, or null. */
  private static @Nullable Class<?> resourceOf(FunctionBinding function) {
    return function.name().startsWith("[method]")
            && function.parameters().getFirst() instanceof Binding.BorrowOf self
        ? self.java()
        : null;
  }
}
