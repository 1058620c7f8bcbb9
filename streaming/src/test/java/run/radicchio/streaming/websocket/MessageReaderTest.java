package run.radicchio.streaming.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageReaderTest {
  private static MessageReader reader(String hex) {
    return new MessageReader(new ByteArrayInputStream(HexFormat.of().parseHex(hex)), 1000);
  }

  /** The masked text of RFC 6455, section 5.7. */
  @Test
  void textsAreUnmasked() throws Exception {
    assertEquals(new Message.Text("Hello"), reader("818537fa213d7f9f4d5158").read());
  }

  @Test
  void fragmentsArePutTogetherAroundControlFrames() throws Exception {
    MessageReader reader =
        reader("01830000000048656c" + "898100000000" + "07" + "8082000000006c6f");
    Message.Ping ping = assertInstanceOf(Message.Ping.class, reader.read());
    assertArrayEquals(new byte[] {7}, ping.bytes());
    assertEquals(new Message.Text("Hello"), reader.read());
  }

  @Test
  void textsAreApart() throws Exception {
    MessageReader reader =
        reader("01810000000061" + "80810000000062" + "81810000000063" + "818000000000");
    assertEquals(new Message.Text("ab"), reader.read());
    assertEquals(new Message.Text("c"), reader.read());
    assertEquals(new Message.Text(""), reader.read());
  }

  @Test
  void lengthsHaveThreeForms() throws Exception {
    String text = "x".repeat(300);
    String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(new Message.Text(text), reader("81fe012c00000000" + bytes).read());
    assertEquals(new Message.Text(text), reader("81ff000000000000012c00000000" + bytes).read());
  }

  @ParameterizedTest
  @CsvSource({
    "8100, PROTOCOL_ERROR",
    "c18000000000, PROTOCOL_ERROR",
    "838000000000, PROTOCOL_ERROR",
    "808000000000, PROTOCOL_ERROR",
    "018000000000 818000000000, PROTOCOL_ERROR",
    "098000000000, PROTOCOL_ERROR",
    "89fe007e00000000, PROTOCOL_ERROR",
    "81ffffffffffffffffff, PROTOCOL_ERROR",
    "81fe03e900000000, TOO_LARGE",
    "81ff7fffffffffffffff00000000, TOO_LARGE",
    "01810000000078 80ff7fffffffffffffff00000000, TOO_LARGE",
    "828000000000, UNSUPPORTED_DATA",
    "818100000000ff, INVALID_DATA"
  })
  void othersAreRefused(String hex, CloseCode code) {
    String frames = hex.replace(" ", "");
    MessageReader reader = reader(frames.substring(0, frames.length() / 2 * 2));
    assertEquals(code, assertThrows(WebSocketException.class, reader::read).code());
  }

  @Test
  void theEndIsOne() {
    assertThrows(EOFException.class, reader("8185")::read);
    assertThrows(EOFException.class, reader("")::read);
  }

  @Test
  void framesAreUnmasked() {
    assertEquals("810548656c6c6f", HexFormat.of().formatHex(Frame.text("Hello").encoded()));
    assertEquals("8900", HexFormat.of().formatHex(Frame.ping().encoded()));
    assertEquals(
        "880403e86f6b", HexFormat.of().formatHex(Frame.close(CloseCode.NORMAL, "ok").encoded()));
    assertArrayEquals(
        HexFormat.of().parseHex("827f0000000000010000"),
        Arrays.copyOf(Frame.binary(new byte[1 << 16]).encoded(), 10));
    assertArrayEquals(
        HexFormat.of().parseHex("827e0100"),
        Arrays.copyOf(Frame.binary(new byte[256]).encoded(), 4));
  }

  @Test
  void reasonsAreCutBetweenCharacters() {
    byte[] frame = Frame.close(CloseCode.INVALID_DATA, "x" + "é".repeat(100)).encoded();
    String reason = new String(frame, 4, frame.length - 4, StandardCharsets.UTF_8);
    assertEquals("x" + "é".repeat(61), reason);
  }

  /** The handshake of RFC 6455, section 1.3. */
  @Test
  void handshakesAreAnswered() {
    String key = "dGhlIHNhbXBsZSBub25jZQ==";
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Handshake.accept("13", key));
    assertNull(Handshake.accept("12", key));
    assertNull(Handshake.accept("13", "c2hvcnQ="));
    assertNull(Handshake.accept("13", "?"));
    assertNull(Handshake.accept(null, key));
    assertNull(Handshake.accept("13", null));
  }

  /** Bytes that are often those that frames begin with. */
  @Provide
  static Arbitrary<byte[]> bytes() {
    Arbitrary<Byte> heads =
        Arbitraries.of(0x01, 0x80, 0x81, 0x82, 0x88, 0x89, 0x8A, 0xFE, 0xFF, 0x00, 0x03, 0x7F)
            .map(Integer::byteValue);
    return Arbitraries.frequencyOf(Tuple.of(3, heads), Tuple.of(1, Arbitraries.bytes()))
        .array(byte[].class)
        .ofMaxSize(200);
  }

  @Property
  void whateverTheBytesOnlyTheDocumentedErrorsAreThrown(@ForAll("bytes") byte[] bytes) {
    MessageReader reader = new MessageReader(new ByteArrayInputStream(bytes), 1000);
    Exception end = assertThrows(Exception.class, () -> readAll(reader));
    assertTrue(end instanceof WebSocketException || end instanceof EOFException, end::toString);
  }

  /** To the end, or what is wrong. */
  private static void readAll(MessageReader reader) throws IOException, WebSocketException {
    while (true) {
      assertNotNull(reader.read());
    }
  }
}
