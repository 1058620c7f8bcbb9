package run.radicchio.bench.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import run.radicchio.webgpu.GpuBuffer;

/** An image that {@code guests/image-filter} blurs ten times, each from the file's samples on. */
record Blur(int width, int height, double sigma) implements Work {
  private static final int TIMES = 10;

  /** As {@code convert.wgsl} calls what sRGB makes of light. */
  private static final double SRGB = 1;

  private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  @Override
  public String program() {
    return "image-filter";
  }

  @Override
  public List<String> arguments() {
    return List.of("input.ppm", "output.ppm", "--filter", "blur=" + sigma);
  }

  @Override
  public String size() {
    return "%d x %d pixels, sigma %s, %d times".formatted(width, height, sigma, TIMES);
  }

  @Override
  public OnGpu inJava(Device device, Program program) throws IOException {
    byte[] noise = new byte[3 * width * height];
    new Random(1).nextBytes(noise);
    Path file = program.folder().resolve("input.ppm");
    Files.write(file, "P6 %d %d 255\n".formatted(width, height).getBytes(US_ASCII));
    Files.write(file, noise, StandardOpenOption.APPEND);
    return new OnGpu(device, noise);
  }

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final ByteBuffer samples;
    private final GpuBuffer input;
    private final GpuBuffer output;
    private final Passes passes;

    OnGpu(Device device, byte[] noise) {
      this.device = device;
      int pixels = width * height;
      samples = ByteBuffer.allocateDirect(4 * pixels);
      for (int i = 0; i < pixels; i++) {
        samples.put(noise, 3 * i, 3).put((byte) 255);
      }
      samples.flip();
      input = device.storage(4L * pixels);
      output = device.storage(4L * pixels);
      GpuBuffer one = device.storage(16L * pixels);
      GpuBuffer other = device.storage(16L * pixels);
      GpuBuffer matrices = device.stored(Passes.matrices(IDENTITY, IDENTITY, IDENTITY));
      passes = new Passes(device, width, height);
      passes.add(Device.code("image-filter/src/read.wgsl"), Map.of("bits", 8.0), input, one);
      passes.convert(SRGB, 0, matrices, one, other);
      passes.blur(sigma, other, one);
      passes.convert(0, SRGB, matrices, other, one);
      passes.add(
          Device.code("image-filter/src/write.wgsl"),
          Map.of("bits", 8.0, "opaque", 1.0),
          one,
          output);
    }

    @Override
    public void begin() {
      device.write(input, samples);
    }

    @Override
    public void run() {
      for (int i = 0; i < TIMES; i++) {
        device.compute(passes::dispatch);
      }
    }

    /** Red, green, blue and opacity of each pixel, a byte each. */
    ByteBuffer result() {
      return device.read(output);
    }
  }
}
