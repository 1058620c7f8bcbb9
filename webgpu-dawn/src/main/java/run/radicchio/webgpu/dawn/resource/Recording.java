package run.radicchio.webgpu.dawn.resource;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;

/**
 * Whether an encoder takes commands: the state of WebGPU's encoders, in which a pass ends and a
 * command encoder is finished.
 *
 * <p>Dawn must not see a command after that. It would report some of them later than WebGPU does,
 * and on others it waits for a lock that its own thread holds.
 */
final class Recording implements AutoCloseable {
  private final Device device;
  private final String encoder;
  private final @Nullable Recording parent;
  private final Lock lock;
  private volatile boolean ended;

  /** Whether a pass is open that was begun in it, until any of its passes ends. */
  private boolean locked;

  /** What the device's destruction waits for, while a turn is taken. */
  private long stamp;

  /**
   * A recording that has begun.
   *
   * @param encoder what errors call it
   * @param parent that of the command encoder, for a pass
   */
  Recording(Device device, String encoder, @Nullable Recording parent) {
    this.device = device;
    this.encoder = encoder;
    this.parent = parent;
    // What is recorded in a pass is recorded in its command encoder.
    this.lock = parent == null ? new ReentrantLock() : parent.lock;
  }

  /** Waits for those who use the encoder or another of the same recording. Turns do not nest. */
  Recording turn() {
    lock.lock();
    stamp = device.uses().readLock();
    return this;
  }

  /** Ends the turn. */
  @Override
  public void close() {
    device.uses().unlockRead(stamp);
    lock.unlock();
  }

  /** Does something in this turn, whatever state the recording is in. */
  void use(Runnable use) {
    use.run();
  }

  /**
   * Whether a command is to be recorded. It is an error to give one once the encoder has ended; the
   * commands of a pass that was still open when its command encoder was finished go nowhere.
   */
  boolean accepts() {
    if (ended) {
      invalid(encoder + " has ended: it takes no more commands");
      return false;
    }
    return !isOrphan();
  }

  /** Whether it takes no more commands. */
  boolean hasEnded() {
    return ended;
  }

  /** Ends it; whether it was open, which it is an error not to be. */
  boolean end() {
    if (ended) {
      invalid(encoder + " has ended already");
      return false;
    }
    if (parent != null && !parent.locked) {
      invalid(encoder + " cannot end: its command encoder is finished, or another pass has ended");
      return false;
    }
    if (parent != null) {
      parent.locked = false;
    }
    ended = true;
    return true;
  }

  /** A pass is begun in it. One that is open already makes it invalid, which Dawn sees. */
  void lock() {
    locked = true;
  }

  /** A command encoder or a bundle encoder is finished; Dawn reports it where it was before. */
  void finish() {
    ended = true;
    locked = false;
  }

  private boolean isOrphan() {
    return parent != null && parent.ended;
  }

  private void invalid(String message) {
    device.error(WGPUErrorType.VALIDATION, message);
  }
}
