package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuRenderBundle;
import run.radicchio.webgpu.GpuRenderBundleDescriptor;
import run.radicchio.webgpu.GpuRenderBundleEncoder;
import run.radicchio.webgpu.GpuRenderBundleEncoderDescriptor;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPURenderBundleEncoder;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;

/** The encoder of a render bundle. */
final class DawnRenderBundleEncoder
    implements DebugCommands, BindingCommands, RenderCommands, GpuRenderBundleEncoder {
  private static final DebugCommands.Functions DEBUG =
      new DebugCommands.Functions(
          WGPURenderBundleEncoder::pushDebugGroup,
          WGPURenderBundleEncoder::popDebugGroup,
          WGPURenderBundleEncoder::insertDebugMarker);

  private final Device device;
  private final GpuRenderBundleEncoderDescriptor made;
  private final Handle handle;
  private final Recording recording;
  private final BundleCommands commands = new BundleCommands();
  private final BindingCommands.Functions binding = commands.binding();

  /**
   * An encoder.
   *
   * @param descriptor what Dawn made it of
   */
  DawnRenderBundleEncoder(
      Device device, Handle handle, GpuRenderBundleEncoderDescriptor descriptor) {
    this.device = device;
    this.handle = handle;
    this.made =
        new GpuRenderBundleEncoderDescriptor(
            descriptor.depthReadOnly(),
            descriptor.stencilReadOnly(),
            Collections.unmodifiableList(new ArrayList<>(descriptor.colorFormats())),
            descriptor.depthStencilFormat(),
            descriptor.sampleCount(),
            descriptor.label());
    this.recording = new Recording(device, "this bundle encoder", null);
  }

  @Override
  public Handle handle() {
    return handle;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public DebugCommands.Functions debugFunctions() {
    return DEBUG;
  }

  @Override
  public BindingCommands.Functions bindingFunctions() {
    return binding;
  }

  @Override
  public RenderCommands.Functions renderFunctions() {
    return commands;
  }

  @Override
  public GpuRenderBundle finish(@Nullable GpuRenderBundleDescriptor descriptor) {
    String label = DawnObject.label(descriptor == null ? null : descriptor.label());
    try (Call call = Call.begin();
        Recording turn = turn()) {
      long written = SmallDescriptors.renderBundle(call, label);
      long encoder = handle.address(call);
      turn.finish();
      if (!commands.setImmediates()) {
        return new DawnRenderBundle(finish(encoder, written, label), null);
      }
      List<Handle> bundle = new ArrayList<>(1);
      boolean isValid = device.accepts(() -> bundle.add(finish(encoder, written, label)));
      return new DawnRenderBundle(bundle.getFirst(), isValid ? repeated(call) : null);
    }
  }

  /**
   * To be executed by the commands: Dawn's bundle, which lacks some, is valid and holds the rest.
   */
  private RepeatedBundle repeated(Call call) {
    long blank =
        WGPUDevice.createRenderBundleEncoder(
            device.address(), RenderPassDescriptors.renderBundleEncoder(call, made));
    try {
      return new RepeatedBundle(finish(blank, 0, ""), commands.commands());
    } finally {
      WGPURenderBundleEncoder.release(blank);
    }
  }

  private Handle finish(long encoder, long descriptor, String label) {
    return device.own(
        ObjectKind.RENDER_BUNDLE, WGPURenderBundleEncoder.finish(encoder, descriptor), label);
  }
}
