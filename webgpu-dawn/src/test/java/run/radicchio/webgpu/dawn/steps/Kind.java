package run.radicchio.webgpu.dawn.steps;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A kind of handles.
 *
 * @param slots how many slots there are for it
 * @param filling what fills a slot that a step needs and finds empty
 * @param spent what is there and is of no more use for a right call
 */
record Kind<T>(String name, int slots, IntFunction<List<Draw>> filling, Predicate<T> spent) {
  Kind(String name, int slots, IntFunction<List<Draw>> filling) {
    this(name, slots, filling, _ -> false);
  }

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
      new Kind<Buffer>(
              "buffer", 6, slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_BUFFER, 0, slot, slot)))
          .spentWhen(buffer -> buffer.destroyed() || buffer.standing.isInvalid());
  static final Kind<Texture> TEXTURE =
      new Kind<Texture>(
              "texture", 5, slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_TEXTURE, 0, slot, slot)))
          .spentWhen(texture -> texture.destroyed() || texture.standing.isInvalid());
  static final Kind<View> VIEW =
      new Kind<View>("view", 5, slot -> List.of(Draw.of(Call.GPU_TEXTURE_CREATE_VIEW, slot, slot)))
          .spentWhen(view -> view.standing().isInvalid());
  static final Kind<Sampler> SAMPLER = ofDevice("sampler", 2, Call.GPU_DEVICE_CREATE_SAMPLER);
  static final Kind<BindGroupLayout> BIND_GROUP_LAYOUT =
      new Kind<BindGroupLayout>(
              "layout",
              5,
              slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_BIND_GROUP_LAYOUT, 0, slot, slot)))
          .spentWhen(layout -> layout.standing().isInvalid());
  static final Kind<PipelineLayout> PIPELINE_LAYOUT =
      Kind.<PipelineLayout>ofDevice("pipeline-layout", 3, Call.GPU_DEVICE_CREATE_PIPELINE_LAYOUT)
          .spentWhen(layout -> layout.standing().isInvalid());
  static final Kind<BindGroup> BIND_GROUP =
      new Kind<BindGroup>(
              "bind-group",
              5,
              slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_BIND_GROUP, 0, slot, slot)))
          .spentWhen(group -> group.standing().isInvalid());
  static final Kind<ShaderModule> SHADER_MODULE =
      new Kind<>(
          "module",
          6,
          slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_SHADER_MODULE, 0, slot, slot)));
  static final Kind<ComputePipeline> COMPUTE_PIPELINE =
      new Kind<ComputePipeline>(
              "compute-pipeline",
              2,
              slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_COMPUTE_PIPELINE, 0, slot, slot)))
          .spentWhen(pipeline -> pipeline.standing().isInvalid());
  static final Kind<RenderPipeline> RENDER_PIPELINE =
      new Kind<RenderPipeline>(
              "render-pipeline",
              2,
              slot -> List.of(Draw.of(Call.GPU_DEVICE_CREATE_RENDER_PIPELINE, 0, slot + 2, slot)))
          .spentWhen(pipeline -> pipeline.standing().isInvalid());
  static final Kind<QuerySet> QUERY_SET =
      Kind.<QuerySet>ofDevice("query-set", 2, Call.GPU_DEVICE_CREATE_QUERY_SET)
          .spentWhen(QuerySet::destroyed);
  static final Kind<CommandEncoder> COMMAND_ENCODER =
      Kind.<CommandEncoder>ofDevice("encoder", 3, Call.GPU_DEVICE_CREATE_COMMAND_ENCODER)
          .spentWhen(encoder -> encoder.encoding.isSpent());
  static final Kind<ComputePass> COMPUTE_PASS =
      new Kind<ComputePass>(
              "compute-pass",
              3,
              slot -> List.of(Draw.of(Call.GPU_COMMAND_ENCODER_BEGIN_COMPUTE_PASS, slot, slot)))
          .spentWhen(pass -> pass.encoding.isSpent());
  static final Kind<RenderPass> RENDER_PASS =
      new Kind<RenderPass>(
              "render-pass",
              3,
              slot -> List.of(Draw.of(Call.GPU_COMMAND_ENCODER_BEGIN_RENDER_PASS, slot, slot)))
          .spentWhen(pass -> pass.encoding.isSpent());
  static final Kind<BundleEncoder> BUNDLE_ENCODER =
      Kind.<BundleEncoder>ofDevice(
              "bundle-encoder", 2, Call.GPU_DEVICE_CREATE_RENDER_BUNDLE_ENCODER)
          .spentWhen(encoder -> encoder.encoding().isSpent());
  static final Kind<Bundle> BUNDLE =
      new Kind<Bundle>(
              "bundle",
              2,
              slot -> List.of(Draw.of(Call.GPU_RENDER_BUNDLE_ENCODER_FINISH, slot, slot)))
          .spentWhen(bundle -> bundle.standing().isInvalid());
  static final Kind<CommandBuffer> COMMAND_BUFFER =
      new Kind<CommandBuffer>(
              "command-buffer",
              3,
              slot -> List.of(Draw.of(Call.GPU_COMMAND_ENCODER_FINISH, slot, slot)))
          .spentWhen(buffer -> buffer.standing.isInvalid());
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
          // A call that takes some time, mostly.
          slot ->
              List.of(Draw.of(Call.GPU_DEVICE_CREATE_COMPUTE_PIPELINE_ASYNC, 0, 0, 0, slot + 1)));

  private Kind<T> spentWhen(Predicate<T> condition) {
    return new Kind<>(name, slots, filling, condition);
  }

  private static <T> Kind<T> ofDevice(String name, int slots, Call maker) {
    return new Kind<>(name, slots, slot -> List.of(Draw.of(maker, 0, slot)));
  }
}
