package run.radicchio.bench.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import run.radicchio.webgpu.GpuBuffer;

/**
 * The learning of {@code guests/train-digits}, from digits that are none: how long it takes does
 * not depend on what they look like.
 *
 * @param texels of a digit
 * @param hidden how wide both hidden layers are
 * @param batch how many digits a step is about
 */
record Learning(int texels, int hidden, int batch, int steps) implements Work {
  private static final String KERNELS = "train-digits/src/kernels/";
  private static final int CLASSES = 10;
  private static final int STEPS_AT_ONCE = 50;
  private static final int RECTIFIER = 1;

  @Override
  public String program() {
    return "train-digits";
  }

  /** One epoch has all steps. */
  @Override
  public List<String> arguments() {
    return List.of(
        "--data", "/", "--hidden", hidden + "," + hidden, "--batch", "" + batch, "--epochs", "1");
  }

  @Override
  public String size() {
    return "%d digits, %d wide, %d steps".formatted(batch, hidden, steps);
  }

  private int side() {
    return (int) Math.sqrt(texels);
  }

  private void write(Path folder, String name, int count) throws IOException {
    Digits digits = new Digits(side(), count);
    digits.writeImages(folder.resolve(name + "-images-idx3-ubyte"));
    digits.writeLabels(folder.resolve(name + "-labels-idx1-ubyte"));
  }

  @Override
  public OnGpu inJava(Device device, Program program) throws IOException {
    write(program.folder(), "train", batch * steps);
    write(program.folder(), "t10k", 1);
    return new OnGpu(device);
  }

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final Course course;
    private final GpuBuffer step;
    private final GpuBuffer curve;

    OnGpu(Device device) {
      this.device = device;
      course = new Course(device);
      step = device.storage(Integer.BYTES);
      curve = device.storage((long) steps * Float.BYTES);
      GpuBuffer labels = device.storage((long) batch * Integer.BYTES);
      GpuBuffer losses = device.storage((long) batch * Float.BYTES);
      Course.Matrix inputs = course.matrix(batch, texels);
      fetch(inputs, labels);

      List<Course.Matrix> parameters = new ArrayList<>();
      List<Course.Matrix> outputs = new ArrayList<>(List.of(inputs));
      int[] widths = {hidden, hidden, CLASSES};
      for (int width : widths) {
        Course.Matrix given = outputs.getLast();
        Course.Matrix weight = course.random(width, given.columns(), 0.1, new Random(2));
        Course.Matrix bias = course.matrix(1, width);
        Course.Matrix output = course.matrix(batch, width);
        course.multiply(
            new Course.Product(given, weight, Course.Transposed.RIGHT, output),
            bias,
            outputs.size() < widths.length ? RECTIFIER : 0);
        parameters.addAll(List.of(weight, bias));
        outputs.add(output);
      }
      Course.Matrix derivative = course.matrix(batch, CLASSES);
      course.add(
          Device.code(KERNELS + "cross_entropy.wgsl"),
          Map.of("classes", (double) CLASSES),
          List.of(outputs.getLast().buffer(), labels, losses, derivative.buffer()),
          Course.groups(batch),
          1,
          1);
      List<Course.Matrix> derivatives = back(outputs, parameters, derivative);
      change(parameters, derivatives);
      course.add(
          Device.code(KERNELS + "record.wgsl"), Map.of(), List.of(step, losses, curve), 1, 1, 1);
    }

    private void fetch(Course.Matrix inputs, GpuBuffer labels) {
      int count = batch * steps;
      ByteBuffer views = ByteBuffer.allocate(count * 24).order(ByteOrder.LITTLE_ENDIAN);
      for (int digit = 0; digit < count; digit++) {
        views.putFloat(1).putFloat(0).putFloat(0).putFloat(1).putFloat(0).putFloat(0);
      }
      GpuBuffer seen = device.storage(views.capacity());
      device.write(seen, views.flip());
      GpuBuffer order = device.storage((long) count * Integer.BYTES);
      GpuBuffer images = device.storage((long) count * texels);
      GpuBuffer names = device.storage((long) count * Integer.BYTES);
      course.add(
          Device.code(KERNELS + "batch.wgsl"),
          Map.of("width", (double) side(), "height", (double) side()),
          List.of(step, order, seen, images, names, inputs.buffer(), labels),
          Course.groups(inputs.count()),
          1,
          1);
    }

    /** The derivatives of all parameters, from that of what the last layer gives. */
    private List<Course.Matrix> back(
        List<Course.Matrix> outputs, List<Course.Matrix> parameters, Course.Matrix last) {
      List<Course.Matrix> derivatives = new ArrayList<>();
      Course.Matrix derivative = last;
      for (int layer = outputs.size() - 2; layer >= 0; layer--) {
        Course.Matrix given = outputs.get(layer);
        Course.Matrix weight = parameters.get(2 * layer);
        Course.Matrix byWeight = course.matrix(weight.rows(), weight.columns());
        Course.Matrix byBias = course.matrix(1, weight.rows());
        course.multiply(new Course.Product(derivative, given, Course.Transposed.LEFT, byWeight));
        course.sumColumns(derivative, byBias);
        derivatives.addAll(0, List.of(byWeight, byBias));
        if (layer > 0) {
          Course.Matrix before = course.matrix(batch, given.columns());
          course.multiply(
              new Course.Product(derivative, weight, Course.Transposed.NONE, before), given);
          derivative = before;
        }
      }
      return derivatives;
    }

    private void change(List<Course.Matrix> parameters, List<Course.Matrix> derivatives) {
      ByteBuffer rates = ByteBuffer.allocate(steps * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (rates.hasRemaining()) {
        rates.putFloat(0.001f);
      }
      GpuBuffer far = device.storage(rates.capacity());
      device.write(far, rates.flip());
      for (int index = 0; index < parameters.size(); index++) {
        Course.Matrix own = parameters.get(index);
        course.add(
            Device.code(KERNELS + "adam.wgsl"),
            Map.of(),
            List.of(
                step,
                far,
                derivatives.get(index).buffer(),
                course.matrix(own.rows(), own.columns()).buffer(),
                course.matrix(own.rows(), own.columns()).buffer(),
                own.buffer()),
            Course.groups(own.count()),
            1,
            1);
      }
    }

    @Override
    public void begin() {
      device.write(step, ByteBuffer.allocate(Integer.BYTES));
    }

    @Override
    public void run() {
      for (int done = 0; done < steps; done += STEPS_AT_ONCE) {
        int some = Math.min(STEPS_AT_ONCE, steps - done);
        device.compute(
            pass -> {
              for (int i = 0; i < some; i++) {
                course.run(pass);
              }
            });
      }
    }

    /** The loss of each step. */
    ByteBuffer result() {
      return device.read(curve);
    }
  }
}
