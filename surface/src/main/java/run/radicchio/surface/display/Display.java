package run.radicchio.surface.display;

import run.radicchio.surface.CreateDesc;

/** Shows surfaces. Safe for use by several threads. */
public interface Display extends AutoCloseable {
  /**
   * Shows another surface.
   *
   * @param wanted the size that it is wanted to have
   * @param events what to tell it of, at once and until it is closed
   * @throws DisplayClosedException if nothing more is shown
   */
  Screen open(CreateDesc wanted, SurfaceEvents events);

  /** Ends all surfaces, and waits until what they have drawn is shown. */
  @Override
  void close();
}
