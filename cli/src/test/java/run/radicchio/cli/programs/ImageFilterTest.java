package run.radicchio.cli.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/** The filters of {@code guests/image-filter}, beside the same in numbers of 64 bits. */
class ImageFilterTest {
  /** In files of 16 bits a sample. */
  private static final double STEP = 1.0 / 65535;

  @TempDir private Path folder;
  private Program program;
  private final Pixels translucent = Pixels.synthetic(61, 37, false);
  private final Pixels opaque = Pixels.synthetic(48, 33, true);

  @BeforeEach
  void images() throws IOException {
    program = new Program("image-filter", folder);
    translucent.write(folder.resolve("translucent.png"));
    opaque.write(folder.resolve("opaque.png"));
  }

  private Pixels filtered(String file, String... options) throws IOException {
    String[] words = {file, "out.png"};
    String[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    assertEquals("", program.output(all));
    return Pixels.read(folder.resolve("out.png"));
  }

  /** What a filter makes of light, in a file. */
  private static Pixels inLight(Pixels image, UnaryOperator<Pixels> filter) {
    Pixels light = image.colours(each(Filters::light)).premultiplied();
    return filter.apply(light).straight().colours(each(Filters::srgb)).rounded(65535);
  }

  private static UnaryOperator<double[]> each(DoubleUnaryOperator operator) {
    return colour -> Arrays.stream(colour).map(operator).toArray();
  }

  @Test
  void withoutFiltersNothingChanges() throws IOException {
    opaque.assertClose(filtered("opaque.png"), 0);
    translucent.premultiplied().assertClose(filtered("translucent.png").premultiplied(), STEP);
  }

  @Test
  void resizesInLight() throws IOException {
    Map<String, Filters.Shape> shapes =
        Map.of(
            "lanczos3", Filters.Shape.LANCZOS3,
            "mitchell", Filters.Shape.MITCHELL,
            "catmull-rom", Filters.Shape.CATMULL_ROM,
            "triangle", Filters.Shape.TRIANGLE);
    for (var shape : shapes.entrySet()) {
      inLight(opaque, image -> Filters.resized(image, 20, 50, shape.getValue()))
          .assertClose(filtered("opaque.png", "-f", "resize=20x50:" + shape.getKey()), 3 * STEP);
    }
    // Where nearly nothing is, its colour is not known well.
    inLight(translucent, image -> Filters.resized(image, 90, 55, Filters.Shape.LANCZOS3))
        .premultiplied()
        .assertClose(filtered("translucent.png", "-f", "resize=90x").premultiplied(), 3 * STEP);
  }

  @Test
  void aBoxDoublesPixels() throws IOException {
    Pixels twice = filtered("opaque.png", "-f", "resize=200%:box");
    for (int i = 0; i < twice.samples().length; i++) {
      int pixel = i / Pixels.CHANNELS;
      double expected =
          opaque.at(pixel % twice.width() / 2, pixel / twice.width() / 2, i % Pixels.CHANNELS);
      assertEquals(expected, twice.samples()[i], STEP);
    }
  }

  @Test
  void blurs() throws IOException {
    inLight(opaque, image -> Filters.blurred(image, 2.5))
        .assertClose(filtered("opaque.png", "-f", "blur=2.5"), 3 * STEP);
    // More than the image is large.
    inLight(opaque, image -> Filters.blurred(image, 20))
        .assertClose(filtered("opaque.png", "-f", "blur=20"), 3 * STEP);
    inLight(translucent, image -> Filters.blurred(image, 1))
        .premultiplied()
        .assertClose(filtered("translucent.png", "-f", "blur=1").premultiplied(), 3 * STEP);
  }

  @Test
  void findsEdges() throws IOException {
    inLight(opaque, image -> Filters.edges(image, 1.5))
        .assertClose(filtered("opaque.png", "-f", "edges=1.5"), 3 * STEP);
    Filters.edges(opaque, 1)
        .rounded(65535)
        .assertClose(filtered("opaque.png", "-f", "space=srgb,edges"), 3 * STEP);
  }

  @Test
  void convertsColours() throws IOException {
    // As they are published, with as many digits.
    double[][] p3 = {
      {0.8224621, 0.1775380, 0}, {0.0331941, 0.9668058, 0}, {0.0170827, 0.0723974, 0.9105199}
    };
    double[][] rec2020 = {
      {0.6274040, 0.3292820, 0.0433136},
      {0.0690970, 0.9195400, 0.0113612},
      {0.0163916, 0.0880132, 0.8955950}
    };
    double[][] luma = {
      {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}
    };
    Pixels light = opaque.colours(each(Filters::light));
    light
        .colours(c -> Filters.times(p3, c))
        .colours(each(Filters::srgb))
        .assertClose(filtered("opaque.png", "--to", "display-p3"), 8 * STEP);
    light
        .colours(c -> Filters.times(rec2020, c))
        .colours(each(Filters::video))
        .assertClose(filtered("opaque.png", "--to", "rec2020"), 8 * STEP);
    light.assertClose(filtered("opaque.png", "--to", "linear"), 2 * STEP);
    opaque
        .colours(each(Filters::videoLight))
        .colours(each(Filters::srgb))
        .assertClose(filtered("opaque.png", "--from", "rec709"), 3 * STEP);
    light
        .colours(c -> Filters.times(luma, c))
        .colours(each(Filters::srgb))
        .assertClose(filtered("opaque.png", "-f", "grey"), 8 * STEP);
  }

  @Test
  void eachSpaceLeadsBack() throws IOException {
    List<String> spaces =
        List.of(
            "srgb",
            "display-p3",
            "rec709",
            "rec2020",
            "oklab",
            "ycbcr601",
            "ycbcr709",
            "ycbcr2020");
    for (String space : spaces) {
      opaque.assertClose(filtered("opaque.png", "-f", "space=" + space), 4 * STEP);
    }
  }

  /** Luma and differences of colours are sums of red, green and blue, as blurred pixels are. */
  @Test
  void filtersWorkInTheSpaceThatIsAskedFor() throws IOException {
    Pixels expected =
        Filters.blurred(opaque.colours(each(Filters::light)).colours(each(Filters::video)), 1.5)
            .colours(each(Filters::videoLight))
            .colours(each(Filters::srgb));
    for (String space : List.of("rec709", "ycbcr601", "ycbcr709")) {
      expected.assertClose(
          filtered("opaque.png", "-f", "space=" + space, "-f", "blur=1.5"), 6 * STEP);
    }
    double[] red = {0.6279554, 0.2248631, 0.1258463};
    Pixels oklab = solid(new double[] {1, 0, 0});
    oklab.write(folder.resolve("red.png"));
    Pixels plane = filtered("red.png", "-f", "space=oklab", "--to", "oklab");
    for (int channel = 0; channel < red.length; channel++) {
      assertEquals(red[channel], plane.at(0, 0, channel), 1e-4);
    }
  }

  private static Pixels solid(double[] colour) {
    double[] samples = new double[4 * 4 * Pixels.CHANNELS];
    Arrays.fill(samples, 1);
    return new Pixels(4, 4, samples).colours(_ -> colour);
  }

  @Test
  void graphsJoin() throws IOException {
    Pixels sharpened =
        filtered("opaque.png", "-f", "blur=2[soft];[in][soft]mix=-0.5[sharp];[sharp]space=srgb");
    inLight(
            opaque,
            image -> {
              Pixels soft = Filters.blurred(image, 2);
              double[] samples = image.samples().clone();
              Arrays.setAll(samples, i -> 1.5 * samples[i] - 0.5 * soft.samples()[i]);
              return new Pixels(image.width(), image.height(), samples)
                  .map(light -> Math.clamp(light, 0, 1));
            })
        .assertClose(sharpened, 3 * STEP);
    inLight(opaque, image -> image.map(light -> light * light))
        .assertClose(filtered("opaque.png", "-f", "[in][in]multiply"), 3 * STEP);
    inLight(opaque, image -> image.map(light -> 2 * light - light * light))
        .assertClose(filtered("opaque.png", "-f", "[in][in]screen"), 3 * STEP);
  }

  @Test
  void mapsTones() throws IOException {
    double[] lights = {0, 0.001, 0.05, 0.18, 0.5, 1, 2.5, 40};
    Files.write(folder.resolve("lights.hdr"), radiance(lights));
    Map<String, DoubleUnaryOperator> curves =
        Map.of(
            "clip", light -> light,
            "reinhard", light -> light / (1 + light),
            "aces", light -> light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14),
            "hable", light -> filmic(2 * light) / filmic(11.2));
    for (var curve : curves.entrySet()) {
      Pixels mapped = filtered("lights.hdr", "-f", "tone=" + curve.getKey() + ":0.5");
      for (int i = 0; i < lights.length; i++) {
        double light = Math.sqrt(2) * shared(lights[i]);
        double expected = Filters.srgb(Math.clamp(curve.getValue().applyAsDouble(light), 0, 1));
        assertEquals(expected, mapped.at(i, 0, 1), 3 * STEP, curve.getKey());
      }
    }
  }

  private static double filmic(double x) {
    double a = 0.15, b = 0.5, c = 0.1, d = 0.2, e = 0.02, f = 0.3;
    return (x * (a * x + c * b) + d * e) / (x * (a * x + b) + d * f) - e / f;
  }

  /** A line of grey pixels as a Radiance picture. */
  private static byte[] radiance(double[] lights) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X " + lights.length + "\n")
            .getBytes(US_ASCII));
    if (lights.length >= 8) {
      file.writeBytes(new byte[] {2, 2, 0, (byte) lights.length});
      for (int channel = 0; channel < 4; channel++) {
        file.write(lights.length);
        for (double light : lights) {
          file.write(channel < 3 ? mantissa(light) : exponent(light) + 128);
        }
      }
    }
    return file.toByteArray();
  }

  private static int exponent(double light) {
    return light == 0 ? -128 : Math.getExponent(light) + 1;
  }

  private static int mantissa(double light) {
    return (int) Math.scalb(light, 8 - exponent(light));
  }

  /** What a Radiance picture has of a light. */
  private static double shared(double light) {
    return light == 0 ? 0 : Math.scalb((double) mantissa(light), exponent(light) - 8);
  }

  @Test
  void turnsWhatTheCameraTurned() throws IOException {
    BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 16, 16);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    byte[] plain = jpeg.toByteArray();
    // The only tag: orientation 6, "turn by 90 degrees to the right".
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(plain, 0, 2);
    turned.writeBytes(exif);
    turned.write(plain, 2, plain.length - 2);
    Files.write(folder.resolve("turned.jpg"), turned.toByteArray());
    Pixels upright = filtered("turned.jpg");
    assertEquals("16 x 32", upright.width() + " x " + upright.height());
    assertEquals(1, upright.at(8, 4, 0), 0.02);
    assertEquals(0, upright.at(8, 28, 0), 0.02);
  }

  @Test
  void writesOtherFormats() throws IOException {
    program.output("opaque.png", "out.jpg", "--quality", "100");
    opaque.assertClose(Pixels.read(folder.resolve("out.jpg")), 0.5);
    program.output("opaque.png", "out.bmp");
    opaque.assertClose(Pixels.read(folder.resolve("out.bmp")), 0.5 / 255 + STEP);
    program.output("opaque.png", "eight.png", "--depth", "8");
    opaque.assertClose(Pixels.read(folder.resolve("eight.png")), 0.5 / 255 + STEP);
    program.output("opaque.png", "out.hdr");
    opaque.assertClose(filtered("out.hdr"), 0.06);
  }

  @Test
  void saysHowLongItTook() {
    Execution timed = program.run("opaque.png", "out.png", "--filter", "blur=3", "--time");
    assertEquals(0, timed.exitCode(), timed.err());
    assertTrue(timed.err().matches("filtered 10 times in \\d+\\.\\d{4} s\n"), timed.err());
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Files.writeString(folder.resolve("text.png"), "no image");
    byte[] whole = Files.readAllBytes(folder.resolve("opaque.png"));
    Files.write(folder.resolve("short.png"), Arrays.copyOf(whole, whole.length / 2));
    program.fails("missing.png cannot be read: ", "missing.png", "out.png");
    program.fails("text.png cannot be read: ", "text.png", "out.png");
    program.fails("short.png cannot be read: ", "short.png", "out.png");
    program.fails("out.txt is no name of an image", "opaque.png", "out.txt");
    program.fails("none/out.png cannot be written: ", "opaque.png", "none/out.png");
    program.fails(
        "such a file has no samples of 16 bits", "opaque.png", "out.jpg", "--depth", "16");
  }

  @Test
  void saysWhatIsWrongInAGraph() {
    Map<String, String> graphs =
        Map.of(
            "blure=2",
            "filter \"blure=2\": there is no such filter; there are resize, blur, ",
            "blur=x",
            "filter \"blur=x\": \"x\" is no number",
            "blur=-1",
            "filter \"blur=-1\": its sigma is more than 0 and at most 1000",
            "resize=0x4",
            "filter \"resize=0x4\": \"0x4\" is no size: 640x360, 640x, x360 or 50%",
            "grey:2",
            "filter \"grey:2\": there is no such filter",
            "grey=2",
            "filter \"grey=2\": nothing of it is \"2\"",
            "[soft]blur=2",
            "nothing before \"[soft]blur=2\" is named [soft]",
            "add",
            "\"add\" works on 2 images and is given 1: name them before it, as in [in]",
            "resize=50%[a];[in][a]add",
            "filter \"add\": its two images are 48 x 33 and 24 x 17 pixels large: resize one",
            "blur=1,,grey",
            "the graph lacks a filter at \"\"");
    graphs.forEach(
        (graph, message) -> program.fails(message, "opaque.png", "out.png", "-f", graph));
  }

  @Test
  void saysWhatIsTooMuch() {
    program
        .run("opaque.png", "out.png", "-f", "resize=40000x40000")
        .failed(1, "this takes 25600000000 bytes in a buffer; the GPU allows 1073741824\n");
  }

  @Test
  void explainsItself() {
    String help = program.output("--help");
    assertTrue(help.contains("Usage: image-filter.wasm [OPTIONS] <INPUT> <OUTPUT>"), help);
    assertTrue(help.contains("resize=SIZE:KERNEL"), help);
  }
}
