package run.radicchio.bench.programs;

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

  @Test
  void reactionIsTheSameInJava() throws IOException {
    Reaction work = new Reaction(20, 12, 103);
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      Reaction.OnGpu twin = work.inJava(device, program);
      run(twin, device);
      assertEquals(program.output("--state", work.arguments()), twin.result());
    }
  }

  @Test
  void bodiesAreTheSameInJava() throws IOException {
    Bodies work = new Bodies(70, 103);
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      Bodies.OnGpu twin = work.inJava(device, program);
      run(twin, device);
      ByteBuffer places = twin.result();
      assertEquals(
          program.output("--state", work.arguments()).slice(0, places.remaining()), places);
    }
  }

  @Test
  void pointsAreTheSameInJava() throws IOException {
    Points work = new Points(5_000_000);
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      Points.OnGpu twin = work.inJava(device, program);
      run(twin, device);
      assertEquals(program.output("--counts", work.arguments()), twin.result());
    }
  }

  /** But for rounding, since Java and Rust may differ in the last digit of a weight. */
  @Test
  void blurIsTheSameInJava() throws IOException {
    Blur work = new Blur(61, 33, 2.5);
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      Blur.OnGpu twin = work.inJava(device, program);
      run(twin, device);
      program.time(work.arguments());
      byte[] file = Files.readAllBytes(folder.resolve("output.ppm"));
      ByteBuffer pixels = twin.result();
      int begin = file.length - 3 * pixels.remaining() / 4;
      for (int i = 0; i < file.length - begin; i++) {
        int channel = i % 3;
        assertEquals(file[begin + i] & 0xff, pixels.get(4 * (i / 3) + channel) & 0xff, 1);
      }
    }
  }

  /** The curve cannot be the same: the program begins by chance. It must learn what there is. */
  @Test
  void learningIsDoneInJava() throws IOException {
    Learning work = new Learning(16, 8, 10, 60);
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      Learning.OnGpu twin = work.inJava(device, program);
      run(twin, device);
      ByteBuffer losses = twin.result().order(ByteOrder.LITTLE_ENDIAN);
      float first = losses.getFloat(0);
      float last = losses.getFloat(losses.limit() - Float.BYTES);
      assertEquals(Math.log(10), first, 0.5);
      assertTrue(last > 0 && last < 0.9 * first, first + " became " + last);
      assertNotEquals(Duration.ZERO, program.time(work.arguments()));
    }
  }

  @Test
  void sentencesAreTheSameInJava() throws IOException {
    Sentences work = new Sentences(3, 40, 1);
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      Sentences.OnGpu twin = work.inJava(device, program);
      run(twin, device);
      ByteBuffer vectors = twin.result();
      ByteBuffer file = program.output("--embeddings", work.arguments());
      assertEquals(file.slice(file.limit() - vectors.limit(), vectors.limit()), vectors);
    }
  }

  private static void run(Work.Twin twin, Device device) {
    twin.begin();
    twin.run();
    device.check();
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
