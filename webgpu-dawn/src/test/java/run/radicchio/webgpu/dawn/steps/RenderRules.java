package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Encoding.State;

/** Render passes and bundles (specification, "Render Passes", "Bundles"). */
final class RenderRules {
  private RenderRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_COMMAND_ENCODER_BEGIN_RENDER_PASS, RenderPassRules::begin);
    rules.put(Call.GPU_DEVICE_CREATE_RENDER_BUNDLE_ENCODER, RenderRules::createBundleEncoder);
    rules.put(Call.GPU_RENDER_BUNDLE_ENCODER_FINISH, RenderRules::finish);
    rules.put(Call.GPU_RENDER_PASS_ENCODER_EXECUTE_BUNDLES, RenderRules::execute);
    add(
        rules,
        "GPU_RENDER_PASS_ENCODER",
        a -> {
          RenderPass pass = a.the(Kind.RENDER_PASS);
          return new Recorder(pass.encoding, pass.drawing, "GPU_RENDER_PASS_ENCODER", a.lastSlot());
        });
    add(
        rules,
        "GPU_RENDER_BUNDLE_ENCODER",
        a -> {
          BundleEncoder encoder = a.the(Kind.BUNDLE_ENCODER);
          return new Recorder(
              encoder.encoding(), encoder.drawing(), "GPU_RENDER_BUNDLE_ENCODER", a.lastSlot());
        });
    RenderPassRules.add(rules);
  }

  private record Recorder(Encoding encoding, Drawing drawing, String resource, int slot) {
    private Call call(String function) {
      return PassRules.call(resource, function);
    }

    /** Has set what a draw needs, mostly. */
    Recorder prepare(Arguments a, boolean indexed) {
      RenderPipeline pipeline = drawing.pipeline;
      a.wants(pipeline != null, List.of(Draw.of(call("_SET_PIPELINE"), slot, a.choice(2))));
      if (pipeline != null) {
        int from = a.slots().find(Kind.RENDER_PIPELINE, pipeline::equals);
        a.wants(
            from < 0 || drawing.groups.fit(pipeline.layout(), pipeline.uses()),
            Groups.setting(
                Call.GPU_RENDER_PIPELINE_GET_BIND_GROUP_LAYOUT,
                from,
                call("_SET_BIND_GROUP"),
                slot));
        a.wants(drawing.hasVertexes(), List.of(Draw.of(call("_SET_VERTEX_BUFFER"), slot)));
      }
      a.wants(!indexed || drawing.hasIndexes(), List.of(Draw.of(call("_SET_INDEX_BUFFER"), slot)));
      return this;
    }
  }

  private interface Chosen {
    Recorder of(Arguments arguments);
  }

  private static void add(Rules rules, String resource, Chosen chosen) {
    rules.put(PassRules.call(resource, "_SET_PIPELINE"), a -> setPipeline(a, chosen.of(a)));
    rules.put(PassRules.call(resource, "_SET_INDEX_BUFFER"), a -> setIndexBuffer(a, chosen.of(a)));
    rules.put(
        PassRules.call(resource, "_SET_VERTEX_BUFFER"), a -> setVertexBuffer(a, chosen.of(a)));
    rules.put(PassRules.call(resource, "_DRAW"), a -> draw(a, chosen.of(a).prepare(a, false)));
    rules.put(
        PassRules.call(resource, "_DRAW_INDEXED"),
        a -> drawIndexed(a, chosen.of(a).prepare(a, true)));
    rules.put(
        PassRules.call(resource, "_DRAW_INDIRECT"),
        a -> drawIndirect(a, chosen.of(a).prepare(a, false), false));
    rules.put(
        PassRules.call(resource, "_DRAW_INDEXED_INDIRECT"),
        a -> drawIndirect(a, chosen.of(a).prepare(a, true), true));
  }

  private static Prediction setPipeline(Arguments a, Recorder recorder) {
    RenderPipeline pipeline = a.the(Kind.RENDER_PIPELINE);
    Drawing drawing = recorder.drawing;
    Validity validity =
        pipeline
            .standing()
            .with(recorder.encoding.device())
            .and(
                pipeline.targets().equals(drawing.targets)
                    && !(pipeline.writesDepth() && drawing.depthReadOnly));
    return recorder.encoding.command(
        validity,
        () -> {
          if (validity == Validity.VALID) {
            drawing.pipeline = pipeline;
          }
        });
  }

  private static Prediction setIndexBuffer(Arguments a, Recorder recorder) {
    Buffer buffer = a.at(Kind.BUFFER, a.choice(10) < 8 ? 4 : a.choice(Kind.BUFFER.slots()));
    long bytes = a.one(0, 1) == 0 ? 2 : 4;
    long offset = a.one(NONE, NONE, 0, 4, 2, 1, 1024);
    long size = a.one(NONE, NONE, 8, 0, 1024);
    long from = offset == NONE ? 0 : offset;
    long length = size == NONE ? Buffer.rest(buffer.size, from) : size;
    boolean valid =
        buffer.has(Buffer.INDEX) && from % bytes == 0 && Buffer.fits(from, length, buffer.size);
    Validity validity = buffer.standing.with(recorder.encoding.device()).and(valid);
    return recorder.encoding.command(
        validity,
        () -> {
          if (validity == Validity.VALID) {
            recorder.drawing.setIndexes(length, bytes);
          }
          use(recorder, buffer);
        });
  }

  private static void use(Recorder recorder, Buffer buffer) {
    recorder.encoding.uses().add(buffer);
    recorder.drawing.scope.add(buffer, UsageScope.Usage.READ);
  }

  private static Prediction setVertexBuffer(Arguments a, Recorder recorder) {
    Buffer buffer =
        a.choice(10) < 9
            ? a.at(Kind.BUFFER, a.choice(10) < 8 ? 4 : a.choice(Kind.BUFFER.slots()))
            : null;
    if (buffer == null) {
      a.number(NONE);
    }
    long slot = a.one(0, 0, 0, 1, 7, 8);
    long offset = a.one(NONE, NONE, 0, 4, 2, 1024);
    long size = a.one(NONE, NONE, 16, 0, 1024);
    long bufferSize = buffer == null ? 0 : buffer.size;
    long from = offset == NONE ? 0 : offset;
    long length = size == NONE ? Buffer.rest(bufferSize, from) : size;
    boolean valid = slot < 8 && from % 4 == 0 && Buffer.fits(from, length, bufferSize);
    if (buffer == null) {
      return recorder.encoding.command(
          valid,
          () -> {
            if (valid) {
              recorder.drawing.setVertexes((int) slot, -1);
            }
          });
    }
    Validity validity =
        buffer.standing.with(recorder.encoding.device()).and(valid && buffer.has(Buffer.VERTEX));
    return recorder.encoding.command(
        validity,
        () -> {
          if (validity == Validity.VALID) {
            recorder.drawing.setVertexes((int) slot, length);
          }
          use(recorder, buffer);
        });
  }

  private static Prediction draw(Arguments a, Recorder recorder) {
    long count = a.one(3, 3, 3, 0, 1000);
    a.one(NONE, 1, 0, 2);
    long first = a.one(NONE, NONE, 0, 1, 100);
    a.one(NONE, NONE, 0, 1);
    return recorder.encoding.command(
        recorder.drawing.allowsVertexes(first == NONE ? 0 : first, count), () -> {});
  }

  private static Prediction drawIndexed(Arguments a, Recorder recorder) {
    long count = a.one(3, 3, 3, 0, 1000);
    a.one(NONE, 1, 0, 2);
    long first = a.one(NONE, NONE, 0, 1, 100);
    a.one(NONE, NONE, 0, 1, 0xfffffffeL);
    a.one(NONE, NONE, 0, 1);
    return recorder.encoding.command(
        recorder.drawing.allowsIndexes(first == NONE ? 0 : first, count), () -> {});
  }

  private static Prediction drawIndirect(Arguments a, Recorder recorder, boolean indexed) {
    Buffer buffer = a.at(Kind.BUFFER, a.choice(10) < 8 ? 3 : a.choice(Kind.BUFFER.slots()));
    long offset = a.one(0, 0, 4, 6, 1024, -4);
    boolean valid =
        (indexed ? recorder.drawing.allowsIndexedDraw() : recorder.drawing.allowsDraw())
            && buffer.has(Buffer.INDIRECT)
            && offset % 4 == 0
            && Buffer.fits(offset, indexed ? 20 : 16, buffer.size);
    Validity validity = buffer.standing.with(recorder.encoding.device()).and(valid);
    return recorder.encoding.command(validity, () -> use(recorder, buffer));
  }

  private static Prediction createBundleEncoder(Arguments a) {
    Device device = a.device();
    var out = a.out(Kind.BUNDLE_ENCODER);
    long count = a.one(1, 1, 1, 0, 9);
    List<@Nullable Format> colors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      colors.add(i == 0 ? TargetFormats.color(a) : TargetFormats.none(a));
    }
    Format depth = TargetFormats.depthStencil(a);
    long samples = a.one(NONE, NONE, NONE, 1, 4, 2);
    boolean depthReadOnly = a.one(NONE, 0, 1) == 1;
    boolean stencilReadOnly = a.one(NONE, 0, 1) == 1;
    long each = samples == NONE ? 1 : samples;
    Format color = colors.isEmpty() ? null : colors.getFirst();
    // Which numbers of samples there are the specification says of textures and pipelines only.
    Validity samplesAllowed = each == 1 || each == 4 ? Validity.VALID : Validity.UNKNOWN;
    Validity validity =
        samplesAllowed.and(
            count <= 8
                && (color != null || depth != null)
                && (color == null || (color.renderable() && color.color()))
                && (depth == null || !depth.color()));
    Drawing drawing = new Drawing(Targets.of(colors, depth, each), depthReadOnly, stencilReadOnly);
    BundleEncoder encoder = new BundleEncoder(new Encoding(device), drawing);
    return Prediction.of(device)
        .makes(encoder.encoding().standing(), validity, () -> out.put(encoder));
  }

  private static Prediction finish(Arguments a) {
    BundleEncoder encoder = a.the(Kind.BUNDLE_ENCODER);
    var out = a.out(Kind.BUNDLE);
    Encoding encoding = encoder.encoding();
    Bundle made = new Bundle(new Standing(encoding.device()), encoder.drawing(), encoding.uses());
    return Prediction.of(encoding.device())
        .makes(
            made.standing(),
            encoding
                .complete()
                .and(encoder.drawing().scope.validity())
                .and(encoding.state() == State.OPEN),
            () -> {
              encoding.become(State.ENDED);
              out.put(made);
            });
  }

  private static Prediction execute(Arguments a) {
    RenderPass pass = a.the(Kind.RENDER_PASS);
    long count = a.one(1, 1, 1, 2, 0);
    List<Bundle> bundles = new ArrayList<>();
    Validity validity = Validity.VALID;
    for (int i = 0; i < count; i++) {
      Bundle bundle = a.the(Kind.BUNDLE);
      boolean valid =
          bundle.drawing().targets.equals(pass.drawing.targets)
              && (!pass.drawing.depthReadOnly || bundle.drawing().depthReadOnly)
              && (!pass.drawing.stencilReadOnly || bundle.drawing().stencilReadOnly);
      validity = validity.and(bundle.standing().with(pass.encoding.device())).and(valid);
      bundles.add(bundle);
    }
    return pass.encoding.command(
        validity,
        () -> {
          for (Bundle bundle : bundles) {
            pass.drawing.scope.addAll(bundle.drawing().scope);
            pass.encoding.uses().addAll(bundle.uses());
          }
          pass.drawing.clear();
        });
  }
}
