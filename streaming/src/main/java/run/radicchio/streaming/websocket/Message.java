package run.radicchio.streaming.websocket;

/** What a client has sent. */
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Message {
  /** A text. */
  record Text(String text) implements Message {}

  /** Wants the same bytes back. */
  record Ping(byte[] bytes) implements Message {}

  /** The answer to a ping. */
  record Pong() implements Message {}

  /** Nothing more comes. */
  record Close() implements Message {}
}
