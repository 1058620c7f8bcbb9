package run.radicchio.bench.programs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindingResource;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuFilterMode;
import run.radicchio.webgpu.GpuOrigin3D;
import run.radicchio.webgpu.GpuSampler;
import run.radicchio.webgpu.GpuSamplerDescriptor;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;

/**
 * Rays through the hydrogen atom of {@code guests/volume}.
 *
 * @param side voxels along each edge
 * @param width of the picture, with what is around the view
 * @param height likewise
 */
record Rays(int side, int width, int height) implements Work {
  /** What of a picture shows something else. */
  private static final int BESIDE = 120;

  private static final int ABOVE = 46;

  /** As {@code voxels.wgsl} calls it. */
  private static final double HYDROGEN = 5;

  private static final int SLICES_AT_ONCE = 16;
  private static final int WORKGROUP = 8;
  private static final int COLOURS = 256;

  @Override
  public String program() {
    return "volume";
  }

  @Override
  public List<String> arguments() {
    return List.of(
        "hydrogen",
        "picture.png",
        "--size",
        "%d,%d,%d".formatted(side, side, side),
        "--picture",
        "%d,%d".formatted(width, height));
  }

  @Override
  public String size() {
    return "%d voxels a side, %,d rays".formatted(side, across() * down());
  }

  private int across() {
    return width - BESIDE;
  }

  private int down() {
    return height - ABOVE;
  }

  @Override
  public OnGpu inJava(Device device, Program program) {
    return new OnGpu(device);
  }

  /** What the GPU has of it. */
  final class OnGpu implements Twin {
    private final Device device;
    private final GpuBuffer picture;
    private final Device.Kernel march;
    private final GpuBindGroup group;

    OnGpu(Device device) {
      this.device = device;
      picture = device.storage(16L * across() * down());
      march =
          device.kernel(
              "volume/src/march.wgsl",
              Map.of(
                  "width",
                  (double) across(),
                  "height",
                  (double) down(),
                  "step_length",
                  1.0 / side,
                  "density",
                  12.0,
                  "exponent",
                  1.5,
                  "shading",
                  0.8));
      GpuTextureView texels = device.make(_ -> volume().createView());
      GpuSampler between =
          device.make(
              it ->
                  it.createSampler(
                      GpuSamplerDescriptor.of()
                          .withMagFilter(GpuFilterMode.LINEAR)
                          .withMinFilter(GpuFilterMode.LINEAR)));
      group =
          device.bind(
              march,
              List.of(
                  new GpuBindingResource.Buffer(device.stored(view())),
                  new GpuBindingResource.Buffer(device.stored(colours())),
                  new GpuBindingResource.TextureView(texels),
                  new GpuBindingResource.Sampler(between),
                  new GpuBindingResource.Buffer(picture)));
    }

    /** The atom, some slices after the others. */
    private GpuTexture volume() {
      GpuTexture texture =
          device.make(
              it ->
                  it.createTexture(
                      GpuTextureDescriptor.of(
                              new GpuExtent3D(side, side, side),
                              GpuTextureFormat.R16FLOAT,
                              EnumSet.of(GpuTextureUsage.TEXTURE_BINDING, GpuTextureUsage.COPY_DST))
                          .withDimension(GpuTextureDimension.D3)));
      int row = Math.ceilDiv(2 * side, 256) * 256;
      GpuBuffer slices = device.storage(8);
      GpuBuffer samples = device.storage(4);
      GpuBuffer voxels = device.storage((long) row * side * SLICES_AT_ONCE);
      Device.Kernel kernel =
          device.kernel(
              "volume/src/voxels.wgsl",
              Map.of(
                  "kind",
                  HYDROGEN,
                  "width",
                  (double) side,
                  "height",
                  (double) side,
                  "depth",
                  (double) side,
                  "row",
                  row / 4.0,
                  "low",
                  0.0,
                  "high",
                  1.0));
      GpuBindGroup computed = device.bind(kernel, slices, samples, voxels);
      for (int first = 0; first < side; first += SLICES_AT_ONCE) {
        int begin = first;
        int count = Math.min(SLICES_AT_ONCE, side - first);
        device.write(slices, little(8).putInt(begin).putInt(count).flip());
        device.submit(
            encoder -> {
              Device.compute(
                  encoder,
                  pass ->
                      pass.dispatch(
                          kernel, computed, Math.ceilDiv(side, 32), Math.ceilDiv(side, 4), count));
              copy(encoder, voxels, row, texture, begin, count);
            });
      }
      return texture;
    }

    private void copy(
        GpuCommandEncoder encoder,
        GpuBuffer voxels,
        int row,
        GpuTexture texture,
        int first,
        int count) {
      encoder.copyBufferToTexture(
          new GpuTexelCopyBufferInfo(voxels, null, row, side),
          new GpuTexelCopyTextureInfo(texture, null, new GpuOrigin3D(0, 0, first), null),
          new GpuExtent3D(side, side, count));
    }

    /** From where the program looks if it is not told otherwise, and where its lamp is. */
    private ByteBuffer view() {
      double yaw = Math.toRadians(35);
      double pitch = Math.toRadians(22);
      double scale = Math.tan(Math.toRadians(16));
      double[] out = {
        Math.cos(pitch) * Math.cos(yaw), Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch)
      };
      double[] right = {-Math.sin(yaw), Math.cos(yaw), 0};
      double[] up = {
        -Math.sin(pitch) * Math.cos(yaw), -Math.sin(pitch) * Math.sin(yaw), Math.cos(pitch)
      };
      double[] lamp = new double[3];
      double length = Math.sqrt(1 + 0.9 * 0.9 + 0.7 * 0.7);
      for (int axis = 0; axis < 3; axis++) {
        lamp[axis] = (out[axis] + 0.9 * up[axis] - 0.7 * right[axis]) / length;
      }
      ByteBuffer bytes = little(7 * 16);
      put(bytes, 7, out);
      put(bytes, scale * across() / down(), right);
      put(bytes, scale, up);
      put(bytes, -1, out);
      put(bytes, 1, lamp);
      put(bytes, 1, 1, 1, 1);
      put(bytes, 2.0 / side, 1, 1, 1);
      return bytes.flip();
    }

    private static void put(ByteBuffer bytes, double factor, double... vector) {
      for (double part : vector) {
        bytes.putFloat((float) (factor * part));
      }
      bytes.putFloat(0);
    }

    private static ByteBuffer little(int bytes) {
      return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The colours "fire", of {@code guests/chart}: between two of Oklab, evenly. */
    private static ByteBuffer colours() {
      ByteBuffer bytes = little(16 * COLOURS);
      for (int i = 0; i < COLOURS; i++) {
        double part = i / (COLOURS - 1.0);
        double hue = Math.toRadians(-75 + 180 * part);
        double chroma = 0.19 * Math.sin(Math.PI * (0.08 + 0.84 * part));
        put(bytes, light(0.24 + 0.73 * part, chroma * Math.cos(hue), chroma * Math.sin(hue)));
      }
      return bytes.flip();
    }

    private static void put(ByteBuffer bytes, double[] light) {
      for (double part : light) {
        bytes.putFloat((float) Math.clamp(part, 0.0, 1.0));
      }
      bytes.putFloat(1);
    }

    /** B. Ottosson, "A perceptual color space for image processing", 2020. */
    private static double[] light(double l, double a, double b) {
      double one = Math.pow(l + 0.3963377774 * a + 0.2158037573 * b, 3);
      double two = Math.pow(l - 0.1055613458 * a - 0.0638541728 * b, 3);
      double three = Math.pow(l - 0.0894841775 * a - 1.2914855480 * b, 3);
      return new double[] {
        4.0767416621 * one - 3.3077115913 * two + 0.2309699292 * three,
        -1.2684380046 * one + 2.6097574011 * two - 0.3413193965 * three,
        -0.0041960863 * one - 0.7034186147 * two + 1.7076147010 * three
      };
    }

    @Override
    public void begin() {}

    @Override
    public void run() {
      device.compute(
          pass ->
              pass.dispatch(
                  march,
                  group,
                  Math.ceilDiv(across(), WORKGROUP),
                  Math.ceilDiv(down(), WORKGROUP),
                  1));
    }

    /** Light of each texel, and how much of what is behind comes through. */
    ByteBuffer result() {
      return device.read(picture).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
