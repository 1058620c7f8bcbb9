package run.radicchio.surface.display;

import org.jspecify.annotations.Nullable;

/**
 * Where a display shows one surface. Threads of the guest call it, one after the other, and wait
 * for it.
 */
public interface Screen extends AutoCloseable {
  /** How large the surface is to be at first; later sizes are events. */
  Size size();

  /**
   * The guest would like another size. There is an event if it gets it.
   *
   * @param height in texels; null leaves it as it is
   * @param width in texels; null leaves it as it is
   */
  void requestSetSize(@Nullable Integer height, @Nullable Integer width);

  /**
   * The guest has drawn a picture.
   *
   * @throws DisplayClosedException if nothing more is shown
   */
  void present(Frame frame);

  /** The surface is no more. Pictures that were read may still come. */
  @Override
  void close();
}
