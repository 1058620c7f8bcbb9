package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A class that is written when a method of it is first called: of the functions that a component
 * imports most runs call few. Safe for use by several threads.
 */
final class LateClass {
  private static final MethodHandle LINK;

  static {
    try {
      LINK =
          MethodHandles.lookup()
              .findVirtual(Method.class, "link", MethodType.methodType(MethodHandle.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final Supplier<MethodHandles.Lookup> writer;
  private MethodHandles.@Nullable Lookup written;

  LateClass(Supplier<MethodHandles.Lookup> writer) {
    this.writer = writer;
  }

  /** A static method of the class. */
  MethodHandle method(String name, MethodType type) {
    Method method = new Method(name, new MutableCallSite(type));
    method.site.setTarget(
        MethodHandles.foldArguments(MethodHandles.exactInvoker(type), LINK.bindTo(method)));
    return method.site.dynamicInvoker();
  }

  private synchronized MethodHandles.Lookup written() {
    if (written == null) {
      written = writer.get();
    }
    return written;
  }

  private final class Method {
    private final String name;
    private final MutableCallSite site;

    Method(String name, MutableCallSite site) {
      this.name = name;
      this.site = site;
    }

    @SuppressWarnings("UnusedMethod") // called by its handle
    MethodHandle link() throws ReflectiveOperationException {
      MethodHandles.Lookup lookup = written();
      MethodHandle found = lookup.findStatic(lookup.lookupClass(), name, site.type());
      site.setTarget(found);
      return found;
    }
  }
}
