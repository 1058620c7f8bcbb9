package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import run.radicchio.webgpu.GpuBindGroupDescriptor;
import run.radicchio.webgpu.GpuBindGroupEntry;
import run.radicchio.webgpu.GpuBindGroupLayoutDescriptor;
import run.radicchio.webgpu.GpuBindGroupLayoutEntry;
import run.radicchio.webgpu.GpuBindingResource;
import run.radicchio.webgpu.GpuBufferBinding;
import run.radicchio.webgpu.GpuBufferBindingLayout;
import run.radicchio.webgpu.GpuPipelineLayoutDescriptor;
import run.radicchio.webgpu.GpuSamplerBindingLayout;
import run.radicchio.webgpu.GpuStorageTextureBindingLayout;
import run.radicchio.webgpu.GpuTextureBindingLayout;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUBindGroupDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUBindGroupEntry;
import run.radicchio.webgpu.dawn.generated.WGPUBindGroupLayoutDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUBindGroupLayoutEntry;
import run.radicchio.webgpu.dawn.generated.WGPUBufferBindingLayout;
import run.radicchio.webgpu.dawn.generated.WGPUPipelineLayoutDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUSamplerBindingLayout;
import run.radicchio.webgpu.dawn.generated.WGPUStorageTextureBindingLayout;
import run.radicchio.webgpu.dawn.generated.WGPUTextureBindingLayout;
import run.radicchio.webgpu.dawn.object.Text;

/** Descriptors of what shaders are bound to. */
final class BindingDescriptors {
  private BindingDescriptors() {}

  static long bindGroupLayout(Call call, GpuBindGroupLayoutDescriptor from) {
    long to = call.allocate(WGPUBindGroupLayoutDescriptor.SIZE);
    WGPUBindGroupLayoutDescriptor.initialize(to);
    Text.write(call, WGPUBindGroupLayoutDescriptor.label(to), from.label());
    WGPUBindGroupLayoutDescriptor.entryCount(to, from.entries().size());
    WGPUBindGroupLayoutDescriptor.entries(
        to,
        Arrays.structures(
            call,
            from.entries(),
            WGPUBindGroupLayoutEntry.SIZE,
            (_, entry, at) -> write(entry, at)));
    return to;
  }

  private static void write(GpuBindGroupLayoutEntry from, long to) {
    WGPUBindGroupLayoutEntry.initialize(to);
    WGPUBindGroupLayoutEntry.binding(to, from.binding());
    WGPUBindGroupLayoutEntry.visibility(to, Masks.of(from.visibility(), Masks::bit));
    if (from.buffer() != null) {
      write(from.buffer(), WGPUBindGroupLayoutEntry.buffer(to));
    }
    if (from.sampler() != null) {
      write(from.sampler(), WGPUBindGroupLayoutEntry.sampler(to));
    }
    if (from.texture() != null) {
      write(from.texture(), WGPUBindGroupLayoutEntry.texture(to));
    }
    if (from.storageTexture() != null) {
      write(from.storageTexture(), WGPUBindGroupLayoutEntry.storageTexture(to));
    }
  }

  private static void write(GpuBufferBindingLayout from, long to) {
    WGPUBufferBindingLayout.type(to, Values.of(from.type()));
    WGPUBufferBindingLayout.hasDynamicOffset(to, Given.or(from.hasDynamicOffset(), false));
    WGPUBufferBindingLayout.minBindingSize(to, Given.or(from.minBindingSize(), 0));
  }

  private static void write(GpuSamplerBindingLayout from, long to) {
    WGPUSamplerBindingLayout.type(to, Values.of(from.type()));
  }

  private static void write(GpuTextureBindingLayout from, long to) {
    WGPUTextureBindingLayout.sampleType(to, Values.of(from.sampleType()));
    WGPUTextureBindingLayout.viewDimension(to, Values.of(from.viewDimension()));
    WGPUTextureBindingLayout.multisampled(to, Given.or(from.multisampled(), false));
  }

  private static void write(GpuStorageTextureBindingLayout from, long to) {
    WGPUStorageTextureBindingLayout.access(to, Values.of(from.access()));
    WGPUStorageTextureBindingLayout.format(to, TextureFormats.of(from.format()));
    WGPUStorageTextureBindingLayout.viewDimension(to, Values.of(from.viewDimension()));
  }

  static long pipelineLayout(Call call, GpuPipelineLayoutDescriptor from) {
    long to = call.allocate(WGPUPipelineLayoutDescriptor.SIZE);
    WGPUPipelineLayoutDescriptor.initialize(to);
    Text.write(call, WGPUPipelineLayoutDescriptor.label(to), from.label());
    WGPUPipelineLayoutDescriptor.bindGroupLayoutCount(to, from.bindGroupLayouts().size());
    WGPUPipelineLayoutDescriptor.bindGroupLayouts(
        to, Arrays.handles(call, from.bindGroupLayouts()));
    WGPUPipelineLayoutDescriptor.immediateSize(to, Given.or(from.immediateSize(), 0));
    return to;
  }

  /**
   * A bind group.
   *
   * @param views holds the views of textures that are bound directly, while Dawn reads them
   */
  static long bindGroup(Call call, GpuBindGroupDescriptor from, ImplicitViews views) {
    long to = call.allocate(WGPUBindGroupDescriptor.SIZE);
    WGPUBindGroupDescriptor.initialize(to);
    Text.write(call, WGPUBindGroupDescriptor.label(to), from.label());
    WGPUBindGroupDescriptor.layout(to, DawnObject.address(call, from.layout()));
    WGPUBindGroupDescriptor.entryCount(to, from.entries().size());
    WGPUBindGroupDescriptor.entries(to, bindGroupEntries(call, from.entries(), views));
    return to;
  }

  /** Without a function for each element, which would be an object in each call. */
  private static long bindGroupEntries(
      Call call, List<GpuBindGroupEntry> from, ImplicitViews views) {
    long array = call.allocate(from.size() * WGPUBindGroupEntry.SIZE);
    for (int i = 0; i < from.size(); i++) {
      write(call, from.get(i), array + i * WGPUBindGroupEntry.SIZE, views);
    }
    return array;
  }

  private static void write(Call call, GpuBindGroupEntry from, long to, ImplicitViews views) {
    WGPUBindGroupEntry.initialize(to);
    WGPUBindGroupEntry.binding(to, from.binding());
    switch (from.resource()) {
      case GpuBindingResource.Buffer(var buffer) ->
          WGPUBindGroupEntry.buffer(to, DawnObject.address(call, buffer));
      case GpuBindingResource.BufferBinding(GpuBufferBinding binding) -> {
        WGPUBindGroupEntry.buffer(to, DawnObject.address(call, binding.buffer()));
        WGPUBindGroupEntry.offset(to, Given.or(binding.offset(), 0));
        WGPUBindGroupEntry.size(to, Given.orHighest(binding.size()));
      }
      case GpuBindingResource.Sampler(var sampler) ->
          WGPUBindGroupEntry.sampler(to, DawnObject.address(call, sampler));
      case GpuBindingResource.Texture(var texture) ->
          WGPUBindGroupEntry.textureView(to, views.of(DawnObject.address(call, texture)));
      case GpuBindingResource.TextureView(var view) ->
          WGPUBindGroupEntry.textureView(to, DawnObject.address(call, view));
    }
  }
}
