package run.radicchio.webgpu.dawn.steps;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A {@code record-...} resource: keys and values by the numbers that stand for them. */
final class Entries {
  private final Map<Long, Long> values = new HashMap<>();

  void put(long key, long value) {
    values.put(key, value);
  }

  void remove(long key) {
    values.remove(key);
  }

  boolean has(long key) {
    return values.containsKey(key);
  }

  /** The value of a key, alone; nothing where there is none. */
  long[] get(long key) {
    return has(key) ? new long[] {values.get(key)} : new long[0];
  }

  boolean hasKeys(long[] keys) {
    return same(values.keySet().stream().mapToLong(Long::longValue).toArray(), keys);
  }

  boolean hasValues(long[] all) {
    return same(values.values().stream().mapToLong(Long::longValue).toArray(), all);
  }

  /** Whether keys and values, in turns, are what it has. */
  boolean hasEntries(long[] entries) {
    Map<Long, Long> all = new HashMap<>();
    for (int i = 0; i + 1 < entries.length; i += 2) {
      all.put(entries[i], entries[i + 1]);
    }
    return entries.length == 2 * values.size() && values.equals(all);
  }

  private static boolean same(long[] expected, long[] actual) {
    long[] copy = actual.clone();
    Arrays.sort(expected);
    Arrays.sort(copy);
    return Arrays.equals(expected, copy);
  }
}
