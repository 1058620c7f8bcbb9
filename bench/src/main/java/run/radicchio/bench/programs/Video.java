package run.radicchio.bench.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;
import run.radicchio.webgpu.GpuBuffer;

/**
 * Frames that {@code guests/video-filter} blurs, three at once. Of their 4:2:0 planes, a sample of
 * chroma is in the middle of four of luma. The program reads them all and writes them all, as Java
 * has the GPU be given each, and give it back.
 */
record Video(int width, int height, int frames, double sigma) implements Work {
  private static final int IN_FLIGHT = 3;

  /** Invocations along the first axis of a dispatch that makes a word each, and in a workgroup. */
  private static final int ROW = 1 << 16;

  private static final int WORKGROUP = 64;

  /** As {@code convert.wgsl} calls what video makes of light. */
  private static final double VIDEO = 2;

  private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  /** What part red, green and blue have in luma, by BT.601. */
  private static final double RED = 0.299;

  private static final double GREEN = 0.587;
  private static final double BLUE = 0.114;

  private static final double[][] TO_YCBCR = {
    {RED, GREEN, BLUE},
    {-0.5 * RED / (1 - BLUE), -0.5 * GREEN / (1 - BLUE), 0.5},
    {0.5, -0.5 * GREEN / (1 - RED), -0.5 * BLUE / (1 - RED)}
  };
  private static final double[][] FROM_YCBCR = {
    {1, 0, 2 * (1 - RED)},
    {1, -2 * BLUE * (1 - BLUE) / GREEN, -2 * RED * (1 - RED) / GREEN},
    {1, 2 * (1 - BLUE), 0}
  };

  @Override
  public String program() {
    return "video-filter";
  }

  @Override
  public List<String> arguments() {
    return List.of("--filter", "blur=" + sigma, "--matrix", "ycbcr601");
  }

  @Override
  public InputStream input() {
    Stream<byte[]> parts =
        Stream.concat(
            Stream.of("YUV4MPEG2 W%d H%d C420jpeg\n".formatted(width, height).getBytes(US_ASCII)),
            Stream.generate(() -> Stream.of("FRAME\n".getBytes(US_ASCII), frame()))
                .limit(frames)
                .flatMap(part -> part));
    return new SequenceInputStream(
        Collections.enumeration(parts.<InputStream>map(ByteArrayInputStream::new).toList()));
  }

  /** All are the same. */
  private byte[] frame() {
    byte[] noise = new byte[width * height + 2 * Math.ceilDiv(width, 2) * Math.ceilDiv(height, 2)];
    new Random(1).nextBytes(noise);
    return noise;
  }

  @Override
  public String size() {
    return "%d x %d, %d frames, sigma %s".formatted(width, height, frames, sigma);
  }

  @Override
  public OnGpu inJava(Device device, Program program) {
    return new OnGpu(device);
  }

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final ByteBuffer frame;
    private final GpuBuffer input;
    private final GpuBuffer output;
    private final Passes passes;
    private final Queue<GpuBuffer> free = new ArrayDeque<>();
    private final Queue<GpuBuffer> busy = new ArrayDeque<>();
    private ByteBuffer last = ByteBuffer.allocate(0);

    OnGpu(Device device) {
      this.device = device;
      byte[] bytes = frame();
      int words = Math.ceilDiv(bytes.length, 4);
      frame = ByteBuffer.allocateDirect(4 * words).put(0, bytes);
      input = device.storage(frame.capacity());
      output = device.storage(frame.capacity());
      for (int i = 0; i < IN_FLIGHT; i++) {
        free.add(device.readable(frame.capacity()));
      }
      GpuBuffer one = device.storage(16L * width * height);
      GpuBuffer other = device.storage(16L * width * height);
      GpuBuffer decoding = device.stored(Passes.matrices(FROM_YCBCR, IDENTITY, IDENTITY));
      GpuBuffer encoding = device.stored(Passes.matrices(IDENTITY, IDENTITY, TO_YCBCR));
      passes = new Passes(device, width, height);
      passes.add(code("read"), planes(), input, one);
      passes.convert(VIDEO, 0, decoding, one, other);
      passes.blur(sigma, other, one);
      passes.convert(0, VIDEO, encoding, other, one);
      Map<String, Double> written = new HashMap<>(planes());
      written.putAll(Map.of("most", 255.0, "row", (double) ROW));
      int across = Math.ceilDiv(Math.min(words, ROW), WORKGROUP);
      passes.add(across, Math.ceilDiv(words, ROW), code("write"), written, one, output);
    }

    private static String code(String way) {
      return Device.code(
          "video-filter/src/planar.wgsl", "video-filter/src/planar-%s.wgsl".formatted(way));
    }

    private static Map<String, Double> planes() {
      return Map.of(
          "across", 2.0,
          "down", 2.0,
          "left", 0.0,
          "top", 0.0,
          "deep", 0.0,
          "luma_black", 16.0,
          "luma_range", 219.0,
          "chroma_zero", 128.0,
          "chroma_range", 224.0);
    }

    @Override
    public void begin() {}

    @Override
    public void run() {
      for (int number = 0; number < frames; number++) {
        if (free.isEmpty()) {
          takeFrame();
        }
        device.write(input, frame);
        GpuBuffer target = free.remove();
        device.submit(
            encoder -> {
              Device.compute(encoder, passes::dispatch);
              encoder.copyBufferToBuffer(output, null, target, null, null);
            });
        busy.add(target);
      }
      while (!busy.isEmpty()) {
        takeFrame();
      }
    }

    private void takeFrame() {
      GpuBuffer done = busy.remove();
      last = Device.take(done);
      free.add(done);
    }

    /** The last frame, and what is after it to a whole word. */
    ByteBuffer result() {
      return last;
    }
  }
}
