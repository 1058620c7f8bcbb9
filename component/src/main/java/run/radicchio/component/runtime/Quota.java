package run.radicchio.component.runtime;

import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreLimits;

/**
 * What the guests of a store have taken of the host's memory, within its limits.
 *
 * <p>Linear memories and tables that may not grow tell so to the guest; all else that goes beyond
 * its limit traps.
 */
public final class Quota implements CoreLimits {
  private final StoreOptions limits;
  private long memory;
  private long copies;
  private long tableElements;
  private int handles;
  private int instances;

  Quota(StoreOptions limits) {
    this.limits = limits;
  }

  @Override
  public boolean takeMemory(long bytes) {
    if (bytes > limits.memoryLimit() - memory) {
      return false;
    }
    memory += bytes;
    return true;
  }

  @Override
  public boolean takeTableElements(long count) {
    if (count > limits.tableLimit() - tableElements) {
      return false;
    }
    tableElements += count;
    return true;
  }

  @Override
  public void giveMemory(long bytes) {
    memory -= bytes;
  }

  @Override
  public void giveTableElements(long count) {
    tableElements -= count;
  }

  /** Begins to copy values out of a guest: copies made before are their owner's matter. */
  public void beginCopies() {
    copies = 0;
  }

  /**
   * Counts what is about to be copied out of a guest. A list takes little memory of a guest that
   * names the same one many times over, and much of the host.
   *
   * @param bytes about how much memory the copy takes
   */
  public void copying(long bytes) {
    copies += bytes;
    if (copies > limits.memoryLimit() - memory) {
      throw exceeded(
          "lists and strings of %,d bytes beside linear memories of %,d, and the limit is %,d bytes"
              .formatted(copies, memory, limits.memoryLimit()));
    }
  }

  void takeHandle() {
    if (handles == limits.handleLimit()) {
      throw new Trap(
          Trap.Kind.TABLE_FULL,
          "%s: the limit is %,d handles".formatted(Trap.Kind.TABLE_FULL.words(), handles));
    }
    handles++;
  }

  void giveHandles(int count) {
    handles -= count;
  }

  void takeInstance() {
    if (instances == limits.instanceLimit()) {
      throw exceeded("more than %,d component instances".formatted(instances));
    }
    instances++;
  }

  private static Trap exceeded(String what) {
    return new Trap(Trap.Kind.LIMIT_EXCEEDED, Trap.Kind.LIMIT_EXCEEDED.words() + ": " + what);
  }
}
