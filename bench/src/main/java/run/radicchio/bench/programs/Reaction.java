package run.radicchio.bench.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBuffer;

/** The Gray-Scott reaction and diffusion of {@code guests/simulation}. */
record Reaction(int width, int height, int steps) implements Work {
  private static final int WORKGROUP = 8;
  private static final int STEPS_AT_ONCE = 100;
  private static final double FEED = 0.055;
  private static final double KILL = 0.062;

  @Override
  public String program() {
    return "simulation";
  }

  @Override
  public List<String> arguments() {
    return arguments(steps);
  }

  private List<String> arguments(int steps) {
    return List.of(
        "reaction", "--width", "" + width, "--height", "" + height, "--steps", "" + steps);
  }

  @Override
  public String size() {
    return "%d x %d cells, %d steps".formatted(width, height, steps);
  }

  @Override
  public OnGpu inJava(Device device, Program program) throws IOException {
    return new OnGpu(device, program.output("--state", arguments(0)));
  }

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final ByteBuffer beginning;
    private final Device.Kernel kernel;
    private final List<GpuBuffer> cells;
    private final List<GpuBindGroup> turns;

    OnGpu(Device device, ByteBuffer beginning) {
      this.device = device;
      this.beginning = beginning;
      kernel =
          device.kernel(
              "simulation/src/reaction.wgsl",
              Map.of(
                  "width",
                  (double) width,
                  "height",
                  (double) height,
                  "feed",
                  (double) (float) FEED,
                  "kill",
                  (double) (float) KILL));
      GpuBuffer even = device.storage(beginning.remaining());
      GpuBuffer odd = device.storage(beginning.remaining());
      cells = List.of(even, odd);
      turns = List.of(device.bind(kernel, even, odd), device.bind(kernel, odd, even));
    }

    @Override
    public void begin() {
      device.write(cells.getFirst(), beginning);
    }

    @Override
    public void run() {
      for (int done = 0; done < steps; done += STEPS_AT_ONCE) {
        int first = done;
        int last = Math.min(done + STEPS_AT_ONCE, steps);
        device.compute(
            pass -> {
              for (int step = first; step < last; step++) {
                pass.dispatch(
                    kernel,
                    turns.get(step % 2),
                    Math.ceilDiv(width, WORKGROUP),
                    Math.ceilDiv(height, WORKGROUP),
                    1);
              }
            });
        device.awaitDone();
      }
    }

    /** The chemicals of each cell at the end. */
    ByteBuffer result() {
      return device.read(cells.get(steps % 2));
    }
  }
}
