package run.radicchio.streaming.protocol;

import com.google.gson.JsonParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import run.radicchio.streaming.video.Codec;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.json.Fields;
import run.radicchio.surface.json.InputJson;

/** What a page says. */
public sealed interface FromPage {
  /**
   * First of all.
   *
   * @param codecs those of ours that it can decode, the best first; one at least, and none twice
   * @param size how large a surface fits it
   */
  record Hello(List<Codec> codecs, Size size) implements FromPage {}

  /**
   * A picture is shown, and all before it.
   *
   * @param decodeMillis how long decoding took
   */
  record Ack(int sequence, double decodeMillis) implements FromPage {}

  /** A key is needed. */
  record Refresh(int surface) implements FromPage {}

  /**
   * Something is done with a surface.
   *
   * @param number by which a picture says that it is answered
   */
  record Input(int surface, int number, InputEvent event) implements FromPage {}

  /** The most surfaces that a page may speak of. */
  int MOST_SURFACES = 0xFFFF;

  /**
   * Reads a message.
   *
   * @throws JsonParseException if it is none
   */
  static FromPage read(String json) {
    Fields fields = Fields.of(json);
    FromPage message =
        switch (fields.text("type")) {
          case "hello" -> new Hello(codecs(fields.text("codecs")), size(fields));
          case "ack" ->
              new Ack(fields.whole("sequence", 1, Integer.MAX_VALUE), fields.number("decode"));
          case "refresh" -> new Refresh(surface(fields));
          default ->
              new Input(
                  surface(fields),
                  fields.whole("input", 1, Integer.MAX_VALUE),
                  InputJson.read(fields));
        };
    fields.end();
    return message;
  }

  private static int surface(Fields fields) {
    return fields.whole("surface", 0, MOST_SURFACES);
  }

  private static Size size(Fields fields) {
    return new Size(fields.whole("width", 1, Size.MOST), fields.whole("height", 1, Size.MOST));
  }

  private static List<Codec> codecs(String texts) {
    List<Codec> known =
        Arrays.stream(texts.split(" ", -1))
            .distinct()
            .map(Codec::of)
            .flatMap(Optional::stream)
            .toList();
    if (known.isEmpty()) {
      throw new JsonParseException(
          "`codecs`: expected some of %s, found `%s`"
              .formatted(String.join(" ", Codec.texts()), texts));
    }
    return known;
  }
}
