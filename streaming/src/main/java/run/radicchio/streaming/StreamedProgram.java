package run.radicchio.streaming;

import run.radicchio.surface.display.Display;

/** What is streamed: run once for each session, each on a thread of its own. */
@FunctionalInterface
public interface StreamedProgram {
  /**
   * Runs a guest to its end.
   *
   * @param display where its surfaces are shown; their streams end when the session does. Where the
   *     guest goes on nevertheless, the thread is interrupted
   * @return what to tell viewers of how it ended
   * @throws RuntimeException if it fails; viewers are told the message
   */
  String run(Display display);
}
