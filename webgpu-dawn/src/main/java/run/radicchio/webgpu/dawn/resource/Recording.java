package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;

/**
 * Whether an encoder takes commands: the state of WebGPU's encoders, in which a pass ends and a
 * command encoder is finished.
 *
 * <p>Dawn must not see a command after that. It would report some of them later than WebGPU does,
 * and on others it waits for a lock that its own thread holds.
 */
final class Recording {
  private final Device device;
  private final String encoder;
  private final @Nullable Recording parent;
  private volatile boolean ended;

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
    ended = true;
    if (isOrphan()) {
      invalid(encoder + " cannot end: its command encoder is finished");
      return false;
    }
    return true;
  }

  /** A command encoder or a bundle encoder is finished; Dawn reports it where it was before. */
  void finish() {
    ended = true;
  }

  private boolean isOrphan() {
    return parent != null && parent.ended;
  }

  private void invalid(String message) {
    device.error(WGPUErrorType.VALIDATION, message);
  }
}
