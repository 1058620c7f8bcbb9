package run.radicchio.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.endive.EndiveEngine;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;

/**
 * The core modules of a component without the component: each imports what those before it export,
 * or else a static method of Java by its name.
 */
final class BareGuest implements AutoCloseable {
  private static final CoreEngine ENGINE = new EndiveEngine(CodeStore.NONE);

  private final MethodHandles.Lookup host;
  private final List<CoreInstance> instances = new ArrayList<>();

  /**
   * Instantiates them.
   *
   * @param host sees the static methods, in its class
   */
  BareGuest(GuestFile file, MethodHandles.Lookup host) {
    this.host = host;
    for (byte[] bytes : Section.coreModules(file.bytes())) {
      CoreModule module = ENGINE.compile(bytes);
      instances.add(
          module.instantiate(module.type().imports().stream().map(this::resolved).toList()));
    }
  }

  /** What the last module that exports a name exports. */
  MethodHandle function(String name) {
    for (CoreInstance instance : instances.reversed()) {
      try {
        return ((CoreExtern.Function) instance.export(name)).handle();
      } catch (IllegalArgumentException _) {
        // The next one may have it.
      }
    }
    throw new NoSuchElementException("no core module exports \"" + name + '"');
  }

  private CoreExtern resolved(CoreModuleType.Import wanted) {
    for (CoreInstance instance : instances) {
      try {
        return instance.export(wanted.name());
      } catch (IllegalArgumentException _) {
        // The next one may have it.
      }
    }
    if (!(wanted.type() instanceof CoreType.Function type)) {
      throw new NoSuchElementException("no core module exports \"" + wanted.name() + '"');
    }
    try {
      MethodHandle method =
          host.findStatic(
              host.lookupClass(), methodName(wanted.name()), CoreExtern.Function.methodType(type));
      return new CoreExtern.Function(type, wanted.name(), () -> method);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(host.lookupClass() + " lacks a method for an import", e);
    }
  }

  private static String methodName(String importName) {
    StringBuilder name = new StringBuilder();
    for (String word : importName.split("-", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  @Override
  public void close() {
    instances.forEach(CoreInstance::close);
  }
}
