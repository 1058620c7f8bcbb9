package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/** The simulations of {@code guests/simulation}, beside the same in numbers of 64 bits. */
class SimulationTest {
  private static final double FEED = 0.055f;
  private static final double KILL = 0.062f;
  private static final double SOFTENING = 0.05f;
  private static final double TIME_STEP = 0.01f;

  @TempDir private Path folder;

  private Program simulation() {
    return new Program("simulation", folder);
  }

  /** What a simulation has after some steps. */
  private double[] state(int steps, String... options) throws IOException {
    Stream<String> more = Stream.of("--steps", "" + steps, "--state", "state");
    simulation().output(Stream.concat(Stream.of(options), more).toArray(String[]::new));
    return simulation().numbers("state");
  }

  private static void assertClose(double[] expected, double[] actual, double most) {
    assertEquals(expected.length, actual.length);
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
    }
    assertTrue(difference <= most, "they differ by " + difference);
  }

  @Test
  void reactionIsAsItIsInLongerNumbers() throws IOException {
    int width = 50;
    int height = 36;
    String[] grid = {"reaction", "--width", "" + width, "--height", "" + height};
    double[] cells = state(0, grid);
    double[] begin = cells.clone();
    for (int step = 0; step < 500; step++) {
      cells = reaction(cells, width, height);
    }
    assertClose(cells, state(500, grid), 1e-4);
    assertTrue(!Arrays.equals(begin, cells));
  }

  /** One step of Gray-Scott reaction and diffusion, on a grid without edges. */
  private static double[] reaction(double[] before, int width, int height) {
    double[] after = new double[before.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double[] around = new double[2];
        for (int chemical = 0; chemical < 2; chemical++) {
          for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
              double weight = dx == 0 && dy == 0 ? -1 : dx == 0 || dy == 0 ? 0.2 : 0.05;
              int cell = (y + dy + height) % height * width + (x + dx + width) % width;
              around[chemical] += weight * before[2 * cell + chemical];
            }
          }
        }
        int cell = 2 * (y * width + x);
        double u = before[cell];
        double v = before[cell + 1];
        after[cell] = u + around[0] - u * v * v + FEED * (1 - u);
        after[cell + 1] = v + 0.5 * around[1] + u * v * v - (FEED + KILL) * v;
      }
    }
    return after;
  }

  @Test
  void bodiesMoveAsTheyDoInLongerNumbers() throws IOException {
    int count = 150;
    String[] bodies = {"bodies", "--count", "" + count};
    double[] state = state(0, bodies);
    double[] begin = state.clone();
    double[] pulls = pulls(state, count);
    for (int step = 0; step < 100; step++) {
      move(state, pulls, count, TIME_STEP / 2, TIME_STEP);
      pulls = pulls(state, count);
      move(state, pulls, count, TIME_STEP / 2, 0);
    }
    assertClose(state, state(100, bodies), 1e-4);
    assertTrue(!Arrays.equals(begin, state));
  }

  /** Places and masses come before velocities. */
  private static void move(double[] state, double[] pulls, int count, double kick, double drift) {
    for (int body = 0; body < count; body++) {
      for (int axis = 0; axis < 3; axis++) {
        int place = 4 * body + axis;
        int velocity = 4 * count + place;
        state[velocity] += kick * pulls[place];
        state[place] += drift * state[velocity];
      }
    }
  }

  private static double[] pulls(double[] state, int count) {
    double[] pulls = new double[4 * count];
    for (int body = 0; body < count; body++) {
      for (int other = 0; other < count; other++) {
        double square = SOFTENING * SOFTENING;
        for (int axis = 0; axis < 3; axis++) {
          square += Math.pow(state[4 * other + axis] - state[4 * body + axis], 2);
        }
        for (int axis = 0; axis < 3; axis++) {
          pulls[4 * body + axis] +=
              state[4 * other + 3]
                  * (state[4 * other + axis] - state[4 * body + axis])
                  / (square * Math.sqrt(square));
        }
      }
    }
    return pulls;
  }

  /** Two spheres of 1 / 2 of the mass, each of which has that of -3 pi / 64 for one of 1. */
  @Test
  void energyStays() {
    String said = simulation().output("bodies", "--count", "1500", "--steps", "200");
    Matcher energies =
        Pattern.compile("200 steps of 1500 bodies: energy (\\S+) before and (\\S+) after\n")
            .matcher(said);
    assertTrue(energies.matches(), said);
    double before = Double.parseDouble(energies.group(1));
    assertTrue(before < -0.1 && before > -0.25, said);
    assertEquals(before, Double.parseDouble(energies.group(2)), 1e-4, said);
  }

  @Test
  void drawsPictures() throws IOException {
    simulation()
        .output(
            "reaction", "--width", "40", "--height", "30", "--steps", "9", "--picture", "one.png");
    var picture = ImageIO.read(folder.resolve("one.png").toFile());
    assertEquals(40, picture.getWidth());
    assertEquals(30, picture.getHeight());
    assertTrue(picture.getRaster().getSample(0, 0, 0) != 255);
    simulation()
        .output(
            "bodies",
            "--count",
            "99",
            "--steps",
            "4",
            "--picture",
            "two.png",
            "--frames",
            "3",
            "--size",
            "20");
    String animated = Files.readString(folder.resolve("two.png"), StandardCharsets.ISO_8859_1);
    assertEquals(3, animated.split("fcTL", -1).length - 1);
  }

  @Test
  void saysWhatIsTooMuch() {
    simulation()
        .run("reaction", "--width", "100000", "--height", "100000")
        .failed(1, "this takes 80000000000 bytes in a buffer; the GPU allows 1073741824\n");
    simulation()
        .run("reaction", "--width", "600000", "--height", "2")
        .failed(1, "this takes 75000 workgroups along an axis; the GPU allows 65535\n");
    simulation()
        .run("bodies", "--softening", "1e-7")
        .failed(
            1,
            "--softening is at least 0.000001: nearer bodies pull harder than the GPU's numbers can"
                + " say\n");
  }

  @Test
  void saysWhatIsWrong() {
    simulation()
        .run("bodies", "--count", "9", "--picture", "nowhere/bodies.png")
        .failed(
            1, "nowhere/bodies.png cannot be written: No such file or directory (os error 44)\n");
    assertRefused("'1' for '--count <COUNT>': 1 is not in 2..", "bodies", "--count", "1");
    assertRefused("'nan' for '--feed <FEED>': expected a number", "reaction", "--feed", "nan");
    assertRefused("'0' for '--width <WIDTH>': 0 is not in 1..", "reaction", "--width", "0");
    assertRefused("required arguments were not provided", "bodies", "--frames", "2");
  }

  private void assertRefused(String why, String... options) {
    Execution misuse = simulation().run(options);
    assertEquals(1, misuse.exitCode());
    assertTrue(misuse.err().contains(why), misuse.err());
  }

  @Test
  void saysHowLongItTook() {
    String said = simulation().run("bodies", "--count", "9", "--steps", "3", "--time").err();
    assertTrue(said.matches("3 steps in \\d+\\.\\d{4} s\n"), said);
  }

  @Test
  void explainsItself() {
    for (String simulation : List.of("reaction", "bodies")) {
      String help = simulation().output(simulation, "--help");
      assertTrue(help.contains("Usage: simulation.wasm " + simulation + " [OPTIONS]"), help);
    }
  }
}
