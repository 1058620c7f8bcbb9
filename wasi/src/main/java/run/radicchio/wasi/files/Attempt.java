package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.InvalidPathException;
import run.radicchio.component.Trap;
import run.radicchio.wasi.p2.filesystem.ErrorCode;

/**
 * An operation that a guest asks for.
 *
 * @param <T> what it gives
 */
interface Attempt<T> {
  T run() throws IOException;

  /**
   * Makes an attempt.
   *
   * @throws FileException if it fails
   * @throws Trap {@code INTERRUPTED} if the thread is interrupted, which is how guests are stopped
   */
  static <T> T make(Attempt<T> attempt) throws FileException {
    try {
      return attempt.run();
    } catch (ClosedByInterruptException interruption) {
      throw new Trap(Trap.Kind.INTERRUPTED, "the guest was interrupted at a file", interruption);
    } catch (IOException failure) {
      throw FileException.of(failure);
    } catch (InvalidPathException unwritable) {
      throw new FileException(ErrorCode.ILLEGAL_BYTE_SEQUENCE);
    }
  }
}
