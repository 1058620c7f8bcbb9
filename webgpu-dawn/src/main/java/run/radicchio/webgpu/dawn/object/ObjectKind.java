package run.radicchio.webgpu.dawn.object;

import java.util.function.LongConsumer;
import run.radicchio.webgpu.dawn.generated.WGPUAdapter;
import run.radicchio.webgpu.dawn.generated.WGPUBindGroup;
import run.radicchio.webgpu.dawn.generated.WGPUBindGroupLayout;
import run.radicchio.webgpu.dawn.generated.WGPUBuffer;
import run.radicchio.webgpu.dawn.generated.WGPUCommandBuffer;
import run.radicchio.webgpu.dawn.generated.WGPUCommandEncoder;
import run.radicchio.webgpu.dawn.generated.WGPUComputePassEncoder;
import run.radicchio.webgpu.dawn.generated.WGPUComputePipeline;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;
import run.radicchio.webgpu.dawn.generated.WGPUPipelineLayout;
import run.radicchio.webgpu.dawn.generated.WGPUQuerySet;
import run.radicchio.webgpu.dawn.generated.WGPUQueue;
import run.radicchio.webgpu.dawn.generated.WGPURenderBundle;
import run.radicchio.webgpu.dawn.generated.WGPURenderBundleEncoder;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassEncoder;
import run.radicchio.webgpu.dawn.generated.WGPURenderPipeline;
import run.radicchio.webgpu.dawn.generated.WGPUSampler;
import run.radicchio.webgpu.dawn.generated.WGPUShaderModule;
import run.radicchio.webgpu.dawn.generated.WGPUTexture;
import run.radicchio.webgpu.dawn.generated.WGPUTextureView;

/** The kinds of Dawn's objects, with what can be done to each of them. */
@SuppressWarnings("ImmutableEnumChecker") // Its fields are functions without state.
public enum ObjectKind {
  INSTANCE("gpu", WGPUInstance::release, ObjectKind::unlabelled),
  ADAPTER("gpu-adapter", WGPUAdapter::release, ObjectKind::unlabelled),
  /** It is released at the end of its {@link Lifetime}, which its other objects share. */
  DEVICE("gpu-device", _ -> {}, WGPUDevice::setLabel),
  QUEUE("gpu-queue", WGPUQueue::release, WGPUQueue::setLabel),
  BUFFER("gpu-buffer", WGPUBuffer::release, WGPUBuffer::setLabel),
  TEXTURE("gpu-texture", WGPUTexture::release, WGPUTexture::setLabel),
  TEXTURE_VIEW("gpu-texture-view", WGPUTextureView::release, WGPUTextureView::setLabel),
  SAMPLER("gpu-sampler", WGPUSampler::release, WGPUSampler::setLabel),
  BIND_GROUP_LAYOUT(
      "gpu-bind-group-layout", WGPUBindGroupLayout::release, WGPUBindGroupLayout::setLabel),
  PIPELINE_LAYOUT("gpu-pipeline-layout", WGPUPipelineLayout::release, WGPUPipelineLayout::setLabel),
  BIND_GROUP("gpu-bind-group", WGPUBindGroup::release, WGPUBindGroup::setLabel),
  SHADER_MODULE("gpu-shader-module", WGPUShaderModule::release, WGPUShaderModule::setLabel),
  COMPUTE_PIPELINE(
      "gpu-compute-pipeline", WGPUComputePipeline::release, WGPUComputePipeline::setLabel),
  RENDER_PIPELINE("gpu-render-pipeline", WGPURenderPipeline::release, WGPURenderPipeline::setLabel),
  COMMAND_ENCODER("gpu-command-encoder", WGPUCommandEncoder::release, WGPUCommandEncoder::setLabel),
  COMPUTE_PASS_ENCODER(
      "gpu-compute-pass-encoder",
      WGPUComputePassEncoder::release,
      WGPUComputePassEncoder::setLabel),
  RENDER_PASS_ENCODER(
      "gpu-render-pass-encoder", WGPURenderPassEncoder::release, WGPURenderPassEncoder::setLabel),
  RENDER_BUNDLE_ENCODER(
      "gpu-render-bundle-encoder",
      WGPURenderBundleEncoder::release,
      WGPURenderBundleEncoder::setLabel),
  RENDER_BUNDLE("gpu-render-bundle", WGPURenderBundle::release, WGPURenderBundle::setLabel),
  COMMAND_BUFFER("gpu-command-buffer", WGPUCommandBuffer::release, WGPUCommandBuffer::setLabel),
  QUERY_SET("gpu-query-set", WGPUQuerySet::release, WGPUQuerySet::setLabel);

  private final String resource;
  private final LongConsumer release;
  private final SetLabel setLabel;

  ObjectKind(String resource, LongConsumer release, SetLabel setLabel) {
    this.resource = resource;
    this.release = release;
    this.setLabel = setLabel;
  }

  /** Its name in {@code wasi:webgpu}. */
  public String resource() {
    return resource;
  }

  void release(long object) {
    release.accept(object);
  }

  void setLabel(long object, long stringView) {
    setLabel.accept(object, stringView);
  }

  private static void unlabelled(long object, long stringView) {
    throw new UnsupportedOperationException("instances and adapters have no labels");
  }

  @FunctionalInterface
  private interface SetLabel {
    void accept(long object, long stringView);
  }
}
