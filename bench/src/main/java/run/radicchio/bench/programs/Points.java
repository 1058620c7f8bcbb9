package run.radicchio.bench.programs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBuffer;

/** The attractor of {@code guests/scatter-plot}, and counting its points. */
record Points(long count) implements Work {
  private static final int BATCH = 1 << 22;
  private static final int WORKGROUP = 64;
  private static final int ROW = 1 << 16;
  private static final int AT_ONCE = 64;

  /** Between the axes of a picture of 1200 x 900 texels. */
  private static final int WIDTH = 966;

  private static final int HEIGHT = 807;

  @Override
  public String program() {
    return "scatter-plot";
  }

  @Override
  public List<String> arguments() {
    return List.of("clifford", "plot.png", "--size", "1200,900", "--points", "" + count);
  }

  @Override
  public String size() {
    return "%,d points".formatted(count);
  }

  @Override
  public OnGpu inJava(Device device, Program program) {
    return new OnGpu(device);
  }

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final GpuBuffer batch;
    private final GpuBuffer counts;
    private final Device.Kernel compute;
    private final Device.Kernel add;
    private final GpuBindGroup computed;
    private final GpuBindGroup added;

    OnGpu(Device device) {
      this.device = device;
      batch = device.storage(12);
      counts = device.storage(4L * WIDTH * HEIGHT);
      GpuBuffer grid = device.storage(16);
      GpuBuffer points = device.storage(8L * BATCH);
      double x = 1.02 * 2.9;
      double y = 1.02 * 1.4;
      device.write(
          grid,
          floats((float) -x, (float) -y, (float) (WIDTH / (x + x)), (float) (HEIGHT / (y + y))));
      compute =
          device.kernelOf(
              Device.code("scatter-plot/src/batch.wgsl", "scatter-plot/src/clifford.wgsl"),
              Map.of("seed", 1.0, "a", -1.7, "b", 1.8, "c", -1.9, "d", -0.4));
      add =
          device.kernel(
              "scatter-plot/src/count.wgsl",
              Map.of("width", (double) WIDTH, "height", (double) HEIGHT));
      computed = device.bind(compute, batch, points);
      added = device.bind(add, batch, grid, points, counts);
    }

    private static ByteBuffer floats(float... numbers) {
      ByteBuffer bytes =
          ByteBuffer.allocateDirect(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(numbers);
      return bytes;
    }

    @Override
    public void begin() {
      device.write(counts, ByteBuffer.allocateDirect(4 * WIDTH * HEIGHT));
    }

    @Override
    public void run() {
      ByteBuffer words = ByteBuffer.allocateDirect(12).order(ByteOrder.LITTLE_ENDIAN);
      for (long done = 0; done < count; done += BATCH) {
        int some = (int) Math.min(BATCH, count - done);
        device.write(batch, words.putInt(0, (int) done).putInt(4, some).putInt(8, ROW));
        device.compute(
            pass -> {
              dispatch(pass, compute, computed, Math.ceilDiv(some, AT_ONCE));
              dispatch(pass, add, added, some);
            });
        device.awaitDone();
      }
    }

    private static void dispatch(
        Device.Pass pass, Device.Kernel kernel, GpuBindGroup group, int invocations) {
      int across = Math.ceilDiv(Math.min(invocations, ROW), WORKGROUP);
      pass.dispatch(kernel, group, across, Math.ceilDiv(invocations, ROW), 1);
    }

    /** How many points each texel has. */
    ByteBuffer result() {
      return device.read(counts);
    }
  }
}
