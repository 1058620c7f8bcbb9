package run.radicchio.webgpu.dawn.steps;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A kind of handles: how many slots there are for it, and how a slot is filled that a step needs
 * and finds empty.
 */
record Kind<T>(String name, int slots, IntFunction<List<Draw>> filling) {
  static final Kind<Object> GPU =
      new Kind<>("gpu", 2, slot -> List.of(Draw.of(Call.GET_GPU, slot)));
  static final Kind<Adapter> ADAPTER =
      new Kind<>("adapter", 3, slot -> List.of(Draw.of(Call.GPU_REQUEST_ADAPTER, 0, slot)));
  static final Kind<Device> DEVICE =
      new Kind<>(
          "device",
          3,
          slot ->
              List.of(
                  Draw.of(Call.GPU_REQUEST_ADAPTER, 0, slot),
                  Draw.of(Call.GPU_ADAPTER_REQUEST_DEVICE, slot, slot)));
  static final Kind<Queue> QUEUE = ofDevice("queue", 2, Call.GPU_DEVICE_QUEUE);
  static final Kind<Buffer> BUFFER =
      new Kind<>(
          "buffer", 6, slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_BUFFER, 0, slot, slot)));
  static final Kind<Texture> TEXTURE =
      new Kind<>(
          "texture", 5, slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_TEXTURE, 0, slot, slot)));
  static final Kind<View> VIEW =
      new Kind<>("view", 5, slot -> List.of(Draw.of(Call.GPU_TEXTURE_CREATE_VIEW, slot, slot)));
  static final Kind<Sampler> SAMPLER = ofDevice("sampler", 2, Call.GPU_DEVICE_CREATE_SAMPLER);
  static final Kind<BindGroupLayout> BIND_GROUP_LAYOUT =
      new Kind<>(
          "layout",
          5,
          slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_BIND_GROUP_LAYOUT, 0, slot, slot)));
  static final Kind<PipelineLayout> PIPELINE_LAYOUT =
      ofDevice("pipeline-layout", 3, Call.GPU_DEVICE_CREATE_PIPELINE_LAYOUT);
  static final Kind<BindGroup> BIND_GROUP =
      new Kind<>(
          "bind-group",
          5,
          slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_BIND_GROUP, 0, slot, slot)));
  static final Kind<ShaderModule> SHADER_MODULE =
      new Kind<>(
          "module",
          6,
          slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_SHADER_MODULE, 0, slot, slot)));
  static final Kind<ComputePipeline> COMPUTE_PIPELINE =
      new Kind<>(
          "compute-pipeline",
          2,
          slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_COMPUTE_PIPELINE, 0, slot, slot)));
  static final Kind<RenderPipeline> RENDER_PIPELINE =
      new Kind<>(
          "render-pipeline",
          2,
          slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_RENDER_PIPELINE, 0, slot + 2, slot)));
  static final Kind<QuerySet> QUERY_SET =
      ofDevice("query-set", 2, Call.GPU_DEVICE_CREATE_QUERY_SET);
  static final Kind<CommandEncoder> COMMAND_ENCODER =
      ofDevice("encoder", 3, Call.GPU_DEVICE_CREATE_COMMAND_ENCODER);
  static final Kind<ComputePass> COMPUTE_PASS =
      new Kind<>(
          "compute-pass",
          3,
          slot -> List.of(Draw.of(Call.GPU_COMMAND_ENCODER_BEGIN_COMPUTE_PASS, slot, slot)));
  static final Kind<RenderPass> RENDER_PASS =
      new Kind<>(
          "render-pass",
          3,
          slot -> List.of(Draw.of(Call.GPU_COMMAND_ENCODER_BEGIN_RENDER_PASS, slot, slot)));
  static final Kind<BundleEncoder> BUNDLE_ENCODER =
      ofDevice("bundle-encoder", 2, Call.GPU_DEVICE_CREATE_RENDER_BUNDLE_ENCODER);
  static final Kind<Bundle> BUNDLE =
      new Kind<>(
          "bundle", 2, slot -> List.of(Draw.of(Call.GPU_RENDER_BUNDLE_ENCODER_FINISH, slot, slot)));
  static final Kind<CommandBuffer> COMMAND_BUFFER =
      new Kind<>(
          "command-buffer",
          3,
          slot -> List.of(Draw.of(Call.GPU_COMMAND_ENCODER_FINISH, slot, slot)));
  static final Kind<Features> FEATURES = ofDevice("features", 1, Call.GPU_DEVICE_FEATURES);
  static final Kind<Limits> LIMITS = ofDevice("limits", 1, Call.GPU_DEVICE_LIMITS);
  static final Kind<Object> INFO = ofDevice("info", 1, Call.GPU_DEVICE_ADAPTER_INFO);
  static final Kind<Object> LANGUAGE_FEATURES =
      new Kind<>(
          "language-features",
          1,
          slot -> List.of(Draw.of(Call.GPU_WGSL_LANGUAGE_FEATURES, 0, slot)));
  static final Kind<ShaderModule> COMPILATION_INFO =
      new Kind<>(
          "compilation-info",
          2,
          slot -> List.of(Draw.of(Call.GPU_SHADER_MODULE_GET_COMPILATION_INFO, 5, slot)));
  static final Kind<Object> COMPILATION_MESSAGE =
      new Kind<>(
          "compilation-message",
          1,
          slot ->
              List.of(
                  Draw.of(Call.GPU_DEVICE_CREATE_SHADER_MODULE, 0, 5, 5),
                  Draw.of(Call.GPU_SHADER_MODULE_GET_COMPILATION_INFO, 5, 0),
                  Draw.of(Call.GPU_COMPILATION_INFO_MESSAGES, 0, slot)));
  static final Kind<Stepping.Caught> ERROR =
      new Kind<>(
          "error",
          1,
          slot ->
              List.of(
                  Draw.of(Call.GPU_DEVICE_PUSH_ERROR_SCOPE),
                  Draw.unobserved(Call.GPU_DEVICE_CREATE_BUFFER, 0, 0, 6),
                  Draw.of(Call.GPU_DEVICE_POP_ERROR_SCOPE, 0)));
  static final Kind<Lost> LOST_INFO =
      new Kind<>("lost-info", 1, slot -> List.of(Draw.of(Call.LOST_WAIT, 0, slot)));
  static final Kind<Entries> CONSTANTS =
      new Kind<>(
          "constants",
          1,
          slot -> List.of(Draw.of(Call.RECORD_GPU_PIPELINE_CONSTANT_VALUE_CONSTRUCTOR, slot)));
  static final Kind<Entries> SIZES =
      new Kind<>(
          "sizes", 1, slot -> List.of(Draw.of(Call.RECORD_OPTION_GPU_SIZE64_CONSTRUCTOR, slot)));
  static final Kind<Lost> LOST = ofDevice("lost", 2, Call.GPU_DEVICE_LOST);
  static final Kind<Errors> ERRORS = ofDevice("errors", 2, Call.GPU_DEVICE_ON_UNCAPTURED_ERROR);
  static final Kind<Pending> PENDING =
      new Kind<>(
          "pending",
          3,
          slot -> List.of(Draw.of(Call.GPU_QUEUE_ON_SUBMITTED_WORK_DONE, 0, slot + 1)));

  private static <T> Kind<T> ofDevice(String name, int slots, Call maker) {
    return new Kind<>(name, slots, slot -> List.of(Draw.of(maker, 0, slot)));
  }
}
