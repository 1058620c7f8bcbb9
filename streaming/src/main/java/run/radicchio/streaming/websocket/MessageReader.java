package run.radicchio.streaming.websocket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import run.radicchio.streaming.websocket.Frame.Opcode;

/**
 * Reads messages (RFC 6455, section 5): unmasks them, puts fragments together, and refuses what is
 * larger than it may be before it is read.
 */
public final class MessageReader {
  private static final int MOST_CONTROL = 125;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;

  private final DataInputStream in;
  private final int mostBytes;
  private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
  private boolean isFragmented;

  /**
   * Reads what comes from a client.
   *
   * @param mostBytes how long a message may be
   */
  public MessageReader(InputStream in, int mostBytes) {
    this.in = new DataInputStream(in);
    this.mostBytes = mostBytes;
  }

  /**
   * Waits for the next message.
   *
   * @throws WebSocketException if it is none, too long, or binary
   * @throws EOFException if the client is gone
   */
  public Message read() throws IOException, WebSocketException {
    while (true) {
      Frame frame = frame();
      switch (frame.opcode()) {
        case PING -> {
          return new Message.Ping(frame.payload());
        }
        case PONG -> {
          return new Message.Pong();
        }
        case CLOSE -> {
          return new Message.Close();
        }
        case BINARY ->
            throw new WebSocketException(CloseCode.UNSUPPORTED_DATA, "only texts are taken");
        case TEXT, CONTINUATION -> {
          fragments.writeBytes(frame.payload());
          isFragmented = !frame.isFinal();
          if (frame.isFinal()) {
            byte[] whole = fragments.toByteArray();
            fragments.reset();
            return new Message.Text(utf8(whole));
          }
        }
      }
    }
  }

  private Frame frame() throws IOException, WebSocketException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    Opcode opcode = Opcode.of(first & 0x0F);
    boolean isFinal = (first & 0x80) != 0;
    check((first & 0x70) == 0, "reserved bits are set");
    check((second & 0x80) != 0, "a client's frame must be masked");
    check(
        (opcode != Opcode.CONTINUATION || isFragmented) && (opcode != Opcode.TEXT || !isFragmented),
        "fragments are out of order");
    long length = length(second & 0x7F);
    if (opcode.isControl()) {
      check(isFinal && length <= MOST_CONTROL, "a control frame must be short, and whole");
    } else if (length > mostBytes - fragments.size()) {
      throw new WebSocketException(
          CloseCode.TOO_LARGE, "a message can have %d bytes".formatted(mostBytes));
    }
    return new Frame(isFinal, opcode, unmasked((int) length));
  }

  private long length(int said) throws IOException, WebSocketException {
    long length =
        switch (said) {
          case LENGTH_16 -> in.readUnsignedShort();
          case LENGTH_64 -> in.readLong();
          default -> said;
        };
    check(length >= 0, "a length is negative");
    return length;
  }

  private byte[] unmasked(int length) throws IOException {
    byte[] mask = new byte[Integer.BYTES];
    in.readFully(mask);
    byte[] payload = new byte[length];
    in.readFully(payload);
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i % mask.length];
    }
    return payload;
  }

  private static void check(boolean holds, String otherwise) throws WebSocketException {
    if (!holds) {
      throw new WebSocketException(CloseCode.PROTOCOL_ERROR, otherwise);
    }
  }

  private static String utf8(byte[] bytes) throws WebSocketException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WebSocketException(CloseCode.INVALID_DATA, "a text must be UTF-8");
    }
  }
}
