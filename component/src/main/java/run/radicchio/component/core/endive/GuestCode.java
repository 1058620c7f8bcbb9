package run.radicchio.component.core.endive;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.NavigableMap;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/** A module compiled to JVM classes, which all its instances run. */
final class GuestCode {
  private final GuestClassLoader loader;
  private final MethodHandle newMachine;
  private final EndiveModule module;
  private final NavigableMap<Integer, String> classes;

  /** Loads the classes of a module. */
  GuestCode(EndiveModule module, GuestClasses guestClasses) {
    this.module = module;
    this.loader = new GuestClassLoader(module, guestClasses);
    this.classes = guestClasses.functions();
    try {
      this.newMachine =
          MethodHandles.publicLookup()
              .findConstructor(
                  loader.loadClass(module.names().className()),
                  methodType(void.class, Instance.class))
              .asType(methodType(Machine.class, Instance.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the engine's classes are not as expected", e);
    }
  }

  /** What the engine calls the functions of an instance by. */
  Machine machine(Instance instance) {
    try {
      return (Machine) newMachine.invokeExact(instance);
    } catch (Throwable e) {
      throw Traps.sneak(e);
    }
  }

  /** A function's compiled code: its parameters, then the memory and the instance it runs in. */
  MethodHandle function(int index) {
    try {
      Class<?> group = loader.loadClass(classes.floorEntry(index).getValue());
      return MethodHandles.privateLookupIn(group, MethodHandles.lookup())
          .findStatic(
              group,
              GuestNames.FUNCTION + index,
              module.signature(module.functionType(index)).compiledWhole());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the engine's classes are not as expected", e);
    }
  }
}
