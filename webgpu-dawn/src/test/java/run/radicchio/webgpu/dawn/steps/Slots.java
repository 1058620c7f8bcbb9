package run.radicchio.webgpu.dawn.steps;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the guest has in its slots, and the labels of it. */
final class Slots {
  private final Map<Kind<?>, @Nullable Object[]> tables = new HashMap<>();
  private final Map<Object, Long> labels = new IdentityHashMap<>();

  /** A slot to put things of a kind into. */
  record Slot<T>(Slots slots, Kind<T> kind, int index) {
    void put(T thing) {
      slots.table(kind)[index] = thing;
    }
  }

  <T> Slot<T> slot(Kind<T> kind, int index) {
    return new Slot<>(this, kind, index);
  }

  @SuppressWarnings("unchecked") // Only things of a kind are put into its slots.
  <T> @Nullable T at(Kind<T> kind, int slot) {
    return (T) table(kind)[slot];
  }

  void clear(Kind<?> kind, int slot) {
    table(kind)[slot] = null;
  }

  /** The slot of a device; null if there is no handle of it any more. */
  @Nullable Integer slotOf(Device device) {
    @Nullable Object[] devices = table(Kind.DEVICE);
    for (int i = 0; i < devices.length; i++) {
      if (devices[i] == device) {
        return i;
      }
    }
    return null;
  }

  private @Nullable Object[] table(Kind<?> kind) {
    return tables.computeIfAbsent(kind, _ -> new @Nullable Object[kind.slots()]);
  }

  /** The label of a thing: the number that stands for it. */
  long label(Object thing) {
    return labels.getOrDefault(thing, 0L);
  }

  void label(Object thing, long label) {
    labels.put(thing, label);
  }
}
