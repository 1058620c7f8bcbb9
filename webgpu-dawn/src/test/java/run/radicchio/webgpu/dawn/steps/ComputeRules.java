package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Encoding.State;

/** Compute passes, and how passes of both kinds begin and end. */
final class ComputeRules {
  private static final long MAX_WORKGROUPS = 65535;

  private ComputeRules() {}

  static void add(Rules rules) {
    rules.put(Call.GPU_COMMAND_ENCODER_BEGIN_COMPUTE_PASS, ComputeRules::begin);
    rules.put(Call.GPU_COMPUTE_PASS_ENCODER_SET_PIPELINE, ComputeRules::setPipeline);
    rules.put(Call.GPU_COMPUTE_PASS_ENCODER_DISPATCH_WORKGROUPS, ComputeRules::dispatch);
    rules.put(
        Call.GPU_COMPUTE_PASS_ENCODER_DISPATCH_WORKGROUPS_INDIRECT, ComputeRules::dispatchIndirect);
    rules.put(
        Call.GPU_COMPUTE_PASS_ENCODER_END,
        a -> {
          ComputePass pass = a.the(Kind.COMPUTE_PASS);
          return end(pass.encoder, pass.encoding, pass.encoding.complete());
        });
  }

  private static Prediction begin(Arguments a) {
    CommandEncoder encoder = EncoderRules.choose(a);
    var out = a.out(Kind.COMPUTE_PASS);
    ComputePass pass = new ComputePass(encoder);
    Timestamps timestamps = Timestamps.choose(a, encoder.encoding.device());
    return begin(encoder, pass.encoding, timestamps.validity(), () -> out.put(pass))
        .then(() -> timestamps.addTo(encoder.encoding.uses()));
  }

  /**
   * Which queries a pass writes the time to.
   *
   * @param set none if it does not
   */
  record Timestamps(@Nullable QuerySet set, Validity validity) {
    static Timestamps choose(Arguments a, Device device) {
      QuerySet set = a.maybe(Kind.QUERY_SET, 5);
      long beginning = a.one(NONE, 0, 0, 4);
      long end = a.one(NONE, 1, 1, 0);
      if (set == null) {
        return new Timestamps(null, Validity.VALID);
      }
      boolean valid =
          device.timestamps
              && set.timestamps
              && (beginning != NONE || end != NONE)
              && (beginning == NONE || beginning < set.count)
              && (end == NONE || end < set.count)
              && beginning != end;
      return new Timestamps(set, set.standing.with(device).and(valid));
    }

    void addTo(Uses uses) {
      if (set != null) {
        uses.add(set);
      }
    }
  }

  /** Begins a pass, which locks the encoder unless it is locked or ended already. */
  static Prediction begin(CommandEncoder encoder, Encoding pass, Validity validity, Runnable keep) {
    Encoding parent = encoder.encoding;
    Validity begun = validity.and(parent.state() == State.OPEN);
    Prediction prediction =
        parent
            .command(true, () -> parent.become(State.LOCKED))
            .then(
                () -> {
                  pass.standing().is(begun);
                  keep.run();
                });
    return begun == Validity.INVALID ? prediction.spoils() : prediction;
  }

  static Prediction end(CommandEncoder encoder, Encoding pass, Validity complete) {
    Encoding parent = encoder.encoding;
    Prediction prediction = Prediction.of(pass.device());
    if (pass.state() != State.OPEN || parent.state() != State.LOCKED) {
      return prediction.requires(false);
    }
    return prediction.then(
        () -> {
          pass.become(State.ENDED);
          parent.become(State.OPEN);
          parent.uses().addAll(pass.uses());
          parent.judge(complete);
        });
  }

  private static Prediction setPipeline(Arguments a) {
    ComputePass pass = a.the(Kind.COMPUTE_PASS);
    ComputePipeline pipeline = a.the(Kind.COMPUTE_PIPELINE);
    Validity validity = pipeline.standing().with(pass.encoding.device());
    return pass.encoding.command(
        validity,
        () -> {
          if (validity == Validity.VALID) {
            pass.pipeline = pipeline;
          }
        });
  }

  /** A pass with what a dispatch needs, mostly. */
  private static ComputePass prepared(Arguments a) {
    ComputePass pass = a.the(Kind.COMPUTE_PASS);
    int slot = a.lastSlot();
    ComputePipeline pipeline = pass.pipeline;
    a.wants(
        pipeline != null,
        List.of(Draw.of(Call.GPU_COMPUTE_PASS_ENCODER_SET_PIPELINE, slot, a.choice(2))));
    if (pipeline != null) {
      int from = a.slots().find(Kind.COMPUTE_PIPELINE, pipeline::equals);
      a.wants(
          from < 0 || pass.groups.fit(pipeline.layout(), pipeline.code()),
          Groups.setting(
              Call.GPU_COMPUTE_PIPELINE_GET_BIND_GROUP_LAYOUT,
              from,
              Call.GPU_COMPUTE_PASS_ENCODER_SET_BIND_GROUP,
              slot));
    }
    return pass;
  }

  private static Prediction dispatch(Arguments a) {
    ComputePass pass = prepared(a);
    long x = a.one(1, 1, 2, 0, MAX_WORKGROUPS + 1);
    long y = a.one(NONE, NONE, 1, 0, MAX_WORKGROUPS + 1);
    long z = a.one(NONE, NONE, 1, 0, MAX_WORKGROUPS + 1);
    boolean valid =
        x <= MAX_WORKGROUPS
            && (y == NONE || y <= MAX_WORKGROUPS)
            && (z == NONE || z <= MAX_WORKGROUPS);
    return pass.encoding.command(allowed(pass, null).and(valid), () -> {});
  }

  private static Prediction dispatchIndirect(Arguments a) {
    ComputePass pass = prepared(a);
    Buffer buffer = a.at(Kind.BUFFER, a.choice(10) < 8 ? 3 : a.choice(Kind.BUFFER.slots()));
    long offset = a.one(0, 0, 4, 6, 1024, -4);
    boolean valid =
        buffer.has(Buffer.INDIRECT) && offset % 4 == 0 && Buffer.fits(offset, 12, buffer.size);
    Validity validity =
        buffer.standing.with(pass.encoding.device()).and(valid).and(allowed(pass, buffer));
    return pass.encoding.command(validity, () -> pass.encoding.uses().add(buffer));
  }

  /** Whether something can be dispatched as it is set, with what is also read for it. */
  private static Validity allowed(ComputePass pass, @Nullable Buffer indirect) {
    ComputePipeline pipeline = pass.pipeline;
    if (pipeline == null) {
      return Validity.INVALID;
    }
    UsageScope scope = new UsageScope();
    pass.groups.addTo(scope, pipeline.layout());
    if (indirect != null) {
      scope.add(indirect, UsageScope.Usage.READ);
    }
    return scope.validity().and(pass.groups.fit(pipeline.layout(), pipeline.code()));
  }
}
