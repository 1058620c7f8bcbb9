package run.radicchio.webgpu.dawn.resource;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureDimension;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.GpuTextureViewDescriptor;
import run.radicchio.webgpu.GpuTextureViewDimension;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;
import run.radicchio.webgpu.dawn.generated.WGPUTexture;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;

/** A texture. What it was made with, it tells from its descriptor. */
record DawnTexture(Device device, Handle handle, GpuTextureDescriptor made)
    implements DawnObject, GpuTexture {
  /** The swizzle that changes nothing. */
  private static final String IDENTITY = "rgba";

  static DawnTexture create(Device device, Handle maker, GpuTextureDescriptor descriptor) {
    try (Call call = Call.begin()) {
      long texture =
          WGPUDevice.createTexture(
              maker.address(call), TextureDescriptors.texture(call, descriptor));
      Handle handle = device.own(ObjectKind.TEXTURE, texture, DawnObject.label(descriptor.label()));
      return new DawnTexture(device, handle, descriptor);
    }
  }

  @Override
  public GpuTextureView createView(@Nullable GpuTextureViewDescriptor given) {
    GpuTextureViewDescriptor view = given == null ? GpuTextureViewDescriptor.of() : given;
    try (Call call = Call.begin()) {
      long written = TextureDescriptors.view(call, view);
      boolean swizzled = view.swizzle() != null && !view.swizzle().equals(IDENTITY);
      long address =
          swizzled
              ? WGPUTexture.createErrorView(handle.address(call), written)
              : WGPUTexture.createView(handle.address(call), written);
      if (swizzled) {
        device.error(
            WGPUErrorType.VALIDATION,
            "the swizzle \""
                + view.swizzle()
                + "\" needs the feature texture-component-swizzle, which the device does not have");
      }
      return new DawnTextureView(
          device.own(ObjectKind.TEXTURE_VIEW, address, DawnObject.label(view.label())));
    }
  }

  @Override
  public void destroy() {
    try (Call call = Call.begin()) {
      WGPUTexture.destroy(handle.address(call));
    }
  }

  /** What it was made with, while it is open. */
  private GpuTextureDescriptor descriptor() {
    handle.checkOpen();
    return made;
  }

  @Override
  public int width() {
    return descriptor().size().width();
  }

  @Override
  public int height() {
    return Given.or(descriptor().size().height(), 1);
  }

  @Override
  public int depthOrArrayLayers() {
    return Given.or(descriptor().size().depthOrArrayLayers(), 1);
  }

  @Override
  public int mipLevelCount() {
    return Given.or(descriptor().mipLevelCount(), 1);
  }

  @Override
  public int sampleCount() {
    return Given.or(descriptor().sampleCount(), 1);
  }

  @Override
  public GpuTextureDimension dimension() {
    GpuTextureDimension dimension = descriptor().dimension();
    return dimension == null ? GpuTextureDimension.D2 : dimension;
  }

  @Override
  public GpuTextureFormat format() {
    return descriptor().format();
  }

  @Override
  public Set<GpuTextureUsage> usage() {
    Set<GpuTextureUsage> usage = EnumSet.noneOf(GpuTextureUsage.class);
    usage.addAll(descriptor().usage());
    return usage;
  }

  /** What was asked for; Dawn's devices of the core level do without it. */
  @Override
  public @Nullable GpuTextureViewDimension textureBindingViewDimension() {
    return descriptor().textureBindingViewDimension();
  }
}
