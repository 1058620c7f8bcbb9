package run.radicchio.webgpu.dawn.object;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Java objects by number, for Dawn to carry as the userdata of callbacks. None but the first for
 * its place takes heap; no number is given twice, so that one that comes late finds nothing.
 */
final class Tokens<T> {
  /** A token is a place in its lower half, and above it how often the place has been used. */
  private static final long ONE_USE = 1L << 32;

  private @Nullable Object[] objects = new @Nullable Object[8];
  private long[] tokens = new long[8];
  private int[] free = new int[8];
  private int count;
  private int freeCount;

  synchronized long add(T object) {
    int place = freeCount > 0 ? free[--freeCount] : append();
    objects[place] = object;
    tokens[place] += ONE_USE;
    return tokens[place];
  }

  private int append() {
    if (count == objects.length) {
      objects = Arrays.copyOf(objects, 2 * count);
      tokens = Arrays.copyOf(tokens, 2 * count);
      free = Arrays.copyOf(free, 2 * count);
    }
    tokens[count] = count;
    return count++;
  }

  /** Null if it was taken out. */
  @SuppressWarnings("unchecked") // only add puts any in
  synchronized @Nullable T get(long token) {
    int place = (int) token;
    return place >= 0 && place < count && tokens[place] == token ? (T) objects[place] : null;
  }

  /** Takes it out; null if it was before. */
  synchronized @Nullable T remove(long token) {
    T object = get(token);
    if (object != null) {
      objects[(int) token] = null;
      free[freeCount++] = (int) token;
    }
    return object;
  }
}
