package run.radicchio.component.core.endive;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values by a name, as long as something else refers to them. Safe for use by several threads. */
final class WeakValues<V> {
  private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<V> gone = new ReferenceQueue<>();

  private static final class Entry<V> extends WeakReference<V> {
    private final String name;

    Entry(String name, V value, ReferenceQueue<V> gone) {
      super(value, gone);
      this.name = name;
    }
  }

  /** The value of a name, if it is still there. */
  @Nullable V get(String name) {
    Entry<V> entry = entries.get(name);
    return entry == null ? null : entry.get();
  }

  /** Gives a name a value. */
  void put(String name, V value) {
    forgetGone();
    entries.put(name, new Entry<>(name, value, gone));
  }

  /**
   * The value of a name; if there is none, one that is made now, by one thread while others wait.
   */
  V get(String name, Supplier<V> make) {
    V known = get(name);
    if (known != null) {
      return known;
    }
    forgetGone();
    AtomicReference<V> value = new AtomicReference<>();
    entries.compute(
        name,
        (key, entry) -> {
          V there = entry == null ? null : entry.get();
          value.set(there == null ? make.get() : there);
          return there == null ? new Entry<>(name, value.get(), gone) : entry;
        });
    return value.get();
  }

  private void forgetGone() {
    while (gone.poll() instanceof Entry<?> entry) {
      entries.remove(entry.name, entry);
    }
  }
}
