package run.radicchio.cli.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;

/**
 * The instances that answer requests: one at a time, and so many in all. After those an instance is
 * made again what it was at first, where that can be: it is as good as a new one and costs less.
 * Who answers the next is whoever was last done, so that few are kept where there are few requests
 * at one time.
 */
final class Instances implements AutoCloseable {
  /** How many are kept that have nothing to do. */
  private static final int MOST_IDLE = 64;

  private final LinkedComponent component;
  private final StoreOptions options;
  private final int requests;
  private final Deque<Turn> idle = new ArrayDeque<>();
  private boolean isClosed;

  /**
   * Instances of a component, in stores of their own.
   *
   * @param requests how many each answers before it is as new
   */
  Instances(LinkedComponent component, StoreOptions options, int requests) {
    this.component = component;
    this.options = options;
    this.requests = requests;
  }

  /** One request's time with an instance, which ends where the answer was no success. */
  final class Turn implements AutoCloseable {
    private final Instance instance;
    private final boolean canBeAsNew;
    private final int left;
    private boolean isSuccess;

    private Turn(Instance instance, boolean canBeAsNew, int left) {
      this.instance = instance;
      this.canBeAsNew = canBeAsNew;
      this.left = left;
    }

    Instance instance() {
      return instance;
    }

    /** The request was answered as it should be. */
    void succeed() {
      isSuccess = true;
    }

    @Override
    public void close() {
      boolean isKept = false;
      try {
        isKept = isSuccess && isReady() && keep(new Turn(instance, canBeAsNew, leftThen()));
      } finally {
        if (!isKept) {
          instance.close();
        }
      }
    }

    private boolean isReady() {
      return left > 0 || (canBeAsNew && instance.store().restore());
    }

    private int leftThen() {
      return left > 0 ? left - 1 : requests - 1;
    }
  }

  /** An instance for a request: one that is there, or a fresh one. */
  Turn next() {
    Turn kept = kept();
    return kept == null ? fresh() : kept;
  }

  private Turn fresh() {
    Store store = new Store(options);
    try {
      Instance instance = component.instantiate(store);
      return new Turn(instance, store.checkpoint(), requests - 1);
    } catch (RuntimeException | Error failure) {
      store.close();
      throw failure;
    }
  }

  private synchronized @Nullable Turn kept() {
    return idle.poll();
  }

  private synchronized boolean keep(Turn next) {
    boolean isKept = !isClosed && idle.size() < MOST_IDLE;
    if (isKept) {
      idle.push(next);
    }
    return isKept;
  }

  /** Ends those that have nothing to do, and the others when they are done. */
  @Override
  public synchronized void close() {
    isClosed = true;
    idle.forEach(turn -> turn.instance.close());
    idle.clear();
  }
}
