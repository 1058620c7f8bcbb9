package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only render passes have: attachments, their state, queries. */
final class RenderPassRules {
  private RenderPassRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_RENDER_PASS_ENCODER_SET_VIEWPORT, RenderPassRules::viewport);
    rules.put(Call.GPU_RENDER_PASS_ENCODER_SET_SCISSOR_RECT, RenderPassRules::scissor);
    rules.put(
        Call.GPU_RENDER_PASS_ENCODER_SET_BLEND_CONSTANT,
        a -> {
          RenderPass pass = a.the(Kind.RENDER_PASS);
          a.real(0, 1, -3.5);
          return pass.encoding.command(true, () -> {});
        });
    rules.put(
        Call.GPU_RENDER_PASS_ENCODER_SET_STENCIL_REFERENCE,
        a -> {
          RenderPass pass = a.the(Kind.RENDER_PASS);
          a.one(0, 1, 0xffffffffL);
          return pass.encoding.command(true, () -> {});
        });
    rules.put(
        Call.GPU_RENDER_PASS_ENCODER_BEGIN_OCCLUSION_QUERY,
        a -> a.the(Kind.RENDER_PASS).beginQuery(a.one(0, 0, 1, 4, 0xffffffffL)));
    rules.put(
        Call.GPU_RENDER_PASS_ENCODER_END_OCCLUSION_QUERY,
        a -> {
          RenderPass pass = a.the(Kind.RENDER_PASS);
          a.wants(
              pass.isQuerying(),
              List.of(Draw.of(Call.GPU_RENDER_PASS_ENCODER_BEGIN_OCCLUSION_QUERY, a.lastSlot())));
          return pass.endQuery();
        });
    rules.put(
        Call.GPU_RENDER_PASS_ENCODER_END,
        a -> {
          RenderPass pass = a.the(Kind.RENDER_PASS);
          return ComputeRules.end(pass.encoder, pass.encoding, pass.complete());
        });
  }

  private static Prediction viewport(Arguments a) {
    RenderPass pass = a.the(Kind.RENDER_PASS);
    double x = a.real(0, 0, 1, -1);
    double y = a.real(0, 0, 1, -1);
    double width = a.real((double) pass.extent.width(), 1, 1, 0, 30000, -2);
    double height = a.real((double) pass.extent.height(), 1, 1, 0, 30000, -2);
    double least = a.real(0, 0, 0.5, -1, 2);
    double most = a.real(1, 1, 0.5, 0, 2);
    double range = 8192;
    boolean valid =
        x >= -range * 2
            && y >= -range * 2
            && width >= 0
            && height >= 0
            && width <= range
            && height <= range
            && x + width <= range * 2 - 1
            && y + height <= range * 2 - 1
            && least >= 0
            && least <= 1
            && most >= 0
            && most <= 1
            && least <= most;
    return pass.encoding.command(valid, () -> {});
  }

  private static Prediction scissor(Arguments a) {
    RenderPass pass = a.the(Kind.RENDER_PASS);
    long x = a.one(0, 0, 1, 0xffffffffL);
    long y = a.one(0, 0, 1, 5);
    long width = a.one(pass.extent.width(), 1, 0, 9);
    long height = a.one(pass.extent.height(), 1, 0, 9);
    boolean valid = x + width <= pass.extent.width() && y + height <= pass.extent.height();
    return pass.encoding.command(valid, () -> {});
  }

  /** What is attached, and whether that is allowed; without any extent where nothing is. */
  private static final class Attachments {
    final List<@Nullable Format> formats = new ArrayList<>();
    final UsageScope scope;
    @Nullable Format depthStencil;
    Texture.@Nullable Shape extent;
    long samples;
    Validity validity = Validity.VALID;
    boolean depthReadOnly;
    boolean stencilReadOnly;

    Attachments(UsageScope scope) {
      this.scope = scope;
    }

    /** Attachments have one size and one number of samples. */
    void add(View view) {
      Texture.Shape size = view.extent();
      Texture.Shape before = extent;
      if (before == null) {
        extent = size;
        samples = view.texture().samples;
      } else {
        validity =
            validity.and(
                before.width() == size.width()
                    && before.height() == size.height()
                    && samples == view.texture().samples);
      }
    }
  }

  static Prediction begin(Arguments a) {
    CommandEncoder encoder = EncoderRules.choose(a);
    var out = a.out(Kind.RENDER_PASS);
    Device device = encoder.encoding.device();
    ComputeRules.Timestamps timestamps = ComputeRules.Timestamps.choose(a, device);
    QuerySet occlusion = a.maybe(Kind.QUERY_SET, 40);
    UsageScope scope = new UsageScope();
    Attachments all = new Attachments(scope);
    Uses uses = new Uses();
    long colors = a.one(1, 1, 1, 1, 0, 9);
    for (int i = 0; i < colors; i++) {
      all.formats.add(color(a, device, all, uses, i));
    }
    depth(a, device, all, uses);
    Validity validity =
        all.validity.and(timestamps.validity()).and(colors <= 8 && all.extent != null);
    if (occlusion != null) {
      validity = validity.and(occlusion.standing.with(device)).and(!occlusion.timestamps);
    }
    Drawing drawing =
        new Drawing(
            Targets.of(all.formats, all.depthStencil, Math.max(1, all.samples)),
            all.depthReadOnly,
            all.stencilReadOnly);
    drawing.scope.addAll(scope);
    Texture.Shape extent = all.extent == null ? new Texture.Shape(1, 1, 1, 1, 1) : all.extent;
    RenderPass pass = new RenderPass(encoder, drawing, extent, occlusion);
    pass.encoding.uses().addAll(uses);
    timestamps.addTo(pass.encoding.uses());
    return ComputeRules.begin(encoder, pass.encoding, validity, () -> out.put(pass));
  }

  private static @Nullable Format color(
      Arguments a, Device device, Attachments all, Uses uses, int index) {
    // The first two views are of color, the second multisampled.
    boolean there = index == 0 && a.choice(10) < 9;
    View view =
        there
            ? a.at(Kind.VIEW, a.choice(10) < 7 ? a.choice(2) : a.choice(Kind.VIEW.slots()))
            : null;
    if (view == null) {
      a.number(NONE);
    }
    boolean multisampled = view != null && view.texture().samples > 1;
    View target =
        index == 0 && (multisampled ? a.choice(10) < 6 : a.choice(20) == 19)
            ? a.at(Kind.VIEW, a.choice(4) < 3 ? 0 : a.choice(Kind.VIEW.slots()))
            : null;
    if (target == null) {
      a.number(NONE);
    }
    a.one(1, 0);
    a.one(0, 1);
    long slice = a.choice(20) == 19 ? a.number(0) : a.number(NONE);
    if (view == null) {
      return null;
    }
    boolean deep = view.dimension() == View.D3;
    boolean valid =
        view.attachable()
            && view.format().color()
            && view.format().renderable()
            && view.aspect() == 0
            && (deep == (slice != NONE));
    all.validity = all.validity.and(view.standing().with(device)).and(valid);
    all.add(view);
    uses.add(view.texture());
    all.scope.add(view, UsageScope.Usage.ATTACHMENT);
    if (target != null) {
      resolve(device, all, uses, view, target);
    }
    return view.format();
  }

  private static void resolve(Device device, Attachments all, Uses uses, View view, View target) {
    boolean valid =
        view.texture().samples > 1
            && target.texture().samples == 1
            && target.attachable()
            && target.dimension() != View.D3
            && target.format() == view.format()
            && target.texture().format == view.texture().format
            && target.format().resolvable()
            && target.extent().width() == view.extent().width()
            && target.extent().height() == view.extent().height();
    all.validity = all.validity.and(target.standing().with(device)).and(valid);
    uses.add(target.texture());
    all.scope.add(target, UsageScope.Usage.ATTACHMENT);
  }

  private static void depth(Arguments a, Device device, Attachments all, Uses uses) {
    // The third view is of a depth texture.
    boolean there = a.choice(10) >= 7;
    View view = there ? a.at(Kind.VIEW, a.choice(10) < 8 ? 2 : a.choice(Kind.VIEW.slots())) : null;
    if (view == null) {
      a.number(NONE);
      return;
    }
    Format format = view.format();
    boolean readOnly = a.choice(4) == 3;
    double clear = a.real(0, 1, 0.5, 2);
    long depthLoad = operation(a, format.depth() && !readOnly);
    long depthStore = operation(a, format.depth() && !readOnly);
    all.depthReadOnly = a.number(readOnly ? 1 : NONE) == 1;
    long stencilLoad = operation(a, format.stencil() && !readOnly);
    long stencilStore = operation(a, format.stencil() && !readOnly);
    all.stencilReadOnly = a.number(readOnly ? 1 : NONE) == 1;
    boolean depthOperations = format.depth() && !readOnly;
    boolean stencilOperations = format.stencil() && !readOnly;
    boolean valid =
        !format.color()
            && view.attachable()
            && (depthLoad != 1 || (clear >= 0 && clear <= 1))
            && depthOperations == (depthLoad != NONE)
            && depthOperations == (depthStore != NONE)
            && stencilOperations == (stencilLoad != NONE)
            && stencilOperations == (stencilStore != NONE);
    all.validity = all.validity.and(view.standing().with(device)).and(valid);
    all.depthStencil = format;
    all.add(view);
    uses.add(view.texture());
    all.scope.add(view, readOnly ? UsageScope.Usage.READ : UsageScope.Usage.ATTACHMENT);
  }

  /** One that is given where it is wanted, mostly. */
  private static long operation(Arguments a, boolean wanted) {
    boolean given = (a.choice(20) == 19) != wanted;
    return given ? a.one(0, 1) : a.number(NONE);
  }
}
