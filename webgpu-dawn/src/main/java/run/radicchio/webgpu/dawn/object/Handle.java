package run.radicchio.webgpu.dawn.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import run.radicchio.webgpu.dawn.ffm.Scratch;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;

/**
 * One of Dawn's objects, held by this side until it is closed.
 *
 * <p>Dawn's objects count their holders and are safe to use from any thread. Closing one while
 * another thread is inside a call on it is not safe, as it is not for any other resource.
 */
public final class Handle implements AutoCloseable {
  private static final VarHandle ADDRESS;

  static {
    try {
      ADDRESS = MethodHandles.lookup().findVarHandle(Handle.class, "address", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ObjectKind kind;
  private final Lifetime lifetime;
  private volatile long address;
  private volatile String label;

  /**
   * Takes over one count of an object.
   *
   * @param lifetime what the object needs to live
   */
  public Handle(ObjectKind kind, long address, Lifetime lifetime, String label) {
    if (address == 0) {
      throw new IllegalStateException("Dawn gave no " + kind.resource());
    }
    this.kind = kind;
    this.lifetime = lifetime;
    this.address = address;
    this.label = label;
    lifetime.enter();
    lifetime.live().created(kind);
  }

  /**
   * The address that Dawn's functions take.
   *
   * @throws IllegalStateException if this is closed
   */
  public long address() {
    long current = address;
    if (current == 0) {
      throw new IllegalStateException(
          "this " + kind.resource() + " (label \"" + label + "\") was closed: it cannot be used");
    }
    return current;
  }

  /** What keeps the object alive. */
  public Lifetime lifetime() {
    return lifetime;
  }

  public String label() {
    address();
    return label;
  }

  /** Sets the label that {@link #label} returns and Dawn's messages show. */
  public void setLabel(String label) {
    long object = address();
    this.label = label;
    try (Scratch scratch = Scratch.open()) {
      long view = scratch.allocate(WGPUStringView.SIZE);
      Text.write(scratch, view, label);
      kind.setLabel(object, view);
    }
  }

  /** Releases the object; a second time does nothing. */
  @Override
  public void close() {
    long current = (long) ADDRESS.getAndSet(this, 0L);
    if (current != 0) {
      kind.release(current);
      lifetime.live().released(kind);
      lifetime.leave();
    }
  }
}
