package run.radicchio.bench.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBuffer;

/** An image that {@code guests/image-filter} blurs ten times, each from the file's samples on. */
record Blur(int width, int height, double sigma) implements Work {
  private static final int TIMES = 10;
  private static final int WORKGROUP = 16;

  /** As {@code convert.wgsl} calls what sRGB makes of light. */
  private static final double SRGB = 1;

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
    private final List<Step> steps = new ArrayList<>();

    private record Step(Device.Kernel kernel, GpuBindGroup group) {}

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
      GpuBuffer matrices = identities();
      add("image-filter/src/read.wgsl", Map.of("bits", 8.0), input, one);
      add(
          "filters/src/convert.wgsl",
          Map.of("decoding", SRGB, "encoding", 0.0),
          matrices,
          one,
          other);
      weigh(true, width, other, one);
      weigh(false, height, one, other);
      add(
          "filters/src/convert.wgsl",
          Map.of("decoding", 0.0, "encoding", SRGB),
          matrices,
          other,
          one);
      add("image-filter/src/write.wgsl", Map.of("bits", 8.0, "opaque", 1.0), one, output);
    }

    private void add(String file, Map<String, Double> constants, GpuBuffer... buffers) {
      Map<String, Double> all = new HashMap<>(constants);
      all.put("width", (double) width);
      all.put("height", (double) height);
      Device.Kernel kernel = device.kernel(file, all);
      steps.add(new Step(kernel, device.bind(kernel, buffers)));
    }

    /** Of three columns each, which are as long as four numbers. */
    private GpuBuffer identities() {
      ByteBuffer bytes = ByteBuffer.allocateDirect(3 * 48).order(ByteOrder.LITTLE_ENDIAN);
      for (int matrix = 0; matrix < 3; matrix++) {
        for (int column = 0; column < 3; column++) {
          bytes.putFloat(48 * matrix + 20 * column, 1);
        }
      }
      return stored(bytes);
    }

    private GpuBuffer stored(ByteBuffer bytes) {
      GpuBuffer buffer = device.storage(bytes.remaining());
      device.write(buffer, bytes);
      return buffer;
    }

    /** A Gaussian along an axis. Beyond an edge, its pixels go on. */
    private void weigh(boolean across, int length, GpuBuffer before, GpuBuffer after) {
      int reach = (int) Math.ceil(4 * sigma);
      int taps = Math.min(length, 2 * reach + 1);
      double[] gaussian = new double[2 * reach + 1];
      double sum = 0;
      for (int i = 0; i < gaussian.length; i++) {
        gaussian[i] = Math.exp(-0.5 * Math.pow((i - reach) / sigma, 2));
        sum += gaussian[i];
      }
      ByteBuffer spans = ByteBuffer.allocateDirect(12 * length).order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer weights =
          ByteBuffer.allocateDirect(4 * length * taps).order(ByteOrder.LITTLE_ENDIAN);
      int inside = -1;
      for (int pixel = 0; pixel < length; pixel++) {
        int first = Math.max(0, pixel - reach);
        int last = Math.min(length - 1, pixel + reach);
        double[] run = new double[last - first + 1];
        for (int i = 0; i < gaussian.length; i++) {
          run[Math.clamp(pixel + i - reach, first, last) - first] += gaussian[i] / sum;
        }
        boolean far = run.length == gaussian.length;
        int begin = far && inside >= 0 ? inside : weights.position() / 4;
        spans.putInt(first).putInt(run.length).putInt(begin);
        if (far && inside >= 0) {
          continue; // Pixels far from the edges have the same weights.
        }
        inside = far ? begin : inside;
        for (double weight : run) {
          weights.putFloat((float) weight);
        }
      }
      Map<String, Double> constants = Map.of("pitch", (double) width, "across", across ? 1.0 : 0.0);
      add(
          "filters/src/weigh.wgsl",
          constants,
          stored(spans.flip()),
          stored(weights.flip()),
          before,
          after);
    }

    @Override
    public void begin() {
      device.write(input, samples);
    }

    @Override
    public void run() {
      for (int i = 0; i < TIMES; i++) {
        device.compute(
            pass -> {
              for (Step step : steps) {
                pass.dispatch(
                    step.kernel(),
                    step.group(),
                    Math.ceilDiv(width, WORKGROUP),
                    Math.ceilDiv(height, WORKGROUP),
                    1);
              }
            });
      }
    }

    /** Red, green, blue and opacity of each pixel, a byte each. */
    ByteBuffer result() {
      return device.read(output);
    }
  }
}
