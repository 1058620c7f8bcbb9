package run.radicchio.fuzz;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import run.radicchio.streaming.protocol.FromPage;
import run.radicchio.streaming.websocket.CloseCode;
import run.radicchio.streaming.websocket.Frame;

/** A text that is taken for a message of a page. */
public final class PageTarget {
  /** A number of one digit is some objects, and is written in what an error says. */
  static final int FACTOR = 256;

  /** What is done with a surface, as fields of JSON. */
  static final List<String> EVENTS =
      List.of(
          "\"type\": \"pointer-move\", \"x\": 12.5, \"y\": -3e-1",
          "\"type\": \"pointer-down\", \"x\": 0, \"y\": 8191",
          "\"type\": \"pointer-up\", \"x\": -0, \"y\": 1E9",
          "\"type\": \"key-down\", \"key\": \"KeyA\", \"text\": \"\\u00c4\\n\", \"shift\": true",
          "\"type\": \"key-up\", \"key\": \"?\", \"alt\": false, \"ctrl\": true, \"meta\": true",
          "\"type\": \"resize\", \"width\": 8192, \"height\": 1e0");

  /** Messages of each kind. */
  static final List<String> TEXTS =
      Stream.concat(
              Stream.of(
                  "{\"type\": \"hello\", \"codecs\": \"av2 vp8 jpeg\", \"width\": 1, \"height\": 8192}",
                  "{\"type\": \"ack\", \"sequence\": 7, \"decode\": 2.5}",
                  "{\"type\": \"refresh\", \"surface\": 65535}"),
              EVENTS.stream().map("{\"surface\": 0, \"input\": 12, %s}"::formatted))
          .toList();

  private PageTarget() {}

  static List<byte[]> seeds() {
    return TEXTS.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Promises.inProportion(bytes.length, FACTOR, () -> read(text));
  }

  private static void read(String text) {
    try {
      FromPage.read(text);
    } catch (JsonParseException documented) {
      // So it may end; the page is told why.
      Frame.close(CloseCode.INVALID_DATA, documented.getMessage());
    }
  }
}
