package run.radicchio.webgpu.dawn.steps;

import java.util.EnumMap;
import java.util.Map;

/** The rules of all calls. */
final class Rules {
  private final Map<Call, Rule> rules = new EnumMap<>(Call.class);

  Rules() {
    LabelRules.add(this);
    InformationRules.add(this);
    RecordRules.add(this);
    DeviceRules.add(this);
    BufferRules.add(this);
    TextureRules.add(this);
    BindingRules.add(this);
    PipelineRules.add(this);
    QueueRules.add(this);
    EncoderRules.add(this);
    PassRules.add(this);
    ComputeRules.add(this);
    RenderRules.add(this);
  }

  void put(Call call, Rule rule) {
    if (rules.put(call, rule) != null) {
      throw new IllegalStateException("two rules for " + call);
    }
  }

  Rule of(Call call) {
    Rule rule = rules.get(call);
    if (rule == null) {
      throw new IllegalStateException("no rule for " + call);
    }
    return rule;
  }
}
