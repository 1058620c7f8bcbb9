package run.radicchio.bench.programs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBuffer;

/** What {@code guests/filters} does with images of one size, pass by pass. */
final class Passes {
  private static final int WORKGROUP = 16;

  private final Device device;
  private final int width;
  private final int height;
  private final List<Step> steps = new ArrayList<>();

  private record Step(Device.Kernel kernel, GpuBindGroup group, int x, int y) {}

  /** None yet. */
  Passes(Device device, int width, int height) {
    this.device = device;
    this.width = width;
    this.height = height;
  }

  /** One that makes a pixel in each invocation. */
  void add(String code, Map<String, Double> constants, GpuBuffer... buffers) {
    int across = Math.ceilDiv(width, WORKGROUP);
    add(across, Math.ceilDiv(height, WORKGROUP), code, constants, buffers);
  }

  /** One of so many workgroups along both axes. */
  void add(int x, int y, String code, Map<String, Double> constants, GpuBuffer... buffers) {
    Map<String, Double> all = new HashMap<>(constants);
    all.put("width", (double) width);
    all.put("height", (double) height);
    Device.Kernel kernel = device.kernelOf(code, all);
    steps.add(new Step(kernel, device.bind(kernel, buffers), x, y));
  }

  /**
   * Colours of one space become those of another.
   *
   * @param decoding how numbers become light, as {@code convert.wgsl} calls it
   * @param encoding how light becomes numbers
   */
  void convert(
      double decoding, double encoding, GpuBuffer matrices, GpuBuffer before, GpuBuffer after) {
    Map<String, Double> constants = Map.of("decoding", decoding, "encoding", encoding);
    add(Device.code("filters/src/convert.wgsl"), constants, matrices, before, after);
  }

  /** Matrices, row by row here, as WGSL has them: columns, each as long as four numbers. */
  static ByteBuffer matrices(double[][]... matrices) {
    ByteBuffer bytes = little(48 * matrices.length);
    for (double[][] matrix : matrices) {
      for (int column = 0; column < 3; column++) {
        for (double[] row : matrix) {
          bytes.putFloat((float) row[column]);
        }
        bytes.putFloat(0);
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A Gaussian of an image, which another is needed for. */
  void blur(double sigma, GpuBuffer image, GpuBuffer other) {
    weigh(sigma, true, width, image, other);
    weigh(sigma, false, height, other, image);
  }

  /** A Gaussian along an axis. Beyond an edge, its pixels go on. */
  private void weigh(double sigma, boolean across, int length, GpuBuffer before, GpuBuffer after) {
    int reach = (int) Math.ceil(4 * sigma);
    int taps = Math.min(length, 2 * reach + 1);
    double[] gaussian = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < gaussian.length; i++) {
      gaussian[i] = Math.exp(-0.5 * Math.pow((i - reach) / sigma, 2));
      sum += gaussian[i];
    }
    ByteBuffer spans = little(12 * length);
    ByteBuffer weights = little(4 * length * taps);
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
        Device.code("filters/src/weigh.wgsl"),
        constants,
        device.stored(spans.flip()),
        device.stored(weights.flip()),
        before,
        after);
  }

  /** Does all of them, in a pass. */
  void dispatch(Device.Pass pass) {
    for (Step step : steps) {
      pass.dispatch(step.kernel(), step.group(), step.x(), step.y(), 1);
    }
  }
}
