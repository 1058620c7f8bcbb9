package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** A handle to a resource (CanonicalABI, "Resource State"). */
public final class ResourceHandle implements Handle {
  private final RuntimeResource type;
  private final Object representation;
  private final boolean own;
  private final @Nullable Task borrowScope;
  private int lends;

  private ResourceHandle(
      RuntimeResource type, Object representation, boolean own, @Nullable Task borrowScope) {
    this.type = type;
    this.representation = representation;
    this.own = own;
    this.borrowScope = borrowScope;
  }

  /** A handle that owns a resource. */
  public static ResourceHandle own(RuntimeResource type, Object representation) {
    return new ResourceHandle(type, representation, true, null);
  }

  /**
   * Gives an instance a resource to own, and returns the index of its handle. What there is no room
   * for goes with its handle: nobody else would let it go.
   */
  public static int give(ComponentInstance instance, RuntimeResource type, Object representation) {
    try {
      return instance.handles().add(own(type, representation));
    } catch (Trap full) {
      if (type.owner() == null) {
        type.destroy(representation, null);
      }
      throw full;
    }
  }

  /** A handle that is lent for the time of a task, which must drop it before it returns. */
  public static ResourceHandle borrow(RuntimeResource type, Object representation, Task scope) {
    scope.borrowed();
    return new ResourceHandle(type, representation, false, scope);
  }

  /** The handle at an index, of a resource type; traps where there is none or another. */
  public static ResourceHandle get(ComponentInstance instance, int index, RuntimeResource type) {
    return checked(index, instance.handle(index, ResourceHandle.class), type);
  }

  /** Removes an owned handle that is not lent, giving what it stands for. */
  public static Object take(ComponentInstance instance, int index, RuntimeResource type) {
    ResourceHandle handle = get(instance, index, type);
    handle.trapIfLent();
    if (!handle.own) {
      throw new Trap(Trap.Kind.NOT_OWNED);
    }
    return instance.removeHandle(index, ResourceHandle.class).representation;
  }

  /** Drops a handle: an owned resource is destroyed, a borrowed one is given back. */
  public static void drop(ComponentInstance instance, int index, RuntimeResource type) {
    get(instance, index, type).trapIfLent();
    ResourceHandle handle = instance.removeHandle(index, ResourceHandle.class);
    if (handle.own) {
      type.destroy(handle.representation, instance);
    } else if (handle.borrowScope != null) {
      handle.borrowScope.borrowDropped();
    }
  }

  private static ResourceHandle checked(int index, ResourceHandle handle, RuntimeResource type) {
    if (handle.type != type) {
      throw Handle.wrongType(
          index,
          type.origin(),
          "a different %s: %s, not %s"
              .formatted(handle.type.origin(), handle.type.name(), type.name()));
    }
    return handle;
  }

  private void trapIfLent() {
    if (lends != 0) {
      throw new Trap(Trap.Kind.RESOURCE_LENT);
    }
  }

  /** What it stands for: a Java object, or the {@code Integer} that a guest gave. */
  public Object representation() {
    return representation;
  }

  /** Whether it owns the resource. */
  public boolean isOwn() {
    return own;
  }

  /** Its resource type. */
  public RuntimeResource type() {
    return type;
  }

  void lend() {
    lends++;
  }

  void giveBack() {
    lends--;
  }

  @Override
  public String describe() {
    return type.toString();
  }
}
