package run.radicchio.streaming.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A frame (RFC 6455, section 5.2). */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(boolean isFinal, Opcode opcode, byte[] payload) {
  private static final int LONGEST_HEAD = 10;
  private static final int LONGEST_REASON = 123;
  private static final int SHORT = 125;
  private static final int MOST_16 = 0xFFFF;

  /** What a frame is. */
  enum Opcode {
    CONTINUATION(0),
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10);

    private final int number;

    Opcode(int number) {
      this.number = number;
    }

    boolean isControl() {
      return number >= CLOSE.number;
    }

    static Opcode of(int number) throws WebSocketException {
      for (Opcode opcode : values()) {
        if (opcode.number == number) {
          return opcode;
        }
      }
      throw new WebSocketException(CloseCode.PROTOCOL_ERROR, "there is no opcode " + number);
    }
  }

  /** A message that is text. */
  public static Frame text(String text) {
    return new Frame(true, Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A message that is not. */
  public static Frame binary(byte[] bytes) {
    return new Frame(true, Opcode.BINARY, bytes);
  }

  /** Wants to know whether the client is there. */
  public static Frame ping() {
    return new Frame(true, Opcode.PING, new byte[0]);
  }

  /** Answers a ping. */
  public static Frame pong(byte[] bytes) {
    return new Frame(true, Opcode.PONG, bytes);
  }

  /**
   * Ends the WebSocket.
   *
   * @param reason for people; cut where it is too long
   */
  public static Frame close(CloseCode code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(text.length, LONGEST_REASON);
    // Not within a character.
    while (length < text.length && (text[length] & 0xC0) == 0x80) {
      length--;
    }
    ByteBuffer payload = ByteBuffer.allocate(Short.BYTES + length);
    payload.putShort((short) code.number()).put(text, 0, length);
    return new Frame(true, Opcode.CLOSE, payload.array());
  }

  /** It as a server sends it, unmasked. */
  public byte[] encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_HEAD + payload.length);
    bytes.put((byte) ((isFinal ? 0x80 : 0) | opcode.number));
    if (payload.length <= SHORT) {
      bytes.put((byte) payload.length);
    } else if (payload.length <= MOST_16) {
      bytes.put((byte) 126).putShort((short) payload.length);
    } else {
      bytes.put((byte) 127).putLong(payload.length);
    }
    bytes.put(payload);
    byte[] exact = new byte[bytes.position()];
    bytes.get(0, exact);
    return exact;
  }
}
