package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/** What {@code guests/volume} lets through of light, beside what the law of absorption says. */
class VolumeTest {
  /** The part of a picture of 200 x 130 texels that shows the volume. */
  private static final int WIDTH = 80;

  private static final int HEIGHT = 84;

  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void program() {
    program = new Program("volume", folder);
  }

  /** Red, green and blue light of each texel, and how much comes through. */
  private double[] light(String source, String... options) throws IOException {
    String[] words = {
      source,
      "out.png",
      "--picture",
      "200,130",
      "--light",
      "light",
      "--yaw",
      "25",
      "--pitch",
      "40",
      "--distance",
      "6",
      "--exponent",
      "1"
    };
    String[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    String said = program.output(all);
    assertTrue(said.startsWith(WIDTH + " x " + HEIGHT + " rays: "), said);
    double[] light = program.numbers("light");
    assertEquals(4 * WIDTH * HEIGHT, light.length);
    return light;
  }

  /** A ray through a texel, from the camera that the options above say. */
  private static final class Ray {
    private final double[] eye;
    private final double[] direction;

    Ray(double[] eye, double[] direction) {
      this.eye = eye;
      this.direction = direction;
    }

    static Ray through(int texel) {
      double yaw = Math.toRadians(25);
      double pitch = Math.toRadians(40);
      double[] out = {
        Math.cos(pitch) * Math.cos(yaw), Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch)
      };
      double[] right = {-Math.sin(yaw), Math.cos(yaw), 0};
      double[] up = {
        -Math.sin(pitch) * Math.cos(yaw), -Math.sin(pitch) * Math.sin(yaw), Math.cos(pitch)
      };
      double scale = Math.tan(Math.toRadians(16));
      double x = scale * WIDTH / HEIGHT * (2 * (texel % WIDTH + 0.5) / WIDTH - 1);
      int row = texel / WIDTH;
      double y = scale * (1 - 2 * (row + 0.5) / HEIGHT);
      double[] direction = new double[3];
      Arrays.setAll(direction, axis -> x * right[axis] + y * up[axis] - out[axis]);
      double length = Math.sqrt(dot(direction, direction));
      return new Ray(
          Arrays.stream(out).map(part -> 6 * part).toArray(),
          Arrays.stream(direction).map(part -> part / length).toArray());
    }

    private static double dot(double[] a, double[] b) {
      return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    double at(double distance, int axis) {
      return eye[axis] + distance * direction[axis];
    }

    /** From where to where it is in a box around the middle. */
    double[] inBox(double... corner) {
      double begin = 0;
      double end = Double.POSITIVE_INFINITY;
      for (int axis = 0; axis < 3; axis++) {
        double one = (-corner[axis] - eye[axis]) / direction[axis];
        double other = (corner[axis] - eye[axis]) / direction[axis];
        begin = Math.max(begin, Math.min(one, other));
        end = Math.min(end, Math.max(one, other));
      }
      return new double[] {begin, Math.max(begin, end)};
    }

    double lengthInBall(double radius) {
      double nearest = -dot(eye, direction);
      double square = dot(eye, eye) - nearest * nearest;
      return 2 * Math.sqrt(Math.max(0, radius * radius - square));
    }
  }

  private void file(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static byte[] full(int count) {
    byte[] samples = new byte[count];
    Arrays.fill(samples, (byte) 255);
    return samples;
  }

  @Test
  void aBoxAbsorbsByTheLengthOfTheWay() throws IOException {
    file("full.u8", full(12 * 9 * 6));
    double[] light = light("full.u8", "--size", "12,9,6", "--density", "1.3", "--shading", "0");
    int inside = 0;
    for (int texel = 0; texel < WIDTH * HEIGHT; texel++) {
      double[] way = Ray.through(texel).inBox(1, 0.75, 0.5);
      double length = way[1] - way[0];
      inside += length > 0 ? 1 : 0;
      double through = light[4 * texel + 3];
      assertEquals(Math.exp(-1.3 * length), through, 2e-5);
      // All light that is taken is one colour's, the last of the colours.
      assertEquals(0.95 * (1 - through), light[4 * texel], 0.06 * (1 - through) + 1e-5);
    }
    assertTrue(inside > WIDTH * HEIGHT / 8, "rays in the box: " + inside);
  }

  @Test
  void aBallAbsorbsByTheLengthOfTheWay() throws IOException {
    double[] light = light("ball", "--size", "96,96,96", "--density", "2");
    double sum = 0;
    for (int texel = 0; texel < WIDTH * HEIGHT; texel++) {
      double length = Ray.through(texel).lengthInBall(0.8);
      double difference = Math.abs(Math.exp(-2 * length) - light[4 * texel + 3]);
      // A ray that nearly misses it goes far through voxels of the surface.
      double most = length > 0.5 ? 0.01 : 0.15;
      assertTrue(difference < most, "texel " + texel + " differs by " + difference);
      sum += difference;
    }
    assertTrue(sum / (WIDTH * HEIGHT) < 0.002, "in the mean: " + sum / (WIDTH * HEIGHT));
  }

  /** Between voxels, and up to the box, values are those around. */
  @Test
  void valuesAreBetweenThoseOfVoxels() throws IOException {
    int depth = 8;
    ByteBuffer floats = ByteBuffer.allocate(4 * 5 * 5 * depth).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer shorts = ByteBuffer.allocate(2 * 5 * 5 * depth).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 5 * 5 * depth; i++) {
      int slice = i / 25;
      floats.putFloat(-3 + 2 * (slice / 7f));
      shorts.putShort((short) Math.round(65535 * (0.25 + 0.5 * slice / 7)));
    }
    file("slices.f32", floats.array());
    file("slices.u16", shorts.array());
    double[] light =
        light(
            "slices.f32",
            "--size",
            "5,5,8",
            "--samples",
            "f32",
            "--range",
            "-3,-1",
            "--density",
            "1");
    for (int texel = 0; texel < WIDTH * HEIGHT; texel++) {
      Ray ray = Ray.through(texel);
      double[] way = ray.inBox(0.625, 0.625, 1);
      double sum = 0;
      int steps = 2000;
      for (int step = 0; step < steps; step++) {
        double z = ray.at(way[0] + (way[1] - way[0]) * (step + 0.5) / steps, 2);
        sum += Math.clamp(((z + 1) / 2 * depth - 0.5) / 7, 0, 1) / steps;
      }
      assertEquals(Math.exp(-(way[1] - way[0]) * sum), light[4 * texel + 3], 1e-3);
    }
    double[] same =
        light(
            "slices.u16",
            "--size",
            "5,5,8",
            "--samples",
            "u16",
            "--range",
            "0.25,0.75",
            "--density",
            "1");
    for (int i = 0; i < light.length; i++) {
      assertEquals(light[i], same[i], 1e-3);
    }
  }

  @Test
  void drawsWhatItComputes() throws IOException {
    for (String source : new String[] {"hydrogen", "cloud", "metaballs"}) {
      double[] light = light(source, "--size", "24,24,24", "--colours", "sea");
      double brightest = 0;
      double least = 1;
      for (int i = 0; i < light.length; i += 4) {
        brightest = Math.max(brightest, light[i + 1]);
        least = Math.min(least, light[i + 3]);
      }
      assertTrue(brightest > 0.2 && least < 0.6, source + ": " + brightest + " and " + least);
      var picture = ImageIO.read(folder.resolve("out.png").toFile());
      assertEquals("200 x 130", picture.getWidth() + " x " + picture.getHeight());
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    file("small.u8", full(100));
    program.fails("missing.u8 cannot be read: ", "missing.u8", "out.png", "--size", "2,2,2");
    program.fails(
        "how many voxels a file has is for --size to say, as in 128,128,64\n",
        "small.u8",
        "out.png");
    program.fails(
        "small.u8 has 100 bytes; 5 x 5 x 4 samples of u16 are 200\n",
        "small.u8",
        "out.png",
        "--size",
        "5,5,4",
        "--samples",
        "u16");
    program.fails(
        "this takes 70000 texels along an edge of a volume; the GPU allows ",
        "ball",
        "out.png",
        "--size",
        "8,8,70000");
    program.fails(
        "the camera is in the volume: --distance is to be more\n",
        "ball",
        "out.png",
        "--distance",
        "1.2");
    program.fails("a picture takes more than ", "ball", "out.png", "--picture", "50,50");
    program.fails("--range is from less to more", "ball", "out.png", "--range", "1,1");
    program.fails("none/out.png cannot be written: ", "ball", "none/out.png", "--size", "8,8,8");
    Execution wrong = program.run("ball", "out.png", "--size", "1,2");
    assertTrue(wrong.err().contains("\"1,2\" is not 3 such numbers"), wrong.err());
  }

  @Test
  void explainsItselfAndSaysHowLongItTook() {
    String help = program.output("--help");
    assertTrue(help.contains("Usage: volume.wasm [OPTIONS] <SOURCE> <OUTPUT>"), help);
    Execution timed =
        program.run("ball", "out.png", "--size", "8,8,8", "--picture", "200,130", "--time");
    assertTrue(timed.err().matches("6720 rays in \\d+\\.\\d{4} s\n"), timed.err());
  }
}
