package run.radicchio.streaming.video;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import run.radicchio.surface.display.Size;

/** How pictures are encoded. */
public enum Codec {
  /** The quickest that changes little where little changes. */
  VP8("vp8", "libvpx"),

  /** Smaller pictures for more work. */
  VP9("vp9", "libvpx-vp9"),

  /** A whole picture each time: for browsers that decode no video by themselves. */
  JPEG("jpeg", "mjpeg");

  private final String text;
  private final String library;

  Codec(String text, String library) {
    this.text = text;
    this.library = library;
  }

  /** What users and pages call it. */
  public String text() {
    return text;
  }

  /** What libavcodec calls its encoder. */
  String library() {
    return library;
  }

  /** How libavcodec is to encode: at once, and as quickly as a picture a few milliseconds. */
  Map<String, String> options() {
    return switch (this) {
      case VP8 -> VpxOptions.VP8;
      case VP9 -> VpxOptions.VP9;
      case JPEG -> Map.of();
    };
  }

  /** The one of that name, if there is one. */
  public static Optional<Codec> of(String text) {
    return Arrays.stream(values()).filter(codec -> codec.text.equals(text)).findFirst();
  }

  /** The names of all. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(Codec::text).toList();
  }

  /**
   * An encoder, to be closed.
   *
   * @param size of the pictures
   * @throws EncodingException if there is none, such as for want of memory
   */
  public Encoder encoder(Size size) {
    return switch (this) {
      case VP8, VP9 -> new VideoEncoder(this, size);
      case JPEG -> new JpegEncoder(size);
    };
  }
}
