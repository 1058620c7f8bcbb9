package run.radicchio.cli.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/** The filters of {@code guests/video-filter}, between standard input and standard output. */
class VideoFilterTest {
  private static final int WIDTH = 38;
  private static final int HEIGHT = 21;

  @TempDir private Path folder;

  /** A plane of samples, from 0 to what its bits allow. */
  private record Plane(int width, int height, List<Double> samples) {
    double at(int x, int y) {
      return samples.get(Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1));
    }

    /** One of any size, each sample of which a function gives. */
    static Plane of(int width, int height, java.util.function.IntToDoubleFunction sample) {
      List<Double> samples = new ArrayList<>();
      for (int i = 0; i < width * height; i++) {
        samples.add(sample.applyAsDouble(i));
      }
      return new Plane(width, height, samples);
    }

    static Plane noise(int width, int height, int low, int high, long seed) {
      SplittableRandom chance = new SplittableRandom(seed);
      return of(width, height, _ -> chance.nextInt(low, high));
    }

    Plane blurred(double sigma) {
      double[] four = new double[Pixels.CHANNELS * samples.size()];
      Arrays.setAll(four, i -> samples.get(i / Pixels.CHANNELS));
      double[] blurred = Filters.blurred(new Pixels(width, height, four), sigma).samples();
      return of(width, height, i -> blurred[Pixels.CHANNELS * i]);
    }

    /** Twice as large along an axis, where samples were at even places or between two. */
    Plane doubled(boolean across, int length, boolean atFirst) {
      int wide = across ? length : width;
      return of(
          wide,
          across ? height : length,
          i -> {
            int x = i % wide;
            int y = i / wide;
            double place = ((across ? x : y) - (atFirst ? 0 : 0.5)) / 2;
            int low = (int) Math.floor(place);
            double part = place - low;
            double first = across ? at(low, y) : at(x, low);
            double second = across ? at(low + 1, y) : at(x, low + 1);
            return first + part * (second - first);
          });
    }

    Plane halved(boolean across, boolean atFirst) {
      int wide = across ? (width + 1) / 2 : width;
      return of(
          wide,
          across ? height : (height + 1) / 2,
          i -> {
            int x = i % wide;
            int y = i / wide;
            double before = across ? at(2 * x - 1, y) : at(x, 2 * y - 1);
            double own = across ? at(2 * x, y) : at(x, 2 * y);
            double after = across ? at(2 * x + 1, y) : at(x, 2 * y + 1);
            return atFirst ? (before + 2 * own + after) / 4 : (own + after) / 2;
          });
    }

    void write(ByteArrayOutputStream to, int bytes) {
      for (double sample : samples) {
        for (int i = 0; i < bytes; i++) {
          to.write((int) sample >> (8 * i));
        }
      }
    }
  }

  private static byte[] frames(String header, int bytes, List<List<Plane>> frames) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes((header + "\n").getBytes(US_ASCII));
    for (List<Plane> frame : frames) {
      stream.writeBytes("FRAME\n".getBytes(US_ASCII));
      frame.forEach(plane -> plane.write(stream, bytes));
    }
    return stream.toByteArray();
  }

  private Execution run(byte[] input, OutputStream output, String... options) {
    return new Program("video-filter", folder)
        .between(new ByteArrayInputStream(input), output, options);
  }

  private byte[] filtered(byte[] input, String... options) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    run(input, output, options).printed("");
    return output.toByteArray();
  }

  /** Checks the only frame of a stream: no sample differs by more than one step. */
  private static void assertFrame(String header, int bytes, List<Plane> expected, byte[] stream) {
    byte[] begin = (header + "\nFRAME\n").getBytes(US_ASCII);
    assertArrayEquals(begin, Arrays.copyOf(stream, begin.length));
    int place = begin.length;
    for (Plane plane : expected) {
      for (int i = 0; i < plane.samples.size(); i++) {
        int sample = 0;
        for (int part = 0; part < bytes; part++) {
          sample |= (stream[place++] & 0xff) << (8 * part);
        }
        // Half a step is lost to rounding, by either.
        assertEquals(plane.samples.get(i), sample, 0.52, "sample " + i + " of " + plane.width);
      }
    }
    assertEquals(stream.length, place);
  }

  /** Blurring sums samples up, and so it does not matter what they mean. */
  @Test
  void blursPlanes() {
    String header = "YUV4MPEG2 W38 H21 F25:1 Ip A1:1 C444 XCOLORRANGE=FULL";
    List<Plane> planes = new ArrayList<>();
    for (int plane = 0; plane < 3; plane++) {
      planes.add(Plane.noise(WIDTH, HEIGHT, 0, 256, plane));
    }
    byte[] output = filtered(frames(header, 1, List.of(planes)), "-f", "space=ycbcr601,blur=1.5");
    assertFrame(header, 1, planes.stream().map(plane -> plane.blurred(1.5)).toList(), output);
  }

  @Test
  void chromaIsBetweenPixelsOrAtTheLeftOnes() {
    for (Map.Entry<String, List<Boolean>> siting :
        Map.of(
                "420jpeg", List.of(false, false),
                "420mpeg2", List.of(true, false),
                "420paldv", List.of(true, true))
            .entrySet()) {
      boolean left = siting.getValue().getFirst();
      boolean top = siting.getValue().getLast();
      String header = "YUV4MPEG2 W38 H21 F30000:1001 Ip A0:0 C" + siting.getKey();
      Plane luma = Plane.noise(WIDTH, HEIGHT, 16, 236, 1);
      List<Plane> chroma =
          List.of(Plane.noise(19, 11, 90, 160, 2), Plane.noise(19, 11, 100, 140, 3));
      List<Plane> expected = new ArrayList<>(List.of(luma.blurred(1)));
      for (Plane plane : chroma) {
        expected.add(
            plane
                .doubled(true, WIDTH, left)
                .doubled(false, HEIGHT, top)
                .blurred(1)
                .halved(true, left)
                .halved(false, top));
      }
      List<Plane> planes = List.of(luma, chroma.getFirst(), chroma.getLast());
      byte[] output = filtered(frames(header, 1, List.of(planes)), "-f", "space=ycbcr601,blur=1");
      assertFrame(header, 1, expected, output);
    }
  }

  @Test
  void samplesMayHaveMoreBits() {
    String header = "YUV4MPEG2 W38 H21 F25:1 Ip A1:1 C422p10 XYSCSS=422P10";
    Plane luma = Plane.noise(WIDTH, HEIGHT, 64, 941, 1);
    Plane blue = Plane.noise(19, HEIGHT, 300, 700, 2);
    Plane red = Plane.noise(19, HEIGHT, 400, 600, 3);
    List<Plane> expected =
        List.of(
            luma.blurred(2),
            blue.doubled(true, WIDTH, true).blurred(2).halved(true, true),
            red.doubled(true, WIDTH, true).blurred(2).halved(true, true));
    byte[] input = frames(header, 2, List.of(List.of(luma, blue, red)));
    assertFrame(
        header,
        2,
        expected,
        filtered(input, "-f", "space=ycbcr2020,blur=2", "--matrix", "ycbcr2020"));
  }

  @Test
  void framesStayInOrderAndTheHeaderSaysTheirSize() {
    String words = " F25:1 Ip A1:1 C444 XYSCSS=444";
    List<List<Plane>> before = new ArrayList<>();
    List<List<Plane>> after = new ArrayList<>();
    for (int frame = 0; frame < 7; frame++) {
      int luma = 30 + 20 * frame;
      before.add(
          List.of(flat(WIDTH, HEIGHT, luma), flat(WIDTH, HEIGHT, 120), flat(WIDTH, HEIGHT, 140)));
      after.add(List.of(flat(80, 50, luma), flat(80, 50, 120), flat(80, 50, 140)));
    }
    byte[] input = frames("YUV4MPEG2 W38 H21" + words, 1, before);
    byte[] expected = frames("YUV4MPEG2 W80 H50" + words, 1, after);
    for (String inFlight : List.of("1", "3", "16")) {
      assertArrayEquals(
          expected, filtered(input, "--filter", "resize=80x50", "--in-flight", inFlight));
    }
  }

  private static Plane flat(int width, int height, int sample) {
    return Plane.of(width, height, _ -> sample);
  }

  @Test
  void takesPixelsWithoutHeaders() {
    Pixels image = Pixels.synthetic(WIDTH, HEIGHT, false).rounded(255);
    for (int channels : List.of(3, 4)) {
      byte[] input = packed(image, channels);
      byte[] two = Arrays.copyOf(input, 2 * input.length);
      System.arraycopy(input, 0, two, input.length, input.length);
      String format = channels == 3 ? "rgb24" : "rgba";
      byte[] output = filtered(two, "--raw", format, "--size", "38x21", "-f", "space=srgb,blur=1");
      Pixels opaque = channels == 3 ? withoutOpacity(image) : image.premultiplied();
      Pixels blurred = Filters.blurred(opaque, 1);
      byte[] expected = packed(channels == 3 ? blurred : blurred.straight(), channels);
      assertEquals(two.length, output.length);
      for (int i = 0; i < output.length; i++) {
        assertEquals(expected[i % expected.length] & 0xff, output[i] & 0xff, 1);
      }
    }
  }

  private static Pixels withoutOpacity(Pixels image) {
    double[] samples = image.samples().clone();
    for (int i = 3; i < samples.length; i += Pixels.CHANNELS) {
      samples[i] = 1;
    }
    return new Pixels(image.width(), image.height(), samples);
  }

  private static byte[] packed(Pixels image, int channels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < image.samples().length; i++) {
      if (i % Pixels.CHANNELS < channels) {
        bytes.write((int) Math.rint(255 * image.samples()[i]));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void writesWhatIsWholeBeforeItSaysWhatIsNot() {
    byte[] three = new byte[3 * 12 + 5];
    Arrays.fill(three, (byte) 77);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    run(three, output, "--raw", "rgb24", "--size", "2x2", "-f", "blur=1")
        .failed(1, "the input ends within frame 4: it has 5 of 12 bytes\n");
    assertArrayEquals(Arrays.copyOf(three, 36), output.toByteArray());
  }

  @Test
  void endsWhereNobodyReadsAnyMore() {
    byte[] input = new byte[1 << 20];
    OutputStream closed =
        new OutputStream() {
          private int taken;

          @Override
          public void write(int b) throws IOException {
            if (++taken > 100_000) {
              throw new IOException("Broken pipe");
            }
          }
        };
    run(input, closed, "--raw", "rgb24", "--size", "64x64", "-f", "blur=1").printed("");
  }

  @Test
  void saysHowLongItTook() {
    Execution timed =
        run(
            new byte[24],
            OutputStream.nullOutputStream(),
            "--raw",
            "rgb24",
            "--size",
            "2x2",
            "-f",
            "grey",
            "--time");
    assertTrue(timed.err().matches("2 frames in \\d+\\.\\d{4} s\n"), timed.err());
  }

  @Test
  void saysWhatIsWrong() {
    Map.of(
            "", "the input is empty\n",
            "RIFF\n",
                "the input is no YUV4MPEG2: it comes of \"ffmpeg -i FILE -f yuv4mpegpipe -\", or is told by --raw\n",
            "YUV4MPEG2 W2 H2", "the input ends within a header\n",
            "YUV4MPEG2 W2 F25:1\n", "the input's header says no size: YUV4MPEG2 W2 F25:1\n",
            "YUV4MPEG2 W2 H2 It\n",
                "the input is interlaced (It): deinterlace it first, as by ffmpeg's -vf bwdif\n",
            "YUV4MPEG2 W2 H2 C411\n",
                "samples of \"411\" are not known: they are 420, 422 or 444, of 8 to 16 bits\n",
            "YUV4MPEG2 W2 H2\nFRAM\n", "frame 1 of the input does not begin with FRAME\n",
            "YUV4MPEG2 W9000 H9000\n",
                "this takes 1296000000 bytes in a buffer; the GPU allows 1073741824\n")
        .forEach(
            (input, message) ->
                run(input.getBytes(US_ASCII), OutputStream.nullOutputStream(), "-f", "blur=1")
                    .failed(1, message));
  }

  @Test
  void explainsItself() {
    String help = new Program("video-filter", folder).output("--help");
    assertTrue(help.contains("ffmpeg -i a.mp4 -f yuv4mpegpipe"), help);
    assertTrue(help.contains("resize=SIZE:KERNEL"), help);
  }
}
