package run.radicchio.webgpu.dawn.steps;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the guest has in its slots, and the labels of it. */
final class Slots {
  private final Map<Kind<?>, @Nullable Object[]> tables = new HashMap<>();
  private final IdentityHashMap<Object, Long> labels = new IdentityHashMap<>();

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

  /** The slot that something is in; -1 if in none. */
  <T> int find(Kind<T> kind, Predicate<T> condition) {
    for (int slot = 0; slot < kind.slots(); slot++) {
      T there = at(kind, slot);
      if (there != null && condition.test(there)) {
        return slot;
      }
    }
    return -1;
  }

  void clear(Kind<?> kind, int slot) {
    table(kind)[slot] = null;
  }

  /** The slot of a device; null if there is no handle of it any more. */
  @Nullable Integer slotOf(Device device) {
    int slot = find(Kind.DEVICE, there -> there == device);
    return slot < 0 ? null : slot;
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
