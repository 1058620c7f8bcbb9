package run.radicchio.streaming.session;

import java.io.IOException;
import run.radicchio.streaming.websocket.CloseCode;
import run.radicchio.streaming.websocket.Frame;

/** The way to a viewer's page. */
public interface Wire {
  /**
   * Sends something, which may take long.
   *
   * @throws IOException if the page is gone
   */
  void send(Frame frame) throws IOException;

  /** Ends it: says why, where there is still a way to. Does not wait. */
  void close(CloseCode code, String why);
}
