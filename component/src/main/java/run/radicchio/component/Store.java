package run.radicchio.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.proxy.Entrance;
import run.radicchio.component.runtime.Commission;
import run.radicchio.component.runtime.Errand;

/**
 * A world of instances that can call each other (CanonicalABI, "Embedding API"). One guest thread
 * runs in it at a time; instances that have nothing to do with each other run at the same time in
 * stores of their own.
 *
 * <p>They end together: a trap in one of them ends all, since nobody knows what state it left the
 * others in. Safe for use by several threads.
 */
public final class Store implements AutoCloseable {
  private final StoreOptions options;
  private final run.radicchio.component.runtime.Store world;
  private final Entrance entrance = new Explaining();
  private final List<CoreInstance> coreInstances = new ArrayList<>();

  /** An empty store with {@linkplain StoreOptions#defaults() usual} limits. */
  public Store() {
    this(StoreOptions.defaults());
  }

  /** An empty store. */
  public Store(StoreOptions options) {
    this.options = options;
    this.world = new run.radicchio.component.runtime.Store(options);
  }

  /** What it was made with. */
  public StoreOptions options() {
    return options;
  }

  /** How many handles the guests have: resources, waitables, sets of them. */
  public int handleCount() {
    return world.residents().handleCount();
  }

  run.radicchio.component.runtime.Store world() {
    return world;
  }

  /** The way in, on which traps are told where the guest was. */
  Entrance entrance() {
    return entrance;
  }

  /** Keeps a core instance until the end. */
  void keep(CoreInstance instance) {
    synchronized (coreInstances) {
      coreInstances.add(instance);
    }
  }

  /**
   * Notes what its instances are now, so that {@link #restore} can make them that again: for many
   * short lives of one instance, which cost less than as many instances. It is noted once all are
   * made, and before they are called.
   *
   * @return false if it cannot be: guests have called the host while they were made, they may have
   *     objects on Java's heap, or this system cannot (Linux can)
   * @throws OutOfMemoryError if the system lacks what it takes; the store is at an end then
   */
  public boolean checkpoint() {
    try {
      return world
          .residents()
          .checkpoint(() -> whileKept(cores -> cores.stream().allMatch(CoreInstance::checkpoint)));
    } catch (OutOfMemoryError lack) {
      close();
      throw lack;
    }
  }

  /**
   * Makes all its instances what they were at the {@link #checkpoint}, as if they were new: their
   * memories, tables and globals, with no handles, and the host's resources that they owned are
   * closed. What was made of their exports before can be used again; resources and streams of
   * theirs cannot. What is ready to run is let run before, for a while.
   *
   * @return false if that cannot be, as calls or what they began go on, someone waits for a stream
   *     or future of theirs, or the store has ended; nothing is changed then
   * @throws IllegalStateException if there was no checkpoint, or a guest of this store is calling
   *     the host on this thread
   * @throws RuntimeException if closing a resource failed, after all are closed; the store is of no
   *     use then
   */
  public boolean restore() {
    return world
        .residents()
        .restore(
            () ->
                whileKept(
                    cores -> {
                      cores.forEach(CoreInstance::restore);
                      return true;
                    }));
  }

  private <T> T whileKept(Function<List<CoreInstance>, T> use) {
    synchronized (coreInstances) {
      return use.apply(coreInstances);
    }
  }

  /**
   * Ends all its instances: calls into them trap, their memory is freed, and the host's resources
   * that they own are closed. To close it again does nothing.
   *
   * @throws IllegalStateException if a guest of this store is calling the host on this thread
   * @throws RuntimeException if closing a resource failed, after all are closed
   */
  @Override
  public void close() {
    try {
      world.close();
    } finally {
      freeMemory();
    }
  }

  /** Frees what an instance that could not be made has left, if it took the store with it. */
  void closeIfEnded() {
    if (world.hasEnded()) {
      close();
    }
  }

  private void freeMemory() {
    synchronized (coreInstances) {
      coreInstances.forEach(CoreInstance::close);
      coreInstances.clear();
    }
  }

  private final class Explaining implements Entrance {
    @Override
    public void call(Errand errand) {
      try {
        world.call(errand);
      } catch (Trap trap) {
        throw explained(trap);
      }
    }

    @Override
    public void begin(Commission call) {
      world.begin(call);
    }

    @Override
    public void make(Runnable action) {
      explained(() -> world.make(action));
    }

    private void explained(Runnable action) {
      try {
        action.run();
      } catch (Trap trap) {
        throw explained(trap);
      }
    }

    @Override
    public RuntimeException explained(RuntimeException failure) {
      return failure instanceof Trap trap ? GuestFailures.explained(trap, options.seed()) : failure;
    }

    @Override
    public void post(Runnable event) {
      world.post(event);
    }
  }
}
