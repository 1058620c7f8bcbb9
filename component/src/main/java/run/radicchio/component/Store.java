package run.radicchio.component;

import java.util.ArrayList;
import java.util.List;
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
    return world.handleCount();
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
