package run.radicchio.component.proxy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.runtime.LiftedResource;

/**
 * The resources of one instance as Java objects, by the Java interfaces that stand for their types.
 * Safe for use by several threads.
 */
public final class ResourceObjects {
  private final Map<Class<?>, Kind> kinds = new ConcurrentHashMap<>();

  /** None yet. */
  public ResourceObjects() {}

  /** Has resources of another instance, which this one imports, be the same objects as there. */
  public void useAlso(ResourceObjects others) {
    others.kinds.forEach(kinds::putIfAbsent);
  }

  Kind of(Class<?> java) {
    return kinds.computeIfAbsent(java, Kind::new);
  }

  /** Those of one Java interface. */
  static final class Kind {
    private final Class<?> java;
    private final Map<Method, ExportedMethod> methods = new ConcurrentHashMap<>();

    private @Nullable GuestObjects objects;

    private Kind(Class<?> java) {
      this.java = java;
    }

    /** Says what a method of the interface calls. */
    void put(Method method, ExportedMethod guest) {
      methods.put(method, guest);
    }

    /** Made when all methods are known: before any of them is called. */
    private synchronized GuestObjects objects() {
      if (objects == null) {
        objects = new GuestObjects(java, methods);
      }
      return objects;
    }

    /** The binding of such objects, around that of the resources. */
    Binding around(Binding handle) {
      return new Binding.Wrapped(
          handle,
          resource -> objects().make((LiftedResource) resource),
          object -> GuestObject.resourceIn(java, object));
    }
  }
}
