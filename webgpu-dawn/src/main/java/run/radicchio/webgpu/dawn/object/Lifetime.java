package run.radicchio.webgpu.dawn.object;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long an instance or a device lives: until the last of those who need it leaves.
 *
 * <p>Dawn destroys a device when its last handle is released, whatever else of it is in use. WebGPU
 * does not: a queue or a buffer keeps its device working. So each object of a device, and each
 * asynchronous call that is under way, enters the device's lifetime, and its handle is released at
 * the end of that.
 */
public final class Lifetime {
  private final AtomicInteger users = new AtomicInteger(1);
  private final LiveObjects live;
  private final Runnable released;
  private final Runnable end;

  /**
   * A lifetime with one user, its creator.
   *
   * @param end runs when the last user has left
   */
  public Lifetime(LiveObjects live, Runnable end) {
    this(live, () -> {}, end);
  }

  /**
   * A lifetime with one user, its creator.
   *
   * @param released runs when an object was released, before it leaves
   * @param end runs when the last user has left
   */
  public Lifetime(LiveObjects live, Runnable released, Runnable end) {
    this.live = live;
    this.released = released;
    this.end = end;
  }

  /** Adds a user; only one who is called by a user may. */
  public void enter() {
    users.incrementAndGet();
  }

  /** Adds a user unless the end has come; whether it did. */
  public boolean tryEnter() {
    return users.updateAndGet(count -> count == 0 ? 0 : count + 1) != 0;
  }

  /** Takes a user away. */
  public void leave() {
    if (users.decrementAndGet() == 0) {
      end.run();
    }
  }

  /** An object of this lifetime was released, which leaves next. */
  void released(ObjectKind kind) {
    live.released(kind);
    released.run();
  }

  /** Where the objects of this lifetime are counted. */
  public LiveObjects live() {
    return live;
  }
}
