package run.radicchio.streaming.video;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import run.radicchio.surface.display.Size;

/**
 * One encoder of libavcodec with the frame and the packet that go through it. What is closed is
 * used no more.
 */
final class Libavcodec implements AutoCloseable {
  static {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  private static final int LONGEST_MESSAGE = 256;

  private final Codec codec;
  private final Size size;
  private final AVCodecContext context;
  private final AVFrame frame;
  private final AVPacket packet;
  private boolean isClosed;

  /** What is told of an encoder before it is opened, and of each picture. */
  @FunctionalInterface
  interface Settings<T> {
    void set(T subject);
  }

  /**
   * Opens an encoder.
   *
   * @param settings sets what no option does
   * @throws EncodingException if there is none, such as for want of memory
   */
  Libavcodec(Codec codec, Size size, int pixelFormat, Settings<AVCodecContext> settings) {
    this.codec = codec;
    this.size = size;
    AVCodec library = avcodec.avcodec_find_encoder_by_name(codec.library());
    if (library == null) {
      throw new EncodingException("this libavcodec has no encoder " + codec.library());
    }
    this.context = avcodec.avcodec_alloc_context3(library);
    this.frame = avutil.av_frame_alloc();
    this.packet = avcodec.av_packet_alloc();
    try {
      context.width(size.width()).height(size.height()).pix_fmt(pixelFormat);
      settings.set(context);
      open(library, codec.options());
      frame.width(size.width()).height(size.height()).format(pixelFormat);
      // Alignment to a byte: rows follow each other, so that a plane is copied at once.
      check("no memory for a picture", avutil.av_frame_get_buffer(frame, 1));
    } catch (RuntimeException | Error failure) {
      close();
      throw failure;
    }
  }

  private void open(AVCodec library, Map<String, String> options) {
    AVDictionary dictionary = new AVDictionary();
    try {
      options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
      check("cannot be opened", avcodec.avcodec_open2(context, library, dictionary));
    } finally {
      avutil.av_dict_free(dictionary);
      dictionary.close();
    }
  }

  /**
   * Encodes a picture into a packet.
   *
   * @param settings sets what is to be with this picture
   */
  Packet encode(Planes picture, Settings<AVFrame> settings) {
    if (!picture.size().equals(size)) {
      throw new IllegalArgumentException(
          "an encoder for %s was given a picture of %s".formatted(size, picture.size()));
    }
    check("no memory for a picture", avutil.av_frame_make_writable(frame));
    fill(picture);
    settings.set(frame);
    check("refuses a picture", avcodec.avcodec_send_frame(context, frame));
    check("encoded nothing", avcodec.avcodec_receive_packet(context, packet));
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    boolean isKey = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
    avcodec.av_packet_unref(packet);
    return new Packet(bytes, isKey);
  }

  private void fill(Planes picture) {
    int luma = Planes.lumaLength(size);
    int chroma = Planes.chromaLength(size);
    int width = size.width();
    copy(0, picture.bytes(), 0, luma, width);
    copy(1, picture.bytes(), luma, chroma, Planes.half(width));
    copy(2, picture.bytes(), luma + chroma, chroma, Planes.half(width));
  }

  /** Copies a plane, at once where libavcodec has nothing between rows either. */
  private void copy(int plane, byte[] bytes, int from, int length, int row) {
    BytePointer target = frame.data(plane);
    int stride = frame.linesize(plane);
    if (stride == row) {
      target.put(bytes, from, length);
      return;
    }
    for (int y = 0; y * row < length; y++) {
      target.position((long) y * stride).put(bytes, from + y * row, row);
    }
  }

  private void check(String problem, int result) {
    if (result < 0) {
      throw new EncodingException(
          "libavcodec's %s for %s %s: %s"
              .formatted(codec.library(), size, problem, message(result)));
    }
  }

  private static String message(int error) {
    byte[] text = new byte[LONGEST_MESSAGE];
    int _ = avutil.av_strerror(error, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      avcodec.av_packet_free(packet);
      avutil.av_frame_free(frame);
      avcodec.avcodec_free_context(context);
    }
  }
}
