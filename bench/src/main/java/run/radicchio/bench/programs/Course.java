package run.radicchio.bench.programs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBuffer;

/**
 * What a network has a GPU do, one after another: to Java what {@code guests/network} is to guests.
 */
final class Course {
  private static final String KERNELS = "network/src/kernels/";
  private static final int TILE = 64;
  private static final int WORKGROUP = 64;
  private static final int MOST_GROUPS = 65_535;

  private final Device device;
  private final Map<Source, Device.Kernel> kernels = new HashMap<>();
  private final List<Operation> operations = new ArrayList<>();

  Course(Device device) {
    this.device = device;
  }

  private record Source(String code, Map<String, Double> constants) {}

  private record Operation(Device.Kernel kernel, GpuBindGroup group, int x, int y, int z) {}

  /** A matrix in a buffer, row by row. */
  record Matrix(GpuBuffer buffer, int rows, int columns) {
    long count() {
      return (long) rows * columns;
    }
  }

  /** What becomes of a product, as in {@code guests/network}. */
  enum Finish {
    PLAIN("plain"),
    AFFINE("affine"),
    RECTIFIED("rectified");

    private final String file;

    Finish(String file) {
      this.file = file;
    }
  }

  /** Which of two matrices is transposed. */
  enum Transposed {
    NONE,
    LEFT,
    RIGHT
  }

  /** What is multiplied, and how. */
  record Product(Matrix left, Matrix right, Transposed transposed, Matrix product) {}

  Matrix matrix(int rows, int columns) {
    return new Matrix(device.storage((long) rows * columns * Float.BYTES), rows, columns);
  }

  /** A matrix of numbers by chance. */
  Matrix random(int rows, int columns, double most, RandomGenerator chance) {
    Matrix matrix = matrix(rows, columns);
    ByteBuffer numbers =
        ByteBuffer.allocate(rows * columns * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (numbers.hasRemaining()) {
      numbers.putFloat((float) chance.nextDouble(-most, most));
    }
    device.write(matrix.buffer, numbers.flip());
    return matrix;
  }

  /** So many workgroups that each of some things has an invocation, if that is not too many. */
  static int groups(long count) {
    return (int) Math.min(Math.ceilDiv(count, WORKGROUP), MOST_GROUPS);
  }

  /** Adds a kernel, made of the same code and constants only once. */
  void add(String code, Map<String, Double> constants, List<GpuBuffer> buffers, int... groups) {
    Device.Kernel kernel =
        kernels.computeIfAbsent(
            new Source(code, constants), source -> device.kernelOf(source.code, source.constants));
    GpuBindGroup group = device.bind(kernel, buffers.toArray(GpuBuffer[]::new));
    operations.add(new Operation(kernel, group, groups[0], groups[1], groups[2]));
  }

  /** Adds a product that stays as it is. */
  void multiply(Product product) {
    multiply(product, Finish.PLAIN, Map.of(), List.of());
  }

  /** Adds a product to whose rows the same is added, before a function is applied. */
  void multiply(Product product, Matrix bias, int activation) {
    Map<String, Double> constants = Map.of("activation", (double) activation);
    multiply(product, Finish.AFFINE, constants, List.of(bias.buffer));
  }

  /** Adds a product that is a derivative, and goes back through a rectifier that gave something. */
  void multiply(Product product, Matrix given) {
    multiply(product, Finish.RECTIFIED, Map.of(), List.of(given.buffer));
  }

  private void multiply(
      Product product, Finish finish, Map<String, Double> constants, List<GpuBuffer> more) {
    Matrix left = product.left;
    boolean leftTransposed = product.transposed == Transposed.LEFT;
    Map<String, Double> all = new HashMap<>(constants);
    all.put("inner", (double) (leftTransposed ? left.rows : left.columns));
    all.put("columns", (double) product.product.columns);
    all.put("left_transposed", leftTransposed ? 1.0 : 0.0);
    all.put("right_transposed", product.transposed == Transposed.RIGHT ? 1.0 : 0.0);
    List<GpuBuffer> buffers =
        new ArrayList<>(List.of(left.buffer, product.right.buffer, product.product.buffer));
    buffers.addAll(more);
    add(
        Device.code(KERNELS + "product.wgsl", KERNELS + finish.file + ".wgsl"),
        all,
        buffers,
        Math.ceilDiv(product.product.columns, TILE),
        Math.ceilDiv(product.product.rows, TILE),
        1);
  }

  /** Adds the sum of each column. */
  void sumColumns(Matrix matrix, Matrix sums) {
    add(
        Device.code(KERNELS + "column_sums.wgsl"),
        Map.of("columns", (double) matrix.columns),
        List.of(matrix.buffer, sums.buffer),
        groups(matrix.columns),
        1,
        1);
  }

  /** Does all in a pass. */
  void run(Device.Pass pass) {
    for (Operation operation : operations) {
      pass.dispatch(operation.kernel, operation.group, operation.x, operation.y, operation.z);
    }
  }
}
