package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.BindGroupLayout.Entry;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;

/** Shader modules and pipelines (specification, "Pipelines"). */
final class PipelineRules {
  private static final long MAX_STRIDE = 2048;

  private PipelineRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_DEVICE_CREATE_SHADER_MODULE, PipelineRules::createShaderModule);
    rules.put(Call.GPU_SHADER_MODULE_GET_COMPILATION_INFO, PipelineRules::compilationInfo);
    rules.put(Call.GPU_DEVICE_CREATE_COMPUTE_PIPELINE, a -> createCompute(a, false));
    rules.put(Call.GPU_DEVICE_CREATE_COMPUTE_PIPELINE_ASYNC, a -> createCompute(a, true));
    rules.put(Call.GPU_DEVICE_CREATE_RENDER_PIPELINE, a -> createRender(a, false));
    rules.put(Call.GPU_DEVICE_CREATE_RENDER_PIPELINE_ASYNC, a -> createRender(a, true));
    rules.put(
        Call.GPU_COMPUTE_PIPELINE_GET_BIND_GROUP_LAYOUT,
        a -> {
          ComputePipeline pipeline = a.the(Kind.COMPUTE_PIPELINE);
          return bindGroupLayout(a, pipeline.standing(), pipeline.layout());
        });
    rules.put(
        Call.GPU_RENDER_PIPELINE_GET_BIND_GROUP_LAYOUT,
        a -> {
          RenderPipeline pipeline = a.the(Kind.RENDER_PIPELINE);
          return bindGroupLayout(a, pipeline.standing(), pipeline.layout());
        });
  }

  private static Prediction createShaderModule(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.SHADER_MODULE);
    ShaderModule.Code[] codes = ShaderModule.Code.values();
    ShaderModule.Code code = codes[a.choice(codes.length)];
    a.number(Cases.number(code));
    ShaderModule module = new ShaderModule(new Standing(device), code);
    return Prediction.of(device)
        .makes(module.standing(), code != ShaderModule.Code.BROKEN, () -> out.put(module));
  }

  private static Prediction compilationInfo(Arguments a) {
    ShaderModule module = a.the(Kind.SHADER_MODULE);
    var out = a.out(Kind.COMPILATION_INFO);
    Integer slot = a.pending();
    return Prediction.of(module.standing().device())
        .underWay(a.slots(), slot, Pending.done(_ -> out.put(module)));
  }

  /** Of a layout that is given, or of the default one of a shader. */
  private record Layout(PipelineLayout layout, Validity validity) {
    static Layout choose(Arguments a, Device device, @Nullable Entry needed, Object pipeline) {
      PipelineLayout given = a.maybe(Kind.PIPELINE_LAYOUT, 30);
      if (given == null) {
        Standing standing = new Standing(device);
        standing.is(Validity.VALID);
        List<@Nullable BindGroupLayout> groups =
            needed == null
                ? List.of()
                : List.of(new BindGroupLayout(standing, List.of(needed), pipeline));
        return new Layout(new PipelineLayout(standing, groups, pipeline), Validity.VALID);
      }
      return new Layout(
          given, given.standing().with(device).and(needed == null || has(given.group(0), needed)));
    }

    private static boolean has(@Nullable BindGroupLayout group, Entry needed) {
      return group != null
          && group.entries().stream()
              .anyMatch(
                  entry ->
                      entry.binding() == needed.binding()
                          && (entry.visibility() & needed.visibility()) == needed.visibility()
                          && entry.buffer()
                          && entry.of() == needed.of()
                          && (entry.least() == 0 || entry.least() >= needed.least()));
    }
  }

  private static Prediction createCompute(Arguments a, boolean async) {
    Device device = a.device();
    ShaderModule module = a.the(Kind.SHADER_MODULE);
    var out = a.out(Kind.COMPUTE_PIPELINE);
    Integer slot = async ? a.pending() : none(a);
    ShaderModule.Code code = module.code();
    Object self = new Object();
    Layout layout = Layout.choose(a, device, code.computes() ? code.binding() : null, self);
    // A compute shader's entry point is the first of the guest's names.
    long entryPoint = a.one(NONE, NONE, 0, 0, 1, 3);
    boolean needs = code == ShaderModule.Code.NEEDS_CONSTANT;
    long constant = needs ? a.one(0, 0, 0, NONE, 1) : a.one(NONE, NONE, NONE, NONE, 0, 1);
    double value = 1;
    if (constant != NONE) {
      value = a.real(1, 1, -0.5, 1e300);
    }
    boolean constants = needs ? constant == 0 && value != 1e300 : constant == NONE;
    Validity validity =
        module
            .standing()
            .with(device)
            .and(layout.validity())
            .and(code.computes() && (entryPoint == NONE || entryPoint == 0) && constants);
    ComputePipeline made = new ComputePipeline(new Standing(device), layout.layout(), code);
    return make(a, made.standing(), validity, () -> out.put(made), async, slot);
  }

  private static @Nullable Integer none(Arguments a) {
    a.number(NONE);
    return null;
  }

  private static Prediction make(
      Arguments a,
      Standing made,
      Validity validity,
      Runnable keep,
      boolean async,
      @Nullable Integer slot) {
    Device device = made.device();
    if (!async) {
      return Prediction.of(device).makes(made, validity, keep);
    }
    EnumSet<Ending> endings = EnumSet.noneOf(Ending.class);
    if (validity != Validity.INVALID || device.lost()) {
      endings.add(Ending.DONE);
    }
    if (validity != Validity.VALID || device.lost()) {
      endings.add(Ending.PIPELINE_ERROR_VALIDATION);
    }
    Consumer<Stepping.Outcome> effect =
        outcome -> {
          if (outcome.ending() == Ending.DONE) {
            made.is(device.lost() ? Validity.INVALID : Validity.VALID);
            keep.run();
          }
        };
    Pending call = new Pending(endings, effect, () -> {});
    device.whenLost(() -> call.endsWith(Ending.DONE, Ending.PIPELINE_ERROR_VALIDATION));
    return Prediction.of(device).underWay(a.slots(), slot, call);
  }

  private static Prediction bindGroupLayout(Arguments a, Standing of, PipelineLayout layout) {
    var out = a.out(Kind.BIND_GROUP_LAYOUT);
    long index = a.one(0, 0, 0, 1, 3, 4, 0xffffffffL);
    BindGroupLayout there = index < 4 ? layout.group((int) index) : null;
    BindGroupLayout made =
        new BindGroupLayout(
            new Standing(of.device()),
            there == null ? List.of() : there.entries(),
            there == null ? layout.pipeline() : there.pipeline());
    return Prediction.of(of.device())
        .makes(made.standing(), of.validity().and(index < 4), () -> out.put(made));
  }

  private static Prediction createRender(Arguments a, boolean async) {
    Device device = a.device();
    ShaderModule module = a.the(Kind.SHADER_MODULE);
    var out = a.out(Kind.RENDER_PIPELINE);
    Integer slot = async ? a.pending() : none(a);
    ShaderModule.Code code = module.code();
    boolean drawsUniform = code == ShaderModule.Code.DRAWS_UNIFORM;
    boolean fragment = a.choice(10) < 9;
    Entry needed = drawsUniform && fragment ? code.binding() : null;
    Object self = new Object();
    Layout layout = Layout.choose(a, device, needed, self);
    long stride = drawsUniform ? a.one(8, 8, 16, 0, NONE, 4, 10, 2052) : a.one(NONE, NONE, 8, 4);
    a.number(fragment ? 1 : 0);
    Format color = TargetFormats.color(a);
    boolean blend = a.one(0, 0, 0, 1) == 1;
    Format depth = TargetFormats.depthStencil(a);
    long depthWrite = a.one(1, 1, 0, 0, NONE);
    long samples = a.one(NONE, NONE, NONE, 1, 4, 2);
    long topology = a.one(NONE, NONE, 0, 2, 3, 4);
    long stripIndexes = a.one(NONE, NONE, NONE, NONE, 0, 1);
    boolean strip = topology == 2 || topology == 4;
    long count = samples == NONE ? 1 : samples;
    boolean valid =
        code.draws()
            && allowedStride(stride)
            && (!drawsUniform || stride != NONE)
            && (!fragment || color == null || allowedColor(color, blend, count))
            && ((fragment && color != null) || depth != null)
            && (depth == null || allowedDepth(depth, depthWrite, count))
            && (count == 1 || count == 4)
            && (stripIndexes == NONE || strip);
    Validity validity = module.standing().with(device).and(layout.validity()).and(valid);
    RenderPipeline made =
        new RenderPipeline(
            new Standing(device),
            layout.layout(),
            needed == null ? null : code,
            new Targets(fragment ? color : null, depth, count),
            depth != null && depthWrite == 1,
            stride,
            strip,
            stripIndexes);
    return make(a, made.standing(), validity, () -> out.put(made), async, slot);
  }

  private static boolean allowedStride(long stride) {
    return stride == NONE
        || (stride % 4 == 0 && stride <= MAX_STRIDE && (stride == 0 || stride >= 8));
  }

  /** The fragment stages write four floats. */
  private static boolean allowedColor(Format color, boolean blend, long samples) {
    return color.exists()
        && color.color()
        && color.renderable()
        && color != Format.R32UINT
        && (!blend || color.blendable())
        && (samples == 1 || color.multisampled());
  }

  private static boolean allowedDepth(Format format, long write, long samples) {
    return !format.color()
        && (samples == 1 || format.multisampled())
        && (format.depth() ? write != NONE : write != 1);
  }
}
