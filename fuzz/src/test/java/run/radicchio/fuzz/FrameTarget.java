package run.radicchio.fuzz;

import io.helidon.common.buffers.DataReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.server.HelidonInput;
import run.radicchio.streaming.websocket.Message;
import run.radicchio.streaming.websocket.MessageReader;
import run.radicchio.streaming.websocket.WebSocketException;

/**
 * What a client sends over a WebSocket, after bytes that say in pieces of which lengths it comes.
 * What is read of it is the same in whatever pieces, and when each message is sent again in a frame
 * of its own.
 */
public final class FrameTarget {
  private static final int MOST_BYTES = 300;

  /** How many bytes say lengths, which are taken in turn. */
  private static final int LENGTHS = 4;

  private static final String END = "the client is gone";

  private FrameTarget() {}

  /** Frames of each kind and form, and broken ones. */
  static List<byte[]> seeds() {
    String page = PageTarget.TEXTS.getFirst();
    Bytes ping = frame(0x89, "?");
    return Stream.of(
            hex("818537fa213d7f9f4d5158"),
            frame(0x81, page).add(frame(0x81, "")).add(frame(0x81, page.repeat(3))),
            frame(0x01, "a").add(ping).add(frame(0x00, "€")).add(ping).add(frame(0x80, "b")),
            frame(0x8a, "").add(ping).add(frame(0x88, "\3é")),
            frame(0x01, page).add(frame(0x81, page)),
            frame(0x01, "x".repeat(200)).add(frame(0x80, "x".repeat(101))),
            frame(0x82, page),
            hex("018100000000e2" + "80820000000082ac"),
            hex("81ff000000000000000100000000" + "78"),
            frame(0x01, "x").add(hex("80ff7fffffffffffffff00000000")))
        .map(sent -> Bytes.of(0, 2, 6, 64).add(sent).toArray())
        .toList();
  }

  private static Bytes hex(String digits) {
    return new Bytes().add(HexFormat.of().parseHex(digits));
  }

  private static Bytes frame(int first, String text) {
    return frame(first, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A frame that is masked with nothing. */
  private static Bytes frame(int first, byte[] payload) {
    Bytes frame = Bytes.of(first);
    if (payload.length < 126) {
      frame.add(0x80 | payload.length);
    } else {
      frame.add(0x80 | 126, payload.length >> 8, payload.length);
    }
    return frame.add(0, 0, 0, 0).add(payload);
  }

  private static Bytes frame(Message message) {
    return switch (message) {
      case Message.Text(String text) -> frame(0x81, text);
      case Message.Ping(byte[] bytes) -> frame(0x89, bytes);
      case Message.Pong() -> frame(0x8a, "");
      case Message.Close() -> frame(0x88, "");
    };
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    if (bytes.length < LENGTHS) {
      return;
    }
    int[] lengths = IntStream.range(0, LENGTHS).map(i -> 1 + (bytes[i] & 0xff)).toArray();
    byte[] sent = Arrays.copyOfRange(bytes, LENGTHS, bytes.length);
    Reading whole = read(sent, sent.length);
    expect(whole, read(sent, 1));
    expect(whole, read(sent, lengths));
    byte[] again = HexFormat.of().parseHex(whole.frames());
    expect(new Reading(whole.frames(), END), read(again, again.length));
    Promises.inProportion(
        sent.length, Promises.FACTOR, () -> read(new Pieces(sent, sent.length), _ -> {}));
  }

  /**
   * What was read.
   *
   * @param frames the messages as a client could have sent them, in a frame each: hexadecimal
   * @param end how it ended
   */
  private record Reading(String frames, String end) {}

  private static void expect(Reading expected, Reading found) {
    if (!found.equals(expected)) {
      throw new AssertionError("expected " + expected + "; found " + found);
    }
  }

  private static Reading read(byte[] sent, int... lengths) throws IOException {
    Bytes frames = new Bytes();
    String end = read(new Pieces(sent, lengths), message -> frames.add(frame(message)));
    return new Reading(HexFormat.of().formatHex(frames.toArray()), end);
  }

  private static String read(Pieces pieces, Consumer<Message> each) throws IOException {
    MessageReader reader =
        new MessageReader(new HelidonInput(DataReader.create(pieces)), MOST_BYTES);
    try {
      while (true) {
        each.accept(reader.read());
      }
    } catch (WebSocketException documented) {
      return documented.code() + ": " + documented.getMessage();
    } catch (EOFException documented) {
      return END;
    }
  }

  /** Bytes that come in pieces of these lengths, in turn. */
  private static final class Pieces implements Supplier<byte @Nullable []> {
    private final byte[] bytes;
    private final int[] lengths;
    private int position;
    private int turn;

    Pieces(byte[] bytes, int... lengths) {
      this.bytes = bytes;
      this.lengths = lengths;
    }

    @Override
    public byte @Nullable [] get() {
      if (position == bytes.length) {
        return null;
      }
      int from = position;
      position = Math.min(bytes.length, from + lengths[turn++ % lengths.length]);
      return Arrays.copyOfRange(bytes, from, position);
    }
  }
}
