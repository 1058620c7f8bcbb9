package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.CreatePipelineError;
import run.radicchio.webgpu.CreatePipelineErrorKind;
import run.radicchio.webgpu.CreatePipelineException;
import run.radicchio.webgpu.CreateQuerySetError;
import run.radicchio.webgpu.CreateQuerySetErrorKind;
import run.radicchio.webgpu.CreateQuerySetException;
import run.radicchio.webgpu.GpuAdapterInfo;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindGroupDescriptor;
import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuBindGroupLayoutDescriptor;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuCommandEncoderDescriptor;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceLostInfo;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuMultisampleState;
import run.radicchio.webgpu.GpuPipelineErrorReason;
import run.radicchio.webgpu.GpuPipelineLayout;
import run.radicchio.webgpu.GpuPipelineLayoutDescriptor;
import run.radicchio.webgpu.GpuQuerySet;
import run.radicchio.webgpu.GpuQuerySetDescriptor;
import run.radicchio.webgpu.GpuQueryType;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuRenderBundleEncoder;
import run.radicchio.webgpu.GpuRenderBundleEncoderDescriptor;
import run.radicchio.webgpu.GpuRenderPipeline;
import run.radicchio.webgpu.GpuRenderPipelineDescriptor;
import run.radicchio.webgpu.GpuSampler;
import run.radicchio.webgpu.GpuSamplerDescriptor;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.GpuSupportedFeatures;
import run.radicchio.webgpu.GpuSupportedLimits;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.PopErrorScopeError;
import run.radicchio.webgpu.PopErrorScopeErrorKind;
import run.radicchio.webgpu.PopErrorScopeException;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUCreatePipelineAsyncStatus;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;
import run.radicchio.webgpu.dawn.object.Operation;
import run.radicchio.webgpu.dawn.object.Taken;

/** A device, as its maker holds it. */
final class DawnDevice implements DawnObject, GpuDevice {
  private final Device device;
  private final Handle handle;
  private volatile @Nullable GpuSupportedFeatures features;
  private volatile @Nullable DawnLimits limits;

  /** Takes over the device that Dawn made. */
  DawnDevice(Device device, long address, String label) {
    this.device = device;
    this.handle = device.own(ObjectKind.DEVICE, address, label);
    // From here on it is the handle that keeps the device alive.
    device.lifetime().leave();
  }

  private DawnDevice(Device device, Handle handle) {
    this.device = device;
    this.handle = handle;
  }

  /** Another handle of the device. */
  DawnDevice share() {
    // Dawn counts one holder, and the device's lifetime the others.
    return new DawnDevice(device, handle.share(_ -> {}));
  }

  @Override
  public Handle handle() {
    return handle;
  }

  /** The device below. */
  Device device() {
    return device;
  }

  @Override
  public GpuSupportedFeatures features() {
    handle.checkOpen();
    GpuSupportedFeatures known = features;
    if (known == null) {
      try (Call call = Call.begin()) {
        long address = handle.address(call);
        known = new DawnFeatures(Features.where(f -> WGPUDevice.hasFeature(address, f)));
        features = known;
      }
    }
    return known;
  }

  @Override
  public GpuSupportedLimits limits() {
    handle.checkOpen();
    DawnLimits known = limits;
    if (known == null) {
      try (Call call = Call.begin()) {
        long address = handle.address(call);
        known = DawnLimits.read(structure -> WGPUDevice.getLimits(address, structure));
        limits = known;
      }
    }
    return known;
  }

  @Override
  public GpuAdapterInfo adapterInfo() {
    handle.checkOpen();
    return device.adapter().info();
  }

  @Override
  public GpuQueue queue() {
    try (Call call = Call.begin()) {
      return new DawnQueue(device, WGPUDevice.getQueue(handle.address(call)));
    }
  }

  @Override
  public void destroy() {
    handle.checkOpen();
    device.destroy();
  }

  @Override
  public GpuBuffer createBuffer(GpuBufferDescriptor descriptor) {
    return DawnBuffer.create(this, descriptor);
  }

  @Override
  public GpuTexture createTexture(GpuTextureDescriptor descriptor) {
    if (NewVolumes.include(descriptor)) {
      return NewVolumes.create(this, descriptor);
    }
    return VastTextures.include(descriptor)
        ? VastTextures.refuse(this, descriptor)
        : DawnTexture.create(this, descriptor, 0);
  }

  @Override
  public GpuSampler createSampler(@Nullable GpuSamplerDescriptor descriptor) {
    GpuSamplerDescriptor given = descriptor == null ? GpuSamplerDescriptor.of() : descriptor;
    return new DawnSampler(
        create(
            ObjectKind.SAMPLER,
            given.label(),
            call -> TextureDescriptors.sampler(call, given),
            WGPUDevice::createSampler));
  }

  @Override
  public GpuBindGroupLayout createBindGroupLayout(GpuBindGroupLayoutDescriptor descriptor) {
    return new DawnBindGroupLayout(
        create(
            ObjectKind.BIND_GROUP_LAYOUT,
            descriptor.label(),
            call -> BindingDescriptors.bindGroupLayout(call, descriptor),
            WGPUDevice::createBindGroupLayout));
  }

  @Override
  public GpuPipelineLayout createPipelineLayout(GpuPipelineLayoutDescriptor descriptor) {
    int size = Given.or(descriptor.immediateSize(), 0);
    return size % 4 == 0
        ? pipelineLayout(descriptor)
        : refused(
            "the immediate size %s is no multiple of 4".formatted(Integer.toUnsignedString(size)),
            () -> pipelineLayout(descriptor.withImmediateSize(-1)));
  }

  private GpuPipelineLayout pipelineLayout(GpuPipelineLayoutDescriptor descriptor) {
    return new DawnPipelineLayout(
        create(
            ObjectKind.PIPELINE_LAYOUT,
            descriptor.label(),
            call -> BindingDescriptors.pipelineLayout(call, descriptor),
            WGPUDevice::createPipelineLayout));
  }

  /**
   * Reports an error that Dawn does not see.
   *
   * @param invalid makes an object out of something else that Dawn does see, and takes for invalid
   * @return the invalid object
   */
  private <T> T refused(String error, Supplier<T> invalid) {
    List<T> made = new ArrayList<>(1);
    device.attempt(() -> made.add(invalid.get()));
    device.error(WGPUErrorType.VALIDATION, error);
    return made.getFirst();
  }

  @Override
  public GpuBindGroup createBindGroup(GpuBindGroupDescriptor descriptor) {
    // Programs may make many in each frame: no object is made for this but what stays.
    try (Call call = Call.begin();
        ImplicitViews views = new ImplicitViews()) {
      long written = BindingDescriptors.bindGroup(call, descriptor, views);
      long group = WGPUDevice.createBindGroup(handle.address(call), written);
      return new DawnBindGroup(
          device.own(ObjectKind.BIND_GROUP, group, DawnObject.label(descriptor.label())));
    }
  }

  @Override
  public GpuShaderModule createShaderModule(GpuShaderModuleDescriptor descriptor) {
    ShaderSource source = ShaderSource.of(descriptor.code());
    return new DawnShaderModule(
        device,
        create(
            ObjectKind.SHADER_MODULE,
            descriptor.label(),
            call -> PipelineDescriptors.shaderModule(call, descriptor, source.code()),
            WGPUDevice::createShaderModule),
        source.added());
  }

  @Override
  public GpuComputePipeline createComputePipeline(GpuComputePipelineDescriptor descriptor) {
    return new DawnComputePipeline(
        create(
            ObjectKind.COMPUTE_PIPELINE,
            descriptor.label(),
            call -> PipelineDescriptors.computePipeline(call, descriptor),
            WGPUDevice::createComputePipeline));
  }

  @Override
  public GpuRenderPipeline createRenderPipeline(GpuRenderPipelineDescriptor descriptor) {
    String wrong = RenderTargets.check(descriptor, features());
    return wrong == null
        ? renderPipeline(descriptor)
        : refused(
            wrong,
            () ->
                renderPipeline(descriptor.withMultisample(GpuMultisampleState.of().withCount(0))));
  }

  private GpuRenderPipeline renderPipeline(GpuRenderPipelineDescriptor descriptor) {
    return new DawnRenderPipeline(
        create(
            ObjectKind.RENDER_PIPELINE,
            descriptor.label(),
            call -> RenderPipelineDescriptors.renderPipeline(call, descriptor),
            WGPUDevice::createRenderPipeline));
  }

  @Override
  public CompletionStage<GpuComputePipeline> createComputePipelineAsync(
      GpuComputePipelineDescriptor descriptor) {
    String label = DawnObject.label(descriptor.label());
    return createPipeline(
        Operation.CREATE_COMPUTE_PIPELINE,
        call -> PipelineDescriptors.computePipeline(call, descriptor),
        WGPUDevice::createComputePipelineAsync,
        pipeline ->
            new DawnComputePipeline(device.own(ObjectKind.COMPUTE_PIPELINE, pipeline, label)));
  }

  @Override
  public CompletionStage<GpuRenderPipeline> createRenderPipelineAsync(
      GpuRenderPipelineDescriptor descriptor) {
    String wrong = RenderTargets.check(descriptor, features());
    if (wrong != null && !device.isLost()) {
      handle.checkOpen();
      return CompletableFuture.failedFuture(
          new CreatePipelineException(
              pipelineError(WGPUCreatePipelineAsyncStatus.VALIDATION_ERROR, wrong)));
    }
    String label = DawnObject.label(descriptor.label());
    return createPipeline(
        Operation.CREATE_RENDER_PIPELINE,
        call -> RenderPipelineDescriptors.renderPipeline(call, descriptor),
        WGPUDevice::createRenderPipelineAsync,
        pipeline ->
            new DawnRenderPipeline(device.own(ObjectKind.RENDER_PIPELINE, pipeline, label)));
  }

  @Override
  public GpuCommandEncoder createCommandEncoder(@Nullable GpuCommandEncoderDescriptor descriptor) {
    String label = descriptor == null ? null : descriptor.label();
    return new DawnCommandEncoder(
        device,
        create(
            ObjectKind.COMMAND_ENCODER,
            label,
            call -> SmallDescriptors.commandEncoder(call, label),
            WGPUDevice::createCommandEncoder),
        new Recording(device, "this command encoder", null));
  }

  @Override
  public GpuRenderBundleEncoder createRenderBundleEncoder(
      GpuRenderBundleEncoderDescriptor descriptor) {
    return new DawnRenderBundleEncoder(
        device,
        create(
            ObjectKind.RENDER_BUNDLE_ENCODER,
            descriptor.label(),
            call -> RenderPassDescriptors.renderBundleEncoder(call, descriptor),
            WGPUDevice::createRenderBundleEncoder),
        descriptor);
  }

  @Override
  public GpuQuerySet createQuerySet(GpuQuerySetDescriptor descriptor)
      throws CreateQuerySetException {
    if (descriptor.type() == GpuQueryType.TIMESTAMP
        && !features().has(Features.webName(GpuFeatureName.TIMESTAMP_QUERY))) {
      throw new CreateQuerySetException(
          new CreateQuerySetError(
              new CreateQuerySetErrorKind.TypeError(),
              "the device does not have the feature timestamp-query"));
    }
    return new DawnQuerySet(
        create(
            ObjectKind.QUERY_SET,
            descriptor.label(),
            call -> SmallDescriptors.querySet(call, descriptor),
            WGPUDevice::createQuerySet),
        descriptor.type(),
        descriptor.count());
  }

  @Override
  public CompletionStage<GpuDeviceLostInfo> lost() {
    handle.checkOpen();
    return device.lost();
  }

  @Override
  public void pushErrorScope(GpuErrorFilter filter) {
    handle.checkOpen();
    device.errorScopes().push(filter);
  }

  @Override
  public CompletionStage<@Nullable GpuError> popErrorScope() {
    handle.checkOpen();
    if (device.isLost()) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      return CompletableFuture.completedFuture(device.errorScopes().pop());
    } catch (NoSuchElementException _) {
      return CompletableFuture.failedFuture(
          new PopErrorScopeException(
              new PopErrorScopeError(
                  new PopErrorScopeErrorKind.OperationError(), "there is no error scope to pop")));
    }
  }

  @Override
  public Flow.Publisher<GpuError> onUncapturedError() {
    handle.checkOpen();
    return device.uncapturedErrors().stream();
  }

  /** A function of Dawn that makes an object of a device from a descriptor. */
  @FunctionalInterface
  private interface Create {
    long apply(long device, long descriptor);
  }

  private Handle create(
      ObjectKind kind, @Nullable String label, ToLongFunction<Call> descriptor, Create create) {
    try (Call call = Call.begin()) {
      long object = create.apply(handle.address(call), descriptor.applyAsLong(call));
      return device.own(kind, object, DawnObject.label(label));
    }
  }

  /** A function of Dawn that makes a pipeline and tells when it has. */
  @FunctionalInterface
  private interface CreateAsync {
    long apply(long device, long descriptor, long callback);
  }

  private <P extends AutoCloseable> CompletableFuture<P> createPipeline(
      Operation operation,
      ToLongFunction<Call> descriptor,
      CreateAsync create,
      LongFunction<P> pipeline) {
    try (Call call = Call.begin()) {
      long address = handle.address(call);
      long written = descriptor.applyAsLong(call);
      return Taken.orClosed(
          operation.start(
              device.pump(),
              device.lifetime(),
              (status, object, message) -> {
                if (status != WGPUCreatePipelineAsyncStatus.SUCCESS) {
                  throw new CreatePipelineException(pipelineError(status, message));
                }
                return pipeline.apply(object);
              },
              callback -> create.apply(address, written, callback)));
    }
  }

  private static CreatePipelineError pipelineError(int status, String message) {
    GpuPipelineErrorReason reason =
        status == WGPUCreatePipelineAsyncStatus.VALIDATION_ERROR
            ? GpuPipelineErrorReason.VALIDATION
            : GpuPipelineErrorReason.INTERNAL;
    return new CreatePipelineError(new CreatePipelineErrorKind.GpuPipelineError(reason), message);
  }
}
