package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuOrigin3D;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.dawn.generated.WGPUTextureUsage;

/**
 * Textures of three dimensions that passes can draw into. A texture is zero at first, and Dawn
 * clears one when it is first used. Of these only the first slice is then zero, whatever the use
 * is, and the others hold what was in memory, of another guest maybe: so it was seen on SwiftShader
 * and lavapipe, and this Dawn's Vulkan backend clears what can be drawn into by a pass into that
 * slice. So zeros are copied to all slices of a new one. Other volumes it clears as a whole.
 */
final class NewVolumes {
  /** As much as a texel of any format has. */
  private static final int TEXEL_SIZE = 16;

  /** What Dawn wants the rows of a texture to be aligned to in a buffer. */
  private static final int ROW_ALIGNMENT = 256;

  private NewVolumes() {}

  /** Whether a texture is one of these. */
  static boolean include(GpuTextureDescriptor texture) {
    return texture.dimension() == GpuTextureDimension.D3
        && texture.usage().contains(GpuTextureUsage.RENDER_ATTACHMENT);
  }

  /** Makes one that is zero. It is invalid where it cannot be made so. */
  static DawnTexture create(DawnDevice device, GpuTextureDescriptor descriptor) {
    List<DawnTexture> made = new ArrayList<>();
    boolean isMade =
        device
            .device()
            .accepts(
                () -> made.add(DawnTexture.create(device, descriptor, WGPUTextureUsage.COPY_DST)));
    DawnTexture volume = made.getFirst();
    if (!isMade || device.device().accepts(() -> clear(device, volume))) {
      return volume;
    }
    volume.close();
    return DawnTexture.createInvalid(device.device(), descriptor);
  }

  private static void clear(DawnDevice device, DawnTexture volume) {
    int row = (volume.width() * TEXEL_SIZE + ROW_ALIGNMENT - 1) & -ROW_ALIGNMENT;
    GpuBufferDescriptor slice =
        GpuBufferDescriptor.of((long) row * volume.height(), EnumSet.of(GpuBufferUsage.COPY_SRC));
    try (DawnCommandEncoder commands = DawnCommandEncoder.whateverUsages(device, "new volume");
        DawnBuffer zeros = DawnBuffer.create(device, slice);
        GpuQueue queue = device.queue()) {
      GpuTexelCopyBufferInfo source = GpuTexelCopyBufferInfo.of(zeros).withBytesPerRow(row);
      for (int level = 0; level < volume.mipLevelCount(); level++) {
        clear(commands, source, volume, level);
      }
      try (GpuCommandBuffer finished = commands.finish(null)) {
        queue.submit(List.of(finished));
      }
    }
  }

  private static void clear(
      GpuCommandEncoder commands, GpuTexelCopyBufferInfo zeros, DawnTexture volume, int level) {
    GpuExtent3D slice =
        GpuExtent3D.of(extent(volume.width(), level)).withHeight(extent(volume.height(), level));
    for (int z = 0; z < extent(volume.depthOrArrayLayers(), level); z++) {
      commands.copyBufferToTexture(
          zeros,
          GpuTexelCopyTextureInfo.of(volume)
              .withMipLevel(level)
              .withOrigin(GpuOrigin3D.of().withZ(z)),
          slice);
    }
  }

  /** An extent of a mip level. */
  private static int extent(int whole, int level) {
    return Math.max(1, whole >> level);
  }
}
