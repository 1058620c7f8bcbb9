package run.radicchio.component.proxy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.adapter.GuestProxy;
import run.radicchio.component.runtime.LiftedResource;

/**
 * An object of a Java interface whose abstract methods call a guest, by reflection: where no class
 * can be made for the interface.
 *
 * @param resource the resource that it is; null for an object that has functions of no resource
 */
record GuestObject(
    Class<?> java, Map<Method, ExportedMethod> methods, @Nullable LiftedResource resource)
    implements InvocationHandler {
  private static final Object[] NONE = {};

  /**
   * The resource that an object is.
   *
   * @throws IllegalArgumentException if it is none of a guest
   */
  static LiftedResource resourceIn(Class<?> java, Object object) {
    if (object instanceof GuestProxy.OfGuest guest && guest.guestResource() != null) {
      return guest.guestResource();
    }
    if (Proxy.isProxyClass(object.getClass())
        && Proxy.getInvocationHandler(object) instanceof GuestObject guest
        && guest.resource != null) {
      return guest.resource;
    }
    throw new IllegalArgumentException(
        "a %s must be one that the guest made, but is %s".formatted(java.getTypeName(), object));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given)
      throws Throwable {
    Object[] arguments = given == null ? NONE : given;
    ExportedMethod guest = methods.get(method);
    if (guest != null) {
      return guest.invoke(resource == null ? arguments : with(proxy, arguments));
    } else if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    } else if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    } else if (resource != null) {
      // Of a resource's methods, only this one is no function of the component.
      resource.close();
    }
    return null;
  }

  private static Object[] with(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "%s of a guest".formatted(java.getTypeName());
    };
  }
}
