package run.radicchio.webgpu.dawn.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;

/**
 * One of Dawn's objects, held by this side until it is closed.
 *
 * <p>Dawn's objects count their holders and are safe to use from any thread. One that is closed
 * while another thread is inside a call on it is released when that has ended.
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

  /** Whose label this shows; null: its own. */
  private final @Nullable Handle labelled;

  /**
   * Takes over one count of an object.
   *
   * @param lifetime what the object needs to live
   */
  public Handle(ObjectKind kind, long address, Lifetime lifetime, String label) {
    this(kind, address, lifetime, label, null);
  }

  private Handle(
      ObjectKind kind, long address, Lifetime lifetime, String label, @Nullable Handle labelled) {
    if (address == 0) {
      throw new IllegalStateException("Dawn gave no " + kind.resource());
    }
    this.kind = kind;
    this.lifetime = lifetime;
    this.address = address;
    this.label = label;
    this.labelled = labelled;
    lifetime.enter();
    lifetime.live().created(kind);
  }

  /**
   * The address that Dawn's functions take, good until the end of a call.
   *
   * @throws IllegalStateException if this is closed
   */
  public long address(@SuppressWarnings("unused") Call call) {
    return address();
  }

  /**
   * Does nothing, if this is open.
   *
   * @throws IllegalStateException if this is closed
   */
  public void checkOpen() {
    address();
  }

  private long address() {
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

  /**
   * Another handle of the same object. A label that one of them is given, all of them show.
   *
   * @param addRef Dawn's function that counts one holder more
   */
  public Handle share(LongConsumer addRef) {
    try (Call call = Call.begin()) {
      long object = address(call);
      addRef.accept(object);
      return new Handle(kind, object, lifetime, label, labelled == null ? this : labelled);
    }
  }

  public String label() {
    address();
    return labelled == null ? label : labelled.label;
  }

  /** Sets the label that {@link #label} returns and Dawn's messages show. */
  public void setLabel(String label) {
    try (Call call = Call.begin()) {
      long object = address(call);
      if (labelled == null) {
        this.label = label;
      } else {
        labelled.label = label;
      }
      long view = call.allocate(WGPUStringView.SIZE);
      Text.write(call, view, label);
      kind.setLabel(object, view);
    }
  }

  /** Releases the object; a second time does nothing. */
  @Override
  public void close() {
    long current = (long) ADDRESS.getAndSet(this, 0L);
    if (current != 0) {
      if (Call.noneUnderWay()) {
        release(current);
      } else {
        Call.whenUnused(() -> release(current));
      }
    }
  }

  /** Releases the object, which nobody is using, though calls are under way. */
  public void closeNow() {
    long current = (long) ADDRESS.getAndSet(this, 0L);
    if (current != 0) {
      release(current);
    }
  }

  private void release(long object) {
    kind.release(object);
    lifetime.released(kind);
    lifetime.leave();
  }
}
