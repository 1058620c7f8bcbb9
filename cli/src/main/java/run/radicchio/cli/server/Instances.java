package run.radicchio.cli.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;

/**
 * The instances that answer requests: one at a time, and so many in all. Who answers the next is
 * whoever was last done, so that few are kept where there are few requests at one time.
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
   * @param requests how many each answers
   */
  Instances(LinkedComponent component, StoreOptions options, int requests) {
    this.component = component;
    this.options = options;
    this.requests = requests;
  }

  /** One request's time with an instance, which ends where the answer was no success. */
  final class Turn implements AutoCloseable {
    private final Instance instance;
    private final int left;
    private boolean isSuccess;

    private Turn(Instance instance, int left) {
      this.instance = instance;
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
      if (!isSuccess || left == 0 || !keep(new Turn(instance, left - 1))) {
        instance.close();
      }
    }
  }

  /** An instance for a request: one that is there, or a fresh one. */
  Turn next() {
    Turn kept = kept();
    return kept == null ? new Turn(component.instantiate(new Store(options)), requests - 1) : kept;
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
