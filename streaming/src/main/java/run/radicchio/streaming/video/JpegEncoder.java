package run.radicchio.streaming.video;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import run.radicchio.surface.display.Size;

/** Each picture a JPEG file, as good as the rate lets it be. */
final class JpegEncoder implements Encoder {
  /** libavcodec's quantizers: the best and the worst that still shows something. */
  private static final int BEST = 2;

  private static final int WORST = 24;
  private static final int USUAL = 5;

  private final Libavcodec libavcodec;
  private int quantizer = USUAL;

  JpegEncoder(Size size) {
    this.libavcodec =
        new Libavcodec(Codec.JPEG, size, avutil.AV_PIX_FMT_YUVJ420P, JpegEncoder::byQuality);
  }

  private static void byQuality(AVCodecContext context) {
    context
        .flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE)
        .color_range(avutil.AVCOL_RANGE_JPEG)
        .colorspace(avutil.AVCOL_SPC_SMPTE170M);
    context.time_base().num(1).den(30);
  }

  @Override
  public Packet encode(Planes picture, boolean asKey, Duration since, int bitsPerSecond) {
    Packet packet =
        libavcodec.encode(
            Jfif.of(picture), frame -> frame.quality(quantizer * avutil.FF_QP2LAMBDA));
    adapt(packet.bytes().length, since.toNanos() / 1e9 * bitsPerSecond / Byte.SIZE);
    return new Packet(packet.bytes(), true);
  }

  /** What was too large or much too small makes the next one worse or better. */
  private void adapt(int bytes, double wanted) {
    int step = Math.max(1, quantizer / 4);
    if (bytes > wanted) {
      quantizer = Math.min(WORST, quantizer + step);
    } else if (bytes < wanted / 2) {
      quantizer = Math.max(BEST, quantizer - step);
    }
  }

  @Override
  public void close() {
    libavcodec.close();
  }
}
