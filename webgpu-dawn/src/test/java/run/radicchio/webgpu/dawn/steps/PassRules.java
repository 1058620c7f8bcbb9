package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;

/** What passes and bundles can all encode (specification, "Programmable Passes"). */
final class PassRules {
  private static final long MAX_GROUPS = 4;

  private PassRules() {}

  static void add(Rules rules) {
    add(rules, "GPU_COMPUTE_PASS_ENCODER", a -> of(a.the(Kind.COMPUTE_PASS)));
    add(rules, "GPU_RENDER_PASS_ENCODER", a -> of(a.the(Kind.RENDER_PASS)));
    add(rules, "GPU_RENDER_BUNDLE_ENCODER", a -> of(a.the(Kind.BUNDLE_ENCODER)));
  }

  /**
   * What the three have in common.
   *
   * @param scope null of compute passes, where each dispatch has one
   */
  private record Pass(Encoding encoding, Groups groups, @Nullable UsageScope scope) {}

  private static Pass of(ComputePass pass) {
    return new Pass(pass.encoding, pass.groups, null);
  }

  private static Pass of(RenderPass pass) {
    return new Pass(pass.encoding, pass.drawing.groups, pass.drawing.scope);
  }

  private static Pass of(BundleEncoder encoder) {
    return new Pass(encoder.encoding(), encoder.drawing().groups, encoder.drawing().scope);
  }

  private interface Chosen {
    Pass of(Arguments arguments);
  }

  private static void add(Rules rules, String resource, Chosen pass) {
    rules.put(call(resource, "_SET_BIND_GROUP"), a -> setBindGroup(a, pass.of(a)));
    rules.put(call(resource, "_SET_IMMEDIATES"), a -> setImmediates(a, pass.of(a)));
    rules.put(call(resource, "_PUSH_DEBUG_GROUP"), a -> pass.of(a).encoding.pushDebugGroup());
    rules.put(
        call(resource, "_POP_DEBUG_GROUP"),
        a -> {
          Pass chosen = pass.of(a);
          a.wants(
              chosen.encoding.hasDebugGroup(),
              List.of(Draw.of(call(resource, "_PUSH_DEBUG_GROUP"), a.lastSlot())));
          return chosen.encoding.popDebugGroup();
        });
    rules.put(
        call(resource, "_INSERT_DEBUG_MARKER"), a -> pass.of(a).encoding.command(true, () -> {}));
  }

  static Call call(String resource, String function) {
    return Call.valueOf(resource + function);
  }

  private static Prediction setBindGroup(Arguments a, Pass pass) {
    long index = a.one(0, 0, 0, 0, 1, 3, 4);
    BindGroup group = a.choice(8) < 7 ? a.the(Kind.BIND_GROUP) : null;
    if (group == null) {
      a.number(NONE);
    }
    long needed = group == null ? 0 : group.layout().dynamicCount();
    long count = a.choice(10) < 8 ? a.number(needed == 0 ? NONE : needed) : a.one(0, 1, 2);
    long[] data = new long[count == NONE ? 0 : (int) count];
    for (int i = 0; i < data.length; i++) {
      data[i] = a.one(0, 0, 256, 4, 1024);
    }
    long start = a.one(NONE, NONE, NONE, 0, 0, 1);
    long length = a.one(NONE, NONE, NONE, data.length, data.length, 1);
    long from = start == NONE ? 0 : start;
    long many = length == NONE ? data.length - from : length;
    if (count != NONE && (many < 0 || from + many > data.length)) {
      return Prediction.of(pass.encoding.device()).ends(Ending.RANGE_ERROR);
    }
    long[] offsets =
        count == NONE ? new long[0] : Arrays.copyOfRange(data, (int) from, (int) (from + many));
    boolean counted = index < MAX_GROUPS && offsets.length == needed;
    if (group == null) {
      return pass.encoding.command(
          counted,
          () -> {
            if (index < MAX_GROUPS) {
              pass.groups.remove((int) index);
            }
          });
    }
    Validity usable = group.standing().with(pass.encoding.device()).and(counted);
    Validity validity = usable.and(usable == Validity.VALID && group.accepts(offsets));
    return pass.encoding.command(
        validity,
        () -> {
          if (validity == Validity.VALID) {
            pass.groups.put((int) index, group, offsets);
            group.addTo(pass.encoding.uses());
            if (pass.scope != null) {
              group.addTo(pass.scope);
            }
          }
        });
  }

  /** Sizes beyond what this host has and below what WebGPU guarantees are not tried. */
  private static Prediction setImmediates(Arguments a, Pass pass) {
    long offset = a.one(0, 0, 4, 6, 1024);
    long data = a.one(8, 8, 4, 0, 6);
    long dataOffset = a.one(NONE, NONE, 0, 4, 16);
    long size = a.one(NONE, NONE, 4, 0, 2);
    long from = dataOffset == NONE ? 0 : dataOffset;
    long length = size == NONE ? Math.max(0, data - from) : size;
    boolean valid = offset % 4 == 0 && offset <= 64 && from + length <= data && length % 4 == 0;
    return pass.encoding.command(valid, () -> {});
  }
}
