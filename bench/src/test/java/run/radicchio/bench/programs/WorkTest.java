package run.radicchio.bench.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

class WorkTest {
  private static DawnGpu webgpu;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    webgpu = DawnGpu.open(DawnGpu.Options.defaults().withGpus(GpuChoice.of("software")));
  }

  @AfterAll
  static void close() {
    webgpu.close();
  }

  private interface Check<T extends Work.Twin> {
    void of(Program program, T twin) throws IOException;
  }

  /** Does some work in Java, and holds it against the program's. */
  private <T extends Work.Twin> void check(Work work, Class<T> type, Check<T> check)
      throws IOException {
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      T twin = type.cast(work.inJava(device, program));
      twin.begin();
      twin.run();
      device.check();
      check.of(program, twin);
    }
  }

  @Test
  void reactionIsTheSameInJava() throws IOException {
    Reaction work = new Reaction(20, 12, 103);
    check(
        work,
        Reaction.OnGpu.class,
        (program, twin) ->
            assertEquals(program.output("--state", work.arguments()), twin.result()));
  }

  @Test
  void bodiesAreTheSameInJava() throws IOException {
    Bodies work = new Bodies(70, 103);
    check(
        work,
        Bodies.OnGpu.class,
        (program, twin) -> {
          ByteBuffer places = twin.result();
          ByteBuffer state = program.output("--state", work.arguments());
          assertEquals(state.slice(0, places.remaining()), places);
        });
  }

  @Test
  void pointsAreTheSameInJava() throws IOException {
    Points work = new Points(5_000_000);
    check(
        work,
        Points.OnGpu.class,
        (program, twin) ->
            assertEquals(program.output("--counts", work.arguments()), twin.result()));
  }

  /** But for rounding, since Java and Rust may differ in the last digit of a weight. */
  @Test
  void blurIsTheSameInJava() throws IOException {
    Blur work = new Blur(61, 33, 2.5);
    check(
        work,
        Blur.OnGpu.class,
        (program, twin) -> {
          assertNotEquals(Duration.ZERO, program.time(work));
          byte[] file = Files.readAllBytes(folder.resolve("output.ppm"));
          ByteBuffer pixels = twin.result();
          int begin = file.length - 3 * pixels.remaining() / 4;
          for (int i = 0; i < file.length - begin; i++) {
            int channel = i % 3;
            assertEquals(file[begin + i] & 0xff, pixels.get(4 * (i / 3) + channel) & 0xff, 1);
          }
        });
  }

  /** But for rounding, as a blur. */
  @Test
  void videoIsTheSameInJava() throws IOException {
    Video work = new Video(37, 21, 5, 1.5);
    check(
        work,
        Video.OnGpu.class,
        (program, twin) -> {
          byte[] stream = program.printed(work);
          ByteBuffer frame = twin.result();
          int bytes = 37 * 21 + 2 * 19 * 11;
          int begin = stream.length - 5 * ("FRAME\n".length() + bytes);
          assertTrue(new String(stream, 0, begin, US_ASCII).startsWith("YUV4MPEG2 W37 H21 "));
          for (int number = 1; number <= 5; number++) {
            int end = begin + number * ("FRAME\n".length() + bytes);
            for (int i = 0; i < bytes; i++) {
              assertEquals(stream[end - bytes + i] & 0xff, frame.get(i) & 0xff, 1);
            }
          }
        });
  }

  /** But for rounding of where the camera is, and of colours. */
  @Test
  void raysAreTheSameInJava() throws IOException {
    Rays work = new Rays(37, 170, 120);
    check(
        work,
        Rays.OnGpu.class,
        (program, twin) -> {
          ByteBuffer expected = program.output("--light", work.arguments());
          ByteBuffer light = twin.result();
          assertEquals(expected.remaining(), light.remaining());
          float most = 0;
          for (int i = 0; i < light.remaining(); i += Float.BYTES) {
            assertEquals(expected.getFloat(i), light.getFloat(i), 1e-4);
            most = Math.max(most, light.getFloat(i));
          }
          assertEquals(1, most, 0.01);
        });
  }

  /** The curve cannot be the same: the program begins by chance. It must learn what there is. */
  @Test
  void learningIsDoneInJava() throws IOException {
    Learning work = new Learning(16, 8, 10, 60);
    check(
        work,
        Learning.OnGpu.class,
        (program, twin) -> {
          ByteBuffer losses = twin.result().order(ByteOrder.LITTLE_ENDIAN);
          float first = losses.getFloat(0);
          float last = losses.getFloat(losses.limit() - Float.BYTES);
          assertEquals(Math.log(10), first, 0.5);
          assertTrue(last > 0 && last < 0.9 * first, first + " became " + last);
          assertNotEquals(Duration.ZERO, program.time(work));
        });
  }

  /** As many digits of probabilities as the program prints. */
  @Test
  void readingIsTheSameInJava() throws IOException {
    Reading work = new Reading(5, 12, 70);
    check(
        work,
        Reading.OnGpu.class,
        (program, twin) -> {
          List<String> lines = new String(program.printed(work), US_ASCII).lines().toList();
          ByteBuffer probabilities = twin.result().order(ByteOrder.LITTLE_ENDIAN);
          assertEquals(70, lines.size());
          for (String line : lines) {
            String[] words = line.split(" +", -1);
            for (int digit = 0; digit < 10; digit++) {
              double expected = Double.parseDouble(words[2 + digit]);
              assertEquals(expected, probabilities.getFloat(), 0.00006);
            }
          }
        });
  }

  @Test
  void sentencesAreTheSameInJava() throws IOException {
    Sentences work = new Sentences(3, 40, 1);
    check(
        work,
        Sentences.OnGpu.class,
        (program, twin) -> {
          ByteBuffer vectors = twin.result();
          ByteBuffer file = program.output("--embeddings", work.arguments());
          assertEquals(file.slice(file.limit() - vectors.limit(), vectors.limit()), vectors);
        });
  }

  @Test
  void timesBothSides() throws IOException {
    Times times = Programs.measure("reaction", new Reaction(64, 64, 20), webgpu, 1);
    assertNotEquals(Duration.ZERO, times.sandboxed());
    assertNotEquals(Duration.ZERO, times.direct());
    assertTrue(times.toString().startsWith("| reaction         | 64 x 64 cells, 20 steps  "));
  }

  @Test
  void medianIsInTheMiddle() {
    assertEquals(
        Duration.ofMillis(2),
        Times.median(List.of(Duration.ofMillis(9), Duration.ofMillis(2), Duration.ofMillis(1))));
  }
}
