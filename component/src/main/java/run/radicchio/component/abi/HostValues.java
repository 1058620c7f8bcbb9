package run.radicchio.component.abi;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.ComponentInstance;

/** Values of the host, each read as one element. */
final class HostValues implements HostElements {
  private final @Nullable Codec codec;
  private final Queue<Object> values = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param codec of their representation; null for values of no type
   */
  HostValues(@Nullable Codec codec) {
    this.codec = codec;
  }

  @Override
  public void add(@Nullable Object value) {
    values.add(value == null ? Absent.VALUE : value);
  }

  @Override
  public long itemsFor(int elements) {
    return elements;
  }

  @Override
  public int remaining() {
    return values.size();
  }

  @Override
  public boolean isZeroLength() {
    return false;
  }

  @Override
  public long store(Context context, long address, int count) {
    long next = address;
    for (int i = 0; i < count; i++) {
      Object value = values.remove();
      if (codec != null) {
        codec.store(context, value == Absent.VALUE ? null : value, next);
        next += codec.size();
      }
    }
    return next;
  }

  @Override
  public Lying take(int count, ComponentInstance reader) {
    HostMemory memory = new HostMemory(reader);
    return codec == null
        ? memory.lay(this, count, 0, 1)
        : memory.lay(this, count, codec.size(), codec.layout().alignment());
  }

  /** Closes the values that nobody will read. */
  @Override
  public void discard() {
    Object value;
    while ((value = values.poll()) != null) {
      discard(value);
    }
  }

  /** Closes a value that nobody will read, if it is a resource. */
  static void discard(@Nullable Object value) {
    if (value instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        throw new IllegalStateException("closing a resource that no guest took failed", failure);
      }
    }
  }

  private enum Absent {
    VALUE
  }
}
