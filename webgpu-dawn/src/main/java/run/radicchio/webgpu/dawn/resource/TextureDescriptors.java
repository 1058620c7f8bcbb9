package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuOrigin3D;
import run.radicchio.webgpu.GpuSamplerDescriptor;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyBufferLayout;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureViewDescriptor;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUExtent3D;
import run.radicchio.webgpu.dawn.generated.WGPUOrigin3D;
import run.radicchio.webgpu.dawn.generated.WGPUSamplerDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUTexelCopyBufferInfo;
import run.radicchio.webgpu.dawn.generated.WGPUTexelCopyBufferLayout;
import run.radicchio.webgpu.dawn.generated.WGPUTexelCopyTextureInfo;
import run.radicchio.webgpu.dawn.generated.WGPUTextureDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUTextureViewDescriptor;
import run.radicchio.webgpu.dawn.object.Text;

/** Descriptors of textures, their views and samplers, and of copies from and to them. */
final class TextureDescriptors {
  private TextureDescriptors() {}

  static long texture(Call call, GpuTextureDescriptor from) {
    List<GpuTextureFormat> viewFormats =
        from.viewFormats() == null ? List.of() : from.viewFormats();
    long to = call.allocate(WGPUTextureDescriptor.SIZE);
    WGPUTextureDescriptor.initialize(to);
    Text.write(call, WGPUTextureDescriptor.label(to), from.label());
    WGPUTextureDescriptor.usage(to, Masks.of(from.usage(), Masks::bit));
    WGPUTextureDescriptor.dimension(to, Values.of(from.dimension()));
    write(from.size(), WGPUTextureDescriptor.size(to));
    WGPUTextureDescriptor.format(to, TextureFormats.of(from.format()));
    WGPUTextureDescriptor.mipLevelCount(to, Given.or(from.mipLevelCount(), 1));
    WGPUTextureDescriptor.sampleCount(to, Given.or(from.sampleCount(), 1));
    WGPUTextureDescriptor.viewFormatCount(to, viewFormats.size());
    WGPUTextureDescriptor.viewFormats(to, Arrays.values(call, viewFormats, TextureFormats::of));
    return to;
  }

  /**
   * A view.
   *
   * @param texture what the texture is for: what the view is, where it does not say. Dawn would not
   *     check that against the view's format
   */
  static long view(Call call, GpuTextureViewDescriptor from, Set<GpuTextureUsage> texture) {
    long to = call.allocate(WGPUTextureViewDescriptor.SIZE);
    WGPUTextureViewDescriptor.initialize(to);
    Text.write(call, WGPUTextureViewDescriptor.label(to), from.label());
    WGPUTextureViewDescriptor.format(to, TextureFormats.of(from.format()));
    WGPUTextureViewDescriptor.dimension(to, Values.of(from.dimension()));
    WGPUTextureViewDescriptor.baseMipLevel(to, Given.or(from.baseMipLevel(), 0));
    WGPUTextureViewDescriptor.mipLevelCount(to, Given.orHighest(from.mipLevelCount()));
    WGPUTextureViewDescriptor.baseArrayLayer(to, Given.or(from.baseArrayLayer(), 0));
    WGPUTextureViewDescriptor.arrayLayerCount(to, Given.orHighest(from.arrayLayerCount()));
    WGPUTextureViewDescriptor.aspect(to, Values.of(from.aspect()));
    boolean given = from.usage() != null && !from.usage().isEmpty();
    WGPUTextureViewDescriptor.usage(to, Masks.of(given ? from.usage() : texture, Masks::bit));
    return to;
  }

  static long sampler(Call call, GpuSamplerDescriptor from) {
    long to = call.allocate(WGPUSamplerDescriptor.SIZE);
    WGPUSamplerDescriptor.initialize(to);
    Text.write(call, WGPUSamplerDescriptor.label(to), from.label());
    WGPUSamplerDescriptor.addressModeU(to, Values.of(from.addressModeU()));
    WGPUSamplerDescriptor.addressModeV(to, Values.of(from.addressModeV()));
    WGPUSamplerDescriptor.addressModeW(to, Values.of(from.addressModeW()));
    WGPUSamplerDescriptor.magFilter(to, Values.of(from.magFilter()));
    WGPUSamplerDescriptor.minFilter(to, Values.of(from.minFilter()));
    WGPUSamplerDescriptor.mipmapFilter(to, Values.of(from.mipmapFilter()));
    WGPUSamplerDescriptor.lodMinClamp(to, Given.or(from.lodMinClamp(), 0f));
    WGPUSamplerDescriptor.lodMaxClamp(to, Given.or(from.lodMaxClamp(), 32f));
    WGPUSamplerDescriptor.compare(to, Values.of(from.compare()));
    if (from.maxAnisotropy() != null) {
      WGPUSamplerDescriptor.maxAnisotropy(to, from.maxAnisotropy());
    }
    return to;
  }

  static long extent(Call call, GpuExtent3D from) {
    long to = call.allocate(WGPUExtent3D.SIZE);
    write(from, to);
    return to;
  }

  private static void write(GpuExtent3D from, long to) {
    WGPUExtent3D.width(to, from.width());
    WGPUExtent3D.height(to, Given.or(from.height(), 1));
    WGPUExtent3D.depthOrArrayLayers(to, Given.or(from.depthOrArrayLayers(), 1));
  }

  static long texelCopyTexture(Call call, GpuTexelCopyTextureInfo from) {
    long to = call.allocate(WGPUTexelCopyTextureInfo.SIZE);
    WGPUTexelCopyTextureInfo.initialize(to);
    WGPUTexelCopyTextureInfo.texture(to, DawnObject.address(call, from.texture()));
    WGPUTexelCopyTextureInfo.mipLevel(to, Given.or(from.mipLevel(), 0));
    WGPUTexelCopyTextureInfo.aspect(to, Values.of(from.aspect()));
    GpuOrigin3D origin = from.origin();
    if (origin != null) {
      long at = WGPUTexelCopyTextureInfo.origin(to);
      WGPUOrigin3D.x(at, Given.or(origin.x(), 0));
      WGPUOrigin3D.y(at, Given.or(origin.y(), 0));
      WGPUOrigin3D.z(at, Given.or(origin.z(), 0));
    }
    return to;
  }

  static long texelCopyBuffer(Call call, GpuTexelCopyBufferInfo from) {
    long to = call.allocate(WGPUTexelCopyBufferInfo.SIZE);
    WGPUTexelCopyBufferInfo.buffer(to, DawnObject.address(call, from.buffer()));
    writeLayout(
        WGPUTexelCopyBufferInfo.layout(to), from.offset(), from.bytesPerRow(), from.rowsPerImage());
    return to;
  }

  static long texelCopyLayout(Call call, GpuTexelCopyBufferLayout from) {
    long to = call.allocate(WGPUTexelCopyBufferLayout.SIZE);
    writeLayout(to, from.offset(), from.bytesPerRow(), from.rowsPerImage());
    return to;
  }

  private static void writeLayout(
      long to, @Nullable Long offset, @Nullable Integer bytesPerRow, @Nullable Integer rows) {
    WGPUTexelCopyBufferLayout.offset(to, Given.or(offset, 0));
    WGPUTexelCopyBufferLayout.bytesPerRow(to, Given.orHighest(bytesPerRow));
    WGPUTexelCopyBufferLayout.rowsPerImage(to, Given.orHighest(rows));
  }
}
