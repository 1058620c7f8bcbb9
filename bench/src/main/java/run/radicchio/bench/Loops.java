package run.radicchio.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/** Functions of a guest that call something in a loop. */
interface Loops extends AutoCloseable {

  /**
   * Runs a loop.
   *
   * @param name as the component exports it, and as the core module does
   * @param times how often it calls
   * @return something of what it was given
   */
  int run(String name, int times);

  @Override
  void close();

  /** What there is to rehearse. */
  default List<Runnable> all(String... names) {
    return Stream.of(names).<Runnable>map(name -> () -> run(name, Rehearsal.CALLS)).toList();
  }

  /** Of a component whose imports a linker has. */
  static Loops ofComponent(GuestFile file, Linker linker) {
    Instance instance = linker.instantiate(Component.load(file.bytes()));
    return new Loops() {
      @Override
      public int run(String name, int times) {
        return (Integer) instance.function(name).orElseThrow().call(times);
      }

      @Override
      public void close() {
        instance.close();
      }
    };
  }

  /** Of its core modules, whose imports are static methods of a class. */
  static Loops ofEngine(GuestFile file, MethodHandles.Lookup host) {
    BareGuest guest = new BareGuest(file, host);
    Map<String, MethodHandle> functions = new HashMap<>();
    return new Loops() {
      @Override
      public int run(String name, int times) {
        try {
          return (int) functions.computeIfAbsent(name, guest::function).invokeExact(times);
        } catch (Throwable failure) {
          throw new IllegalStateException(failure);
        }
      }

      @Override
      public void close() {
        guest.close();
      }
    };
  }
}
