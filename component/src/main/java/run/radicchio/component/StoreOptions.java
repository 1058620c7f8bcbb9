package run.radicchio.component;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the guests of a {@link Store} may use, and how they are scheduled. Limits are those of the
 * store: of one instance, where it has a store of its own.
 *
 * @param deadline how long a call may take, from when the guest begins until its result is there;
 *     null for any time
 * @param memoryLimit how many bytes the linear memories of all instances may have, together with
 *     what the host copies of lists and strings at one time as it takes arguments or a result
 * @param tableLimit how many elements the tables of all instances may have
 * @param handleLimit how many handles and threads all instances may have at one time
 * @param instanceLimit how many component instances there may be, those that components make of
 *     components among them
 * @param seed decides which of several guest threads that could run runs first; null for the order
 *     in which they began to wait. What guests do is the same each time for the same seed, as far
 *     as it depends on nothing outside of the store
 * @param background whether what guests have left to do when a call ends goes on by itself. If not,
 *     it waits for the next call that waits, or for something that the host has to tell a guest; so
 *     that nothing depends on when calls come
 */
public record StoreOptions(
    @Nullable Duration deadline,
    long memoryLimit,
    long tableLimit,
    int handleLimit,
    int instanceLimit,
    @Nullable Long seed,
    boolean background) {
  private static final StoreOptions DEFAULTS =
      new StoreOptions(null, 4L << 30, 10_000_000, 1_000_000, 10_000, null, true);

  /** Options that were checked: limits are not negative, and a deadline is some time. */
  public StoreOptions {
    if (deadline != null && !deadline.isPositive()) {
      throw new IllegalArgumentException("a deadline must be a positive time, not " + deadline);
    }
    checkLimit("memory", memoryLimit);
    checkLimit("table", tableLimit);
    checkLimit("handle", handleLimit);
    checkLimit("instance", instanceLimit);
  }

  private static void checkLimit(String what, long limit) {
    if (limit < 0) {
      throw new IllegalArgumentException(
          "a %s limit cannot be negative: %d".formatted(what, limit));
    }
  }

  /**
   * No deadline, 4 GiB of memory, ten million table elements, a million handles, ten thousand
   * instances, no seed, and what is left to do goes on by itself.
   */
  public static StoreOptions defaults() {
    return DEFAULTS;
  }

  /** These options with another deadline; null for none. */
  public StoreOptions withDeadline(@Nullable Duration time) {
    return new StoreOptions(
        time, memoryLimit, tableLimit, handleLimit, instanceLimit, seed, background);
  }

  /** These options with another memory limit, in bytes. */
  public StoreOptions withMemoryLimit(long bytes) {
    return new StoreOptions(
        deadline, bytes, tableLimit, handleLimit, instanceLimit, seed, background);
  }

  /** These options with another limit of table elements. */
  public StoreOptions withTableLimit(long elements) {
    return new StoreOptions(
        deadline, memoryLimit, elements, handleLimit, instanceLimit, seed, background);
  }

  /** These options with another limit of handles. */
  public StoreOptions withHandleLimit(int handles) {
    return new StoreOptions(
        deadline, memoryLimit, tableLimit, handles, instanceLimit, seed, background);
  }

  /** These options with another limit of instances. */
  public StoreOptions withInstanceLimit(int instances) {
    return new StoreOptions(
        deadline, memoryLimit, tableLimit, handleLimit, instances, seed, background);
  }

  /** These options with a seed; null for the order in which threads began to wait. */
  public StoreOptions withSeed(@Nullable Long number) {
    return new StoreOptions(
        deadline, memoryLimit, tableLimit, handleLimit, instanceLimit, number, background);
  }

  /** These options with or without work between calls. */
  public StoreOptions withBackground(boolean goesOn) {
    return new StoreOptions(
        deadline, memoryLimit, tableLimit, handleLimit, instanceLimit, seed, goesOn);
  }
}
