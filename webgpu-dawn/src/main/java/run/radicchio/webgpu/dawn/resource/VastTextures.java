package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;

/**
 * Textures of which a mip level of one layer has 4 GiB or more, unless passes can draw into them.
 * Where one is first used, Dawn copies zeros into it from a buffer, of which it counts the bytes in
 * 32 bits: so a GPU that has memory for the texture would read beyond the buffer, and a guest see
 * what is there. They are refused, as if there was no memory.
 */
final class VastTextures {
  /** What Dawn counts as no bytes. */
  private static final double VAST = 0x1p32;

  /** What Dawn aligns the rows of a texture to in a buffer. */
  private static final int ROW_ALIGNMENT = 256;

  private static final Pattern EQUAL_COMPONENTS =
      Pattern.compile("(R|RG|RGBA|BGRA)(8|16|32)[A-Z].*");
  private static final Pattern COMPRESSED = Pattern.compile("(BC|ETC2|EAC|ASTC).*");

  private VastTextures() {}

  /** Whether a texture is one of these. */
  static boolean include(GpuTextureDescriptor texture) {
    long width = Integer.toUnsignedLong(texture.size().width());
    long height = Integer.toUnsignedLong(Given.or(texture.size().height(), 1));
    long slices =
        texture.dimension() == GpuTextureDimension.D3
            ? Integer.toUnsignedLong(Given.or(texture.size().depthOrArrayLayers(), 1))
            : 1;
    long row = (width * texelSize(texture.format()) + ROW_ALIGNMENT - 1) & -ROW_ALIGNMENT;
    return !texture.usage().contains(GpuTextureUsage.RENDER_ATTACHMENT)
        && (double) row * height * slices >= VAST;
  }

  /** How many bytes a texel has at most. */
  private static int texelSize(GpuTextureFormat format) {
    Matcher equal = EQUAL_COMPONENTS.matcher(format.name());
    if (equal.matches()) {
      return equal.group(1).length() * Integer.parseInt(equal.group(2)) / Byte.SIZE;
    }
    return COMPRESSED.matcher(format.name()).matches() ? 1 : 4;
  }

  /** Makes an invalid one; the error is Dawn's where more is wrong with it. */
  static DawnTexture refuse(DawnDevice device, GpuTextureDescriptor descriptor) {
    List<DawnTexture> made = new ArrayList<>();
    boolean isRight =
        device.device().accepts(() -> made.add(DawnTexture.create(device, descriptor, 0)));
    DawnTexture texture = made.getFirst();
    if (!isRight) {
      return texture;
    }
    texture.close();
    device
        .device()
        .error(
            WGPUErrorType.OUT_OF_MEMORY,
            "there is no memory for a texture with 4 GiB or more in a mip level of a layer,"
                + " unless it has the usage RENDER_ATTACHMENT");
    return DawnTexture.createInvalid(device.device(), descriptor);
  }
}
