package run.radicchio.streaming.websocket;

/** Why a WebSocket ends (RFC 6455, section 7.4.1). */
public enum CloseCode {
  /** All is said. */
  NORMAL(1000),
  /** The server stops. */
  GOING_AWAY(1001),
  /** What came is no WebSocket frame. */
  PROTOCOL_ERROR(1002),
  /** A kind of data that is not taken. */
  UNSUPPORTED_DATA(1003),
  /** Data that is not what it says it is. */
  INVALID_DATA(1007),
  /** A message that is understood and not allowed. */
  POLICY_VIOLATION(1008),
  /** A message is too large. */
  TOO_LARGE(1009),
  /** The server has failed. */
  INTERNAL_ERROR(1011);

  private final int number;

  CloseCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
