package run.radicchio.streaming.session;

import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.video.Planes;

/**
 * A picture of a surface.
 *
 * @param version of the pictures of its surface, from 1 on
 * @param input the last that the guest was told of before it drew this
 */
record Shot(Planes planes, int version, @Nullable LastInput input) {

  /** The number of its last input for a viewer; 0 if another one has steered, or none. */
  int inputOf(Viewer viewer) {
    return input != null && input.viewer() == viewer ? input.number() : 0;
  }

  /** What a viewer did. */
  record LastInput(Viewer viewer, int number) {}
}
