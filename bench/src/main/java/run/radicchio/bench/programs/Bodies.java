package run.radicchio.bench.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBuffer;

/** The bodies of {@code guests/simulation} that attract each other. */
record Bodies(int count, int steps) implements Work {
  private static final int WORKGROUP = 64;
  private static final long PAIRS_AT_ONCE = 1L << 31;
  private static final double TIME_STEP = (float) 0.01;
  private static final double SOFTENING = (float) 0.05;

  @Override
  public String program() {
    return "simulation";
  }

  @Override
  public List<String> arguments() {
    return arguments(steps);
  }

  private List<String> arguments(int steps) {
    return List.of("bodies", "--count", "" + count, "--steps", "" + steps);
  }

  @Override
  public String size() {
    return "%d bodies, %d steps".formatted(count, steps);
  }

  @Override
  public OnGpu inJava(Device device, Program program) throws IOException {
    return new OnGpu(device, program.output("--state", arguments(0)));
  }

  /** A kernel, and what it works on. */
  private record Motion(Device.Kernel kernel, GpuBindGroup group) {}

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final ByteBuffer beginning;
    private final GpuBuffer places;
    private final GpuBuffer velocities;
    private final GpuBuffer pulls;
    private final Motion pull;
    private final Motion first;
    private final Motion next;

    OnGpu(Device device, ByteBuffer beginning) {
      this.device = device;
      this.beginning = beginning;
      int size = beginning.remaining() / 2;
      places = device.storage(size);
      velocities = device.storage(size);
      pulls = device.storage(size);
      Device.Kernel pulling =
          device.kernel(
              "simulation/src/pull.wgsl", Map.of("count", (double) count, "softening", SOFTENING));
      pull = new Motion(pulling, device.bind(pulling, places, pulls));
      first = motion(TIME_STEP / 2);
      next = motion(TIME_STEP);
    }

    private Motion motion(double kick) {
      Device.Kernel kernel =
          device.kernel(
              "simulation/src/move.wgsl",
              Map.of("count", (double) count, "kick", kick, "drift", TIME_STEP));
      return new Motion(kernel, device.bind(kernel, places, velocities, pulls));
    }

    @Override
    public void begin() {
      int size = beginning.remaining() / 2;
      device.write(places, beginning.slice(0, size));
      device.write(velocities, beginning.slice(size, size));
      device.compute(pass -> dispatch(pass, pull));
    }

    @Override
    public void run() {
      int atOnce = Math.clamp(PAIRS_AT_ONCE / ((long) count * count), 1, 100);
      for (int done = 0; done < steps; done += atOnce) {
        int begin = done;
        int end = Math.min(done + atOnce, steps);
        device.compute(
            pass -> {
              for (int step = begin; step < end; step++) {
                dispatch(pass, step == 0 ? first : next);
                dispatch(pass, pull);
              }
            });
        device.awaitDone();
      }
    }

    private void dispatch(Device.Pass pass, Motion motion) {
      pass.dispatch(motion.kernel(), motion.group(), Math.ceilDiv(count, WORKGROUP), 1, 1);
    }

    /** Place and mass of each body at the end. */
    ByteBuffer result() {
      return device.read(places);
    }
  }
}
