package run.radicchio.streaming.video;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avutil;
import run.radicchio.surface.display.Size;

/**
 * VP8 and VP9.
 *
 * <p>libavcodec does not let the bit rate of libvpx change, and another encoder would begin with a
 * key, which is large just when there is little room. So the encoder has one rate for ever, and its
 * time runs faster or slower: at twice the rate, a picture is said to come after twice the time.
 */
final class VideoEncoder implements Encoder {
  private static final int NOMINAL_BITS_PER_SECOND = 1_000_000;

  /** The encoder's time is counted in these. */
  private static final int TICKS_PER_SECOND = 1_000_000;

  /** A picture after a long rest is no larger than one after this, since it is sent at once. */
  private static final long LONGEST_TICKS = 2 * TICKS_PER_SECOND;

  private final Libavcodec libavcodec;
  private long now;

  VideoEncoder(Codec codec, Size size) {
    this.libavcodec =
        new Libavcodec(codec, size, avutil.AV_PIX_FMT_YUV420P, VideoEncoder::constantRate);
  }

  private static void constantRate(AVCodecContext context) {
    context
        .bit_rate(NOMINAL_BITS_PER_SECOND)
        .rc_min_rate(NOMINAL_BITS_PER_SECOND)
        .rc_max_rate(NOMINAL_BITS_PER_SECOND)
        .rc_buffer_size(NOMINAL_BITS_PER_SECOND / 2)
        .color_range(avutil.AVCOL_RANGE_MPEG)
        .colorspace(avutil.AVCOL_SPC_BT709);
    context.time_base().num(1).den(TICKS_PER_SECOND);
    context.framerate().num(30).den(1);
  }

  @Override
  public Packet encode(Planes picture, boolean asKey, Duration since, int bitsPerSecond) {
    double stretched =
        since.toNanos() / 1e9 * TICKS_PER_SECOND * bitsPerSecond / NOMINAL_BITS_PER_SECOND;
    long ticks = Math.clamp((long) stretched, 1, LONGEST_TICKS);
    now += ticks;
    return libavcodec.encode(
        picture,
        frame ->
            frame
                .pts(now)
                .duration(ticks)
                .pict_type(asKey ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE));
  }

  @Override
  public void close() {
    libavcodec.close();
  }
}
