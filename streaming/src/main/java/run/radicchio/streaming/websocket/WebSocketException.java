package run.radicchio.streaming.websocket;

/** A client has sent what it must not: the WebSocket is to be closed. */
public final class WebSocketException extends Exception {
  private static final long serialVersionUID = 1;

  private final CloseCode code;

  /**
   * Something must not have been sent.
   *
   * @param message is sent to the client
   */
  public WebSocketException(CloseCode code, String message) {
    super(message);
    this.code = code;
  }

  /** What it is to be closed with. */
  public CloseCode code() {
    return code;
  }
}
