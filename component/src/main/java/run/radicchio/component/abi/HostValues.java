package run.radicchio.component.abi;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.Buffer;
import run.radicchio.component.runtime.ComponentInstance;

/** Values of the host, waiting to be read by a guest. */
final class HostValues implements Buffer.Source {
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

  void add(@Nullable Object value) {
    values.add(value == null ? Absent.VALUE : value);
  }

  @Override
  public int remaining() {
    return values.size();
  }

  @Override
  public boolean isZeroLength() {
    return false;
  }

  void skip(int count) {
    for (int i = 0; i < count; i++) {
      values.remove();
    }
  }

  /** Stores the next value; returns the address after it. */
  long storeNext(Context context, long address) {
    Object value = values.remove();
    if (codec == null) {
      return address;
    }
    codec.store(context, value == Absent.VALUE ? null : value, address);
    return address + codec.size();
  }

  /**
   * The next value, for the host that reads what it has written.
   *
   * @param reader of the representation that it reads; null for values of no type
   * @param giver the instance that gave it what it reads from
   */
  @Nullable Object take(@Nullable Codec reader, ComponentInstance giver) {
    Object taken = values.remove();
    Object value = taken == Absent.VALUE ? null : taken;
    return codec == null || reader == null
        ? value
        : new HostMemory(giver).converted(value, codec, reader);
  }

  /** Closes the values that nobody will read. */
  void discard() {
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
