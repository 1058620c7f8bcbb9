package run.radicchio.component.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.type.ResourceType;

/** The state of an instance of a component (CanonicalABI, "Component Instances"). */
public final class ComponentInstance {
  private static final int BACKPRESSURE_LIMIT = 1 << 16;

  private final Store store;
  private final @Nullable ComponentInstance parent;
  private final Table<Handle> handles;
  private final Table<GuestThread> threads;
  private final Map<ResourceType, RuntimeResource> resources = new HashMap<>();
  private Blocking blocking = Blocking.NEVER;
  private boolean mayEnter = true;
  private boolean mayLeave = true;
  private int backpressure;
  private @Nullable GuestThread reallocThread;
  @Nullable GuestThread exclusiveThread;

  /** A new instance, of a component instantiated by another or by the host. */
  public ComponentInstance(Store store, @Nullable ComponentInstance parent) {
    this.store = store;
    this.parent = parent;
    this.handles = new Table<>(store.quota());
    this.threads = new Table<>(store.quota());
    store.residents().add(this);
  }

  /** The world it lives in. */
  public Store store() {
    return store;
  }

  /** What the guest knows by handle. */
  public Table<Handle> handles() {
    return handles;
  }

  /** Gives back what the guest owns. */
  void releaseHandles(List<RuntimeException> failures) {
    handles.clear(handle -> release(handle, failures));
  }

  /** Makes it what it was when it was made. It has no handles, and no threads. */
  void renew() {
    threads.clear(_ -> {});
    mayEnter = true;
    mayLeave = true;
    backpressure = 0;
    exclusiveThread = null;
  }

  private static void release(Handle handle, List<RuntimeException> failures) {
    try {
      switch (handle) {
        case ResourceHandle resource -> {
          if (resource.isOwn() && resource.type().owner() == null) {
            resource.type().destroy(resource.representation(), null);
          }
        }
        case CopyEnd end -> end.release();
        case Subtask _, WaitableSet _, ErrorContext _ -> {}
      }
    } catch (RuntimeException failure) {
      failures.add(failure);
    }
  }

  /** Its threads by index. */
  public Table<GuestThread> threads() {
    return threads;
  }

  /** The handle at an index, of a class; traps where there is none or another. */
  public <H extends Handle> H handle(int index, Class<H> expected) {
    return cast(index, handles.get(index), expected);
  }

  /**
   * Removes the handle at an index, of a class; traps where there is none or another, which stays:
   * what it stands for is let go when the instance is.
   */
  public <H extends Handle> H removeHandle(int index, Class<H> expected) {
    H handle = handle(index, expected);
    var _ = handles.remove(index);
    return handle;
  }

  private static <H extends Handle> H cast(int index, Handle handle, Class<H> expected) {
    if (expected.isInstance(handle)) {
      return expected.cast(handle);
    }
    throw Handle.wrongType(index, Handle.describe(expected), handle.describe());
  }

  /** Makes a resource type of the component's definition stand for one that exists at run time. */
  public void bind(ResourceType type, RuntimeResource resource) {
    resources.put(type, resource);
  }

  /** What a resource type of the component's definition stands for. */
  public RuntimeResource resource(ResourceType type) {
    RuntimeResource resource = boundResource(type);
    if (resource == null) {
      throw new IllegalStateException("resource type " + type + " is not bound");
    }
    return resource;
  }

  /** The same, or null for a resource type that is none of the component's. */
  @Nullable RuntimeResource boundResource(ResourceType type) {
    return resources.get(type);
  }

  /** How its guest code can block in the middle of a turn. */
  public Blocking blocking() {
    return blocking;
  }

  /** Its guest code can block in one more way. */
  public void canBlock(Blocking oneMore) {
    blocking = blocking.or(oneMore);
  }

  /** Traps unless the guest may call out of the instance now. */
  public void checkMayLeave() {
    if (!mayLeave) {
      throw new Trap(Trap.Kind.CANNOT_LEAVE);
    }
  }

  /** Forbids or allows again to call out: within {@code realloc} and {@code post-return}. */
  public void setMayLeave(boolean mayLeave) {
    this.mayLeave = mayLeave;
  }

  /**
   * The thread on which {@code realloc} runs: not the one that needs memory, so it sees no
   * thread-local storage of it (CanonicalABI, {@code reallocate}).
   */
  public GuestThread reallocThread() {
    if (reallocThread == null) {
      reallocThread = SyncTask.threadOfNoCall(this);
    }
    reallocThread.setStorage(0, 0);
    reallocThread.setStorage(1, 0);
    return reallocThread;
  }

  /** Asks that no new calls are let in, once more. */
  public void increaseBackpressure() {
    if (++backpressure == BACKPRESSURE_LIMIT) {
      throw new Trap(Trap.Kind.BACKPRESSURE_OVERFLOW);
    }
  }

  /** Takes one such wish back. */
  public void decreaseBackpressure() {
    if (--backpressure < 0) {
      throw new Trap(Trap.Kind.BACKPRESSURE_UNDERFLOW);
    }
  }

  boolean admits(Task.Kind kind) {
    return backpressure == 0 && !(kind.needsExclusive() && exclusiveThread != null);
  }

  /** Whether no task has its guest code on the stack that a callback would run beside. */
  public boolean exclusiveIsFree() {
    return exclusiveThread == null;
  }

  /** Takes or gives up the right to run code that must not interleave. */
  public void setExclusiveThread(@Nullable GuestThread thread) {
    exclusiveThread = thread;
  }

  /** A thread that may run while a synchronous task of this instance waits, or null. */
  @Nullable GuestThread pickReadyThread(GuestThread waiter) {
    return store.schedule().pick(readyThreads(waiter));
  }

  List<GuestThread> readyThreads(GuestThread waiter) {
    if (threads.count() == 0) {
      return List.of();
    }
    List<GuestThread> candidates = new java.util.ArrayList<>();
    threads.forEach(
        thread -> {
          if (!thread.task().runsExclusively(thread)
              && thread.canRunWithin(waiter)
              && thread.ready()) {
            candidates.add(thread);
          }
        });
    return candidates;
  }

  /**
   * Whether another instance is this one, a part of it or around it: calls between these are not
   * allowed for now, as the official tests have it.
   */
  public boolean isWithinOrAround(@Nullable ComponentInstance other) {
    return isSelfOrAncestorOf(this, other) || (other != null && isSelfOrAncestorOf(other, this));
  }

  /** Whether a call from another instance, or from the host, may enter. */
  public boolean mayEnterFrom(@Nullable ComponentInstance caller) {
    for (ComponentInstance i = this; i != null; i = i.parent) {
      if (!i.mayEnter && !isSelfOrAncestorOf(i, caller)) {
        return false;
      }
    }
    return true;
  }

  /** Enters from another instance, or from the host. */
  public void enterFrom(@Nullable ComponentInstance caller) {
    setMayEnter(caller, false);
  }

  /** Leaves to where it was entered from. */
  public void leaveTo(@Nullable ComponentInstance caller) {
    setMayEnter(caller, true);
  }

  private void setMayEnter(@Nullable ComponentInstance caller, boolean value) {
    for (ComponentInstance i = this; i != null; i = i.parent) {
      if (!isSelfOrAncestorOf(i, caller)) {
        i.mayEnter = value;
      }
    }
  }

  private static boolean isSelfOrAncestorOf(
      ComponentInstance candidate, @Nullable ComponentInstance of) {
    for (ComponentInstance i = of; i != null; i = i.parent) {
      if (i == candidate) {
        return true;
      }
    }
    return false;
  }
}
