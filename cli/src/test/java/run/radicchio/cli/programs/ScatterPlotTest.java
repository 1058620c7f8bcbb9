package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/** The points that {@code guests/scatter-plot} counts, beside those that Java counts. */
class ScatterPlotTest {
  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void program() {
    program = new Program("scatter-plot", folder);
  }

  /** How many points each texel has, the lowest row first. */
  private static final class Counts {
    private final int width;
    private final int height;
    private final int[] cells;
    private final String said;

    Counts(int width, int height, int[] cells, String said) {
      this.width = width;
      this.height = height;
      this.cells = cells;
      this.said = said;
    }

    long all() {
      return IntStream.of(cells).asLongStream().sum();
    }
  }

  private Counts counts(String source, String... options) throws IOException {
    String[] words = {source, "plot.png", "--counts", "counts", "--size", "420,300"};
    String[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    String said = program.output(all);
    Matcher size = Pattern.compile("within (\\d+) x (\\d+) texels").matcher(said);
    assertTrue(size.find(), said);
    IntBuffer buffer =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("counts")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer();
    int[] cells = new int[buffer.remaining()];
    buffer.get(cells);
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    assertEquals(width * height, cells.length);
    return new Counts(width, height, cells, said);
  }

  @Test
  void countsPointsOfFiles() throws IOException {
    SplittableRandom chance = new SplittableRandom(7);
    float[] points = new float[2 * 30_000];
    for (int i = 0; i < points.length; i++) {
      points[i] = (float) (chance.nextDouble() + chance.nextDouble() - 1) * 1.3f;
    }
    points[10] = Float.NaN;
    points[21] = Float.POSITIVE_INFINITY;
    points[30] = -0.75f;
    points[31] = -1;
    ByteBuffer bytes = ByteBuffer.allocate(4 * points.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(points);
    Files.write(folder.resolve("points.f32"), bytes.array());
    StringBuilder lines = new StringBuilder("left,up\n");
    for (int i = 0; i < points.length; i += 2) {
      lines.append(points[i]).append(", ").append(points[i + 1]).append(",more\n");
    }
    String text = lines.toString().replace("Infinity", "inf");
    Files.writeString(folder.resolve("points.csv"), text);

    Counts counts = counts("points.f32", "--range", "-0.75,1,-1,0.5");
    int[] expected = histogram(points, counts.width, counts.height);
    assertArrayEquals(expected, counts.cells);
    assertEquals(
        "30000 points, %d of them within %d x %d texels, at most %d in one\n"
            .formatted(
                counts.all(),
                counts.width,
                counts.height,
                IntStream.of(expected).max().orElseThrow()),
        counts.said);
    assertArrayEquals(expected, counts("points.csv", "--range", "-0.75,1,-1,0.5").cells);
    // Where nobody says what is shown, all are that are numbers.
    assertEquals(29_998, counts("points.f32").all());
  }

  /** In the numbers that the GPU has, so that each point is in the same cell. */
  private static int[] histogram(float[] points, int width, int height) {
    float right = (float) (width / 1.75);
    float up = (float) (height / 1.5);
    int[] cells = new int[width * height];
    for (int i = 0; i < points.length; i += 2) {
      float x = (points[i] - -0.75f) * right;
      float y = (points[i + 1] - -1f) * up;
      if (x >= 0 && y >= 0 && x < width && y < height) {
        int column = (int) x;
        int row = (int) y;
        cells[row * width + column]++;
      }
    }
    return cells;
  }

  @Test
  void anAttractorIsAsInLongerNumbers() throws IOException {
    double a = -1.4;
    double b = 1.6;
    double c = 1.0;
    double d = 0.7;
    Counts counts =
        counts(
            "clifford",
            "--attractor",
            "-1.4,1.6,1.0,0.7",
            "--points",
            "300000",
            "--range",
            "-2.1,2.1,-1.8,1.8");
    assertEquals(300_000, counts.all());
    int parts = 7;
    double[] shares = new double[parts * parts];
    for (int i = 0; i < counts.cells.length; i++) {
      int x = i % counts.width * parts / counts.width;
      int y = i / counts.width * parts / counts.height;
      shares[y * parts + x] += counts.cells[i] / 300_000.0;
    }
    double x = 0.1;
    double y = 0.1;
    for (int i = 0; i < 300_000; i++) {
      double next = Math.sin(a * y) + c * Math.cos(a * x);
      y = Math.sin(b * x) + d * Math.cos(b * y);
      x = next;
      int column = (int) ((x + 2.1) / 4.2 * parts);
      int row = (int) ((y + 1.8) / 3.6 * parts);
      shares[row * parts + column] -= 1 / 300_000.0;
    }
    double difference = Arrays.stream(shares).map(Math::abs).sum();
    assertTrue(difference < 0.05, "parts differ by " + difference);
  }

  @Test
  void aSeedMakesTheSameClusters() throws IOException {
    int[] one = counts("clusters", "--points", "20000").cells;
    assertArrayEquals(one, counts("clusters", "--points", "20000", "--seed", "1").cells);
    assertFalse(Arrays.equals(one, counts("clusters", "--points", "20000", "--seed", "2").cells));
  }

  @Test
  void drawsThem() throws IOException {
    for (String scale : new String[] {"log", "sqrt", "linear"}) {
      Counts counts = counts("clusters", "--points", "20000", "--scale", scale);
      var picture = ImageIO.read(folder.resolve("plot.png").toFile());
      assertEquals(420, picture.getWidth());
      assertEquals(300, picture.getHeight());
      int empty = 0;
      for (int i = 0; i < 420 * 300; i++) {
        empty += (picture.getRGB(i % 420, i / 420) & 0xffffff) == 0 ? 1 : 0;
      }
      long difference = empty - IntStream.of(counts.cells).filter(count -> count == 0).count();
      // The frame covers some.
      assertTrue(Math.abs(difference) <= counts.width + counts.height, "by " + difference);
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Files.write(folder.resolve("short.f32"), new byte[13]);
    Files.write(folder.resolve("empty.f32"), new byte[0]);
    Files.writeString(folder.resolve("bad.csv"), "x,y\n1,2\n3;4\nfive,6\n");
    program.fails("missing.csv cannot be read: ", "missing.csv", "out.png");
    program.fails(
        "short.f32 ends within a point: it has 13 bytes, and a point 8\n", "short.f32", "out.png");
    program.fails("empty.f32 has no points\n", "empty.f32", "out.png");
    program.fails("line 4 of bad.csv is no point, such as 1.5,-2: five,6\n", "bad.csv", "out.png");
    program.fails(
        "a range is from less to more, as in -1,1,-1,1\n",
        "clusters",
        "out.png",
        "--range",
        "1,0,0,1");
    program.fails("a chart takes more than ", "clusters", "out.png", "--size", "100,100");
    program.fails("none/out.png cannot be written: ", "clusters", "none/out.png", "--points", "5");
    Execution wrong = program.run("clusters", "out.png", "--range", "1,2");
    assertTrue(wrong.err().contains("\"1,2\" is not 4 numbers with commas between"), wrong.err());
  }

  @Test
  void explainsItselfAndSaysHowLongItTook() {
    String help = program.output("--help");
    assertTrue(help.contains("Usage: scatter-plot.wasm [OPTIONS] <SOURCE> <OUTPUT>"), help);
    Execution timed = program.run("clusters", "out.png", "--points", "1000", "--time");
    assertTrue(timed.err().matches("1000 points in \\d+\\.\\d{4} s\n"), timed.err());
  }
}
