package run.radicchio.streaming.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParseException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.streaming.video.Codec;
import run.radicchio.streaming.video.Packet;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Size;

final class FromPageTest {
  @Test
  void pagesSayWhatTheyCan() {
    assertEquals(
        new FromPage.Hello(List.of(Codec.VP9, Codec.JPEG), new Size(3, 4)),
        FromPage.read(
            "{\"type\": \"hello\", \"codecs\": \"vp9 new jpeg\", \"width\": 3, \"height\": 4}"));
  }

  @Test
  void codecsAreThereOnce() {
    assertEquals(
        new FromPage.Hello(List.of(Codec.JPEG, Codec.VP8), new Size(3, 4)),
        FromPage.read(
            "{\"type\": \"hello\", \"codecs\": \"jpeg vp8%s jpeg\", \"width\": 3, \"height\": 4}"
                .formatted(" vp8".repeat(100))));
  }

  @Test
  void pagesSayWhatTheyShow() {
    assertEquals(
        new FromPage.Ack(7, 2.5),
        FromPage.read("{\"type\": \"ack\", \"sequence\": 7, \"decode\": 2.5}"));
    assertEquals(new FromPage.Refresh(1), FromPage.read("{\"type\": \"refresh\", \"surface\": 1}"));
  }

  @Test
  void pagesSayWhatIsDone() {
    InputEvent down = new InputEvent.PointerDown(new PointerEvent(1, 2.5));
    assertEquals(
        new FromPage.Input(3, 9, down),
        FromPage.read("{\"type\":\"pointer-down\",\"surface\":3,\"input\":9,\"x\":1,\"y\":2.5}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"hello\", \"codecs\": \"\", \"width\": 3, \"height\": 4}",
        "{\"type\": \"hello\", \"codecs\": \"av2\", \"width\": 3, \"height\": 4}",
        "{\"type\": \"hello\", \"codecs\": \"vp8\", \"width\": 0, \"height\": 4}",
        "{\"type\": \"refresh\", \"surface\": 65536}",
        "{\"type\": \"refresh\", \"surface\": 1, \"key\": \"KeyA\"}",
        "{\"type\": \"ack\", \"sequence\": 0, \"decode\": 1}",
        "{\"type\": 1}"
      })
  void othersAreNone(String json) {
    assertThrows(JsonParseException.class, () -> FromPage.read(json));
  }

  @Test
  void picturesHaveAHead() {
    byte[] message =
        ToPage.picture(2, new Size(640, 480), 5, 9, new Packet(new byte[] {(byte) 0xAB}, true));
    assertEquals(
        "01010002" + "00000005" + "00000009" + "028001e0" + "ab",
        HexFormat.of().formatHex(message));
  }
}
