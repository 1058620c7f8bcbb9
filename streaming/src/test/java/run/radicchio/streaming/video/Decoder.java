package run.radicchio.streaming.video;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import run.radicchio.surface.display.Size;

/** What a browser does. */
public final class Decoder implements AutoCloseable {
  private final AVCodecContext context;
  private final AVFrame frame = avutil.av_frame_alloc();
  private final AVPacket packet = avcodec.av_packet_alloc();

  /** Decodes what an encoder of that codec has made. */
  public Decoder(Codec codec) {
    var library =
        avcodec.avcodec_find_decoder(
            switch (codec) {
              case VP8 -> avcodec.AV_CODEC_ID_VP8;
              case VP9 -> avcodec.AV_CODEC_ID_VP9;
              case JPEG -> avcodec.AV_CODEC_ID_MJPEG;
            });
    context = avcodec.avcodec_alloc_context3(library);
    context.thread_count(1);
    assertTrue(avcodec.avcodec_open2(context, library, (AVDictionary) null) >= 0);
  }

  /** The picture in a packet. */
  public Planes decode(byte[] bytes) {
    assertTrue(avcodec.av_new_packet(packet, bytes.length) >= 0);
    packet.data().put(bytes);
    assertTrue(avcodec.avcodec_send_packet(context, packet) >= 0, "the packet cannot be decoded");
    avcodec.av_packet_unref(packet);
    assertTrue(avcodec.avcodec_receive_frame(context, frame) >= 0, "the packet holds no picture");
    Size size = new Size(frame.width(), frame.height());
    byte[] planes = new byte[Planes.length(size)];
    int at = 0;
    for (int plane = 0; plane < 3; plane++) {
      int width = plane == 0 ? size.width() : Planes.half(size.width());
      int height = plane == 0 ? size.height() : Planes.half(size.height());
      BytePointer source = frame.data(plane);
      for (int y = 0; y < height; y++, at += width) {
        source.position((long) y * frame.linesize(plane)).get(planes, at, width);
      }
    }
    return new Planes(size, planes);
  }

  @Override
  public void close() {
    avcodec.av_packet_free(packet);
    avutil.av_frame_free(frame);
    avcodec.avcodec_free_context(context);
  }
}
