package run.radicchio.bench.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import run.radicchio.webgpu.GpuBuffer;

/**
 * The digits that {@code guests/classify-digits} reads, by weights by chance: how long it takes
 * does not depend on what they look like.
 *
 * @param side texels along a side of a digit
 * @param hidden how wide both hidden layers are
 */
record Reading(int side, int hidden, int count) implements Work {
  private static final int CLASSES = 10;
  private static final int RECTIFIER = 1;

  @Override
  public String program() {
    return "classify-digits";
  }

  @Override
  public List<String> arguments() {
    return List.of("--weights", "weights.safetensors", "digits");
  }

  @Override
  public String size() {
    return "%,d digits, %d wide".formatted(count, hidden);
  }

  private int[] widths() {
    return new int[] {side * side, hidden, hidden, CLASSES};
  }

  @Override
  public OnGpu inJava(Device device, Program program) throws IOException {
    Digits digits = new Digits(side, count);
    digits.writeImages(program.folder().resolve("digits"));
    Weights weights = new Weights();
    int[] widths = widths();
    for (int layer = 1; layer < widths.length; layer++) {
      weights.addLinear("" + (layer - 1), widths[layer], widths[layer - 1]);
    }
    Map<String, String> notes = Map.of("width", "" + side, "height", "" + side);
    weights.write(program.folder().resolve("weights.safetensors"), notes);
    return new OnGpu(device, digits, weights);
  }

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final Course course;
    private final Course.Matrix probabilities;

    OnGpu(Device device, Digits digits, Weights weights) {
      this.device = device;
      course = new Course(device);
      int[] widths = widths();
      Course.Matrix given = stored(digits.inputs(), count, widths[0]);
      for (int layer = 1; layer < widths.length; layer++) {
        String name = "" + (layer - 1);
        ByteBuffer numbers = weights.tensor(name + ".weight").numbers();
        Course.Matrix weight = stored(numbers, widths[layer], widths[layer - 1]);
        Course.Matrix bias = stored(weights.tensor(name + ".bias").numbers(), 1, widths[layer]);
        Course.Matrix output = course.matrix(count, widths[layer]);
        course.multiply(
            new Course.Product(given, weight, Course.Transposed.RIGHT, output),
            bias,
            layer + 1 < widths.length ? RECTIFIER : 0);
        given = output;
      }
      probabilities = course.matrix(count, CLASSES);
      course.add(
          Device.code("network/src/kernels/softmax.wgsl"),
          Map.of("columns", (double) CLASSES),
          List.of(given.buffer(), probabilities.buffer()),
          Course.groups(count),
          1,
          1);
    }

    private Course.Matrix stored(ByteBuffer numbers, int rows, int columns) {
      GpuBuffer buffer = device.stored(numbers.duplicate());
      return new Course.Matrix(buffer, rows, columns);
    }

    @Override
    public void begin() {}

    @Override
    public void run() {
      device.compute(course::run);
    }

    /** The probabilities of each digit. */
    ByteBuffer result() {
      return device.read(probabilities.buffer());
    }
  }
}
