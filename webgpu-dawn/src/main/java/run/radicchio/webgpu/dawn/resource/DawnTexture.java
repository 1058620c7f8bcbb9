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
import run.radicchio.webgpu.dawn.generated.WGPUDawnTextureInternalUsageDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;
import run.radicchio.webgpu.dawn.generated.WGPUTexture;
import run.radicchio.webgpu.dawn.generated.WGPUTextureDescriptor;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;

/**
 * A texture. What it was made with, it tells from its descriptor.
 *
 * @param beforeDestroy runs before it is destroyed
 */
record DawnTexture(Device device, Handle handle, GpuTextureDescriptor made, Runnable beforeDestroy)
    implements DawnObject, GpuTexture {
  /** The swizzle that changes nothing. */
  private static final String IDENTITY = "rgba";

  /**
   * Makes a texture.
   *
   * @param internalUsage a {@code WGPUTextureUsage} that commands of this side may make besides
   */
  static DawnTexture create(DawnDevice maker, GpuTextureDescriptor descriptor, long internalUsage) {
    Device device = maker.device();
    String wrong = TransientAttachments.check(descriptor);
    try (Call call = Call.begin()) {
      long address = maker.handle().address(call);
      if (wrong != null) {
        device.error(WGPUErrorType.VALIDATION, wrong);
        return createInvalid(device, descriptor);
      }
      long written = TextureDescriptors.texture(call, descriptor);
      if (internalUsage != 0) {
        long extension = call.allocate(WGPUDawnTextureInternalUsageDescriptor.SIZE);
        WGPUDawnTextureInternalUsageDescriptor.initialize(extension);
        WGPUDawnTextureInternalUsageDescriptor.internalUsage(extension, internalUsage);
        WGPUTextureDescriptor.nextInChain(written, extension);
      }
      long texture = WGPUDevice.createTexture(address, written);
      return own(device, texture, descriptor);
    }
  }

  /** A texture that is invalid, without an error, of a device that the caller holds. */
  static DawnTexture createInvalid(Device device, GpuTextureDescriptor descriptor) {
    try (Call call = Call.begin()) {
      long written = TextureDescriptors.texture(call, descriptor);
      return own(device, WGPUDevice.createErrorTexture(device.address(), written), descriptor);
    }
  }

  private static DawnTexture own(Device device, long texture, GpuTextureDescriptor descriptor) {
    Handle handle = device.own(ObjectKind.TEXTURE, texture, DawnObject.label(descriptor.label()));
    return new DawnTexture(device, handle, descriptor, () -> {});
  }

  /**
   * Another handle of the texture.
   *
   * @param beforeDestroy runs before this handle destroys it
   */
  DawnTexture share(Runnable beforeDestroy) {
    return new DawnTexture(device, handle.share(WGPUTexture::addRef), made, beforeDestroy);
  }

  @Override
  public GpuTextureView createView(@Nullable GpuTextureViewDescriptor given) {
    GpuTextureViewDescriptor view = given == null ? GpuTextureViewDescriptor.of() : given;
    try (Call call = Call.begin()) {
      long texture = handle.address(call);
      String wrong = check(view);
      if (wrong != null) {
        device.error(WGPUErrorType.VALIDATION, wrong);
      }
      long written = TextureDescriptors.view(call, view, made.usage());
      long address =
          wrong == null
              ? WGPUTexture.createView(texture, written)
              : WGPUTexture.createErrorView(texture, written);
      return new DawnTextureView(
          device.own(ObjectKind.TEXTURE_VIEW, address, DawnObject.label(view.label())),
          view.format() == null ? made.format() : view.format(),
          made);
    }
  }

  /** What is wrong with a view that Dawn would not see; null if that is nothing. */
  private @Nullable String check(GpuTextureViewDescriptor view) {
    if (view.swizzle() != null && !view.swizzle().equals(IDENTITY)) {
      return "the swizzle \"%s\" needs the feature texture-component-swizzle, which the device does not have"
          .formatted(view.swizzle());
    }
    return TransientAttachments.check(made, view);
  }

  @Override
  public void destroy() {
    beforeDestroy.run();
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

  /** None, whatever was asked for: every device here is of the core level, which has no need. */
  @Override
  public @Nullable GpuTextureViewDimension textureBindingViewDimension() {
    handle.checkOpen();
    return null;
  }
}
