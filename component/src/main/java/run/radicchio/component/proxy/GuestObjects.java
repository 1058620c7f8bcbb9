package run.radicchio.component.proxy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.adapter.GuestProxy;
import run.radicchio.component.runtime.LiftedResource;

/** Makes the objects of one Java interface that call one instance. */
final class GuestObjects {
  private final Class<?> java;
  private final Map<Method, ExportedMethod> methods;
  private final @Nullable GuestProxy proxy;
  private final Object[] sites;

  /** Of an interface, and what each of its methods calls. */
  GuestObjects(Class<?> java, Map<Method, ExportedMethod> unordered) {
    this.java = java;
    this.methods = ordered(unordered);
    this.proxy =
        GuestProxy.canImplement(java) ? GuestProxy.of(java, proxyMethods(), this::target) : null;
    this.sites = methods.values().stream().map(ExportedMethod::site).toArray();
  }

  /** Every instance has the same methods in the same order. */
  private static Map<Method, ExportedMethod> ordered(Map<Method, ExportedMethod> unordered) {
    Map<Method, ExportedMethod> ordered = new LinkedHashMap<>();
    unordered.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private List<GuestProxy.Target> proxyMethods() {
    return methods.entrySet().stream()
        .map(entry -> new GuestProxy.Target(entry.getKey(), entry.getValue().getClass()))
        .toList();
  }

  private java.lang.invoke.MethodHandle target(Method method) {
    ExportedMethod guest = methods.get(method);
    if (guest == null) {
      throw new IllegalArgumentException(method + " calls no guest");
    }
    return guest.target();
  }

  /**
   * An object.
   *
   * @param resource the resource that it is; null for an object that has functions of no resource
   */
  Object make(@Nullable LiftedResource resource) {
    return proxy == null
        ? Proxy.newProxyInstance(
            java.getClassLoader(), new Class<?>[] {java}, new GuestObject(java, methods, resource))
        : proxy.create(sites, resource);
  }
}
