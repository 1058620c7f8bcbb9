package run.radicchio.surface.offscreen;

import java.io.Closeable;
import java.io.IOException;
import run.radicchio.webgpu.canvas.Picture;

/** Keeps the pictures of one surface. */
public interface Recorder extends Closeable {
  /**
   * Keeps the next one.
   *
   * @param number from 1 on
   * @param picture which the caller closes
   * @throws IOException if it cannot be kept, with what and why in its message
   */
  void record(int number, Picture picture) throws IOException;

  /** Makes recorders. */
  @FunctionalInterface
  interface Maker {
    /**
     * That of another surface.
     *
     * @param surface from 1 on, in the order in which the guest makes them
     * @throws IOException if there can be none
     */
    Recorder open(int surface) throws IOException;
  }

  /** Keeps nothing. */
  static Recorder none() {
    return new Recorder() {
      @Override
      public void record(int number, Picture picture) {}

      @Override
      public void close() {}
    };
  }

  /** Keeps all in several ways. */
  static Recorder all(Iterable<Recorder> recorders) {
    return new Recorder() {
      @Override
      public void record(int number, Picture picture) throws IOException {
        for (Recorder recorder : recorders) {
          recorder.record(number, picture);
        }
      }

      @Override
      public void close() throws IOException {
        for (Recorder recorder : recorders) {
          recorder.close();
        }
      }
    };
  }
}
