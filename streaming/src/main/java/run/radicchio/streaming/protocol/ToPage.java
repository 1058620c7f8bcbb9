package run.radicchio.streaming.protocol;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.util.Map;
import run.radicchio.streaming.video.Codec;
import run.radicchio.streaming.video.Packet;
import run.radicchio.surface.display.Size;

/** What a page is told. */
public final class ToPage {
  private static final int HEAD_BYTES = 16;
  private static final byte PICTURE = 1;

  private ToPage() {}

  /** How pictures will be encoded. */
  public static String welcome(Codec codec) {
    JsonObject message = of("welcome");
    message.addProperty("codec", codec.text());
    return message.toString();
  }

  /**
   * Who is there.
   *
   * @param steers whether what this viewer does reaches the guest
   */
  public static String role(boolean steers, int viewers) {
    JsonObject message = of("role");
    message.addProperty("steers", steers);
    message.addProperty("viewers", viewers);
    return message.toString();
  }

  /**
   * There is a surface, or it has another size.
   *
   * @param fits whether it is meant to be as large as the page has room for
   */
  public static String surface(int surface, Size size, boolean fits) {
    JsonObject message = of("surface");
    message.addProperty("surface", surface);
    message.addProperty("width", size.width());
    message.addProperty("height", size.height());
    message.addProperty("fits", fits);
    return message.toString();
  }

  /** A surface is there no more. */
  public static String gone(int surface) {
    JsonObject message = of("gone");
    message.addProperty("surface", surface);
    return message.toString();
  }

  /** The guest has ended. */
  public static String ended(String why) {
    JsonObject message = of("ended");
    message.addProperty("why", why);
    return message.toString();
  }

  /**
   * Where the time goes.
   *
   * @param millis of each stage, for a picture in the mean; without those that nothing went through
   */
  public static String timings(int bitsPerSecond, Map<String, Double> millis) {
    JsonObject message = of("timings");
    message.addProperty("rate", bitsPerSecond);
    JsonObject stages = new JsonObject();
    millis.forEach(stages::addProperty);
    message.add("millis", stages);
    return message.toString();
  }

  private static JsonObject of(String type) {
    JsonObject message = new JsonObject();
    message.addProperty("type", type);
    return message;
  }

  /**
   * A picture.
   *
   * @param sequence its number
   * @param input of which input it shows the outcome, 0 if of none
   */
  public static byte[] picture(int surface, Size size, int sequence, int input, Packet packet) {
    byte[] encoded = packet.bytes();
    return ByteBuffer.allocate(HEAD_BYTES + encoded.length)
        .put(PICTURE)
        .put((byte) (packet.isKey() ? 1 : 0))
        .putShort((short) surface)
        .putInt(sequence)
        .putInt(input)
        .putShort((short) size.width())
        .putShort((short) size.height())
        .put(encoded)
        .array();
  }
}
