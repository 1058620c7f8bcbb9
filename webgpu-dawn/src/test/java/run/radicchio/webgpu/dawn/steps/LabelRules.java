package run.radicchio.webgpu.dawn.steps;

import java.util.Map;

/** Labels, which nearly every object has, and dropping handles. */
final class LabelRules {
  private static final Map<String, Kind<?>> LABELLED =
      Map.ofEntries(
          Map.entry("GPU_DEVICE", Kind.DEVICE),
          Map.entry("GPU_QUEUE", Kind.QUEUE),
          Map.entry("GPU_BUFFER", Kind.BUFFER),
          Map.entry("GPU_TEXTURE", Kind.TEXTURE),
          Map.entry("GPU_TEXTURE_VIEW", Kind.VIEW),
          Map.entry("GPU_SAMPLER", Kind.SAMPLER),
          Map.entry("GPU_BIND_GROUP_LAYOUT", Kind.BIND_GROUP_LAYOUT),
          Map.entry("GPU_PIPELINE_LAYOUT", Kind.PIPELINE_LAYOUT),
          Map.entry("GPU_BIND_GROUP", Kind.BIND_GROUP),
          Map.entry("GPU_SHADER_MODULE", Kind.SHADER_MODULE),
          Map.entry("GPU_COMPUTE_PIPELINE", Kind.COMPUTE_PIPELINE),
          Map.entry("GPU_RENDER_PIPELINE", Kind.RENDER_PIPELINE),
          Map.entry("GPU_QUERY_SET", Kind.QUERY_SET),
          Map.entry("GPU_COMMAND_ENCODER", Kind.COMMAND_ENCODER),
          Map.entry("GPU_COMPUTE_PASS_ENCODER", Kind.COMPUTE_PASS),
          Map.entry("GPU_RENDER_PASS_ENCODER", Kind.RENDER_PASS),
          Map.entry("GPU_RENDER_BUNDLE_ENCODER", Kind.BUNDLE_ENCODER),
          Map.entry("GPU_RENDER_BUNDLE", Kind.BUNDLE),
          Map.entry("GPU_COMMAND_BUFFER", Kind.COMMAND_BUFFER));

  private static final Map<String, Kind<?>> UNLABELLED =
      Map.ofEntries(
          Map.entry("GPU", Kind.GPU),
          Map.entry("GPU_ADAPTER", Kind.ADAPTER),
          Map.entry("GPU_SUPPORTED_FEATURES", Kind.FEATURES),
          Map.entry("GPU_SUPPORTED_LIMITS", Kind.LIMITS),
          Map.entry("GPU_ADAPTER_INFO", Kind.INFO),
          Map.entry("WGSL_LANGUAGE_FEATURES", Kind.LANGUAGE_FEATURES),
          Map.entry("GPU_COMPILATION_INFO", Kind.COMPILATION_INFO),
          Map.entry("GPU_COMPILATION_MESSAGE", Kind.COMPILATION_MESSAGE),
          Map.entry("GPU_ERROR", Kind.ERROR),
          Map.entry("GPU_DEVICE_LOST_INFO", Kind.LOST_INFO),
          Map.entry("RECORD_GPU_PIPELINE_CONSTANT_VALUE", Kind.CONSTANTS),
          Map.entry("RECORD_OPTION_GPU_SIZE64", Kind.SIZES));

  private LabelRules() {}

  static void add(Rules rules) {
    LABELLED.forEach(
        (resource, kind) -> {
          rules.put(Call.valueOf(resource + "_LABEL"), a -> label(a, kind));
          rules.put(Call.valueOf(resource + "_SET_LABEL"), a -> setLabel(a, kind));
          rules.put(Call.valueOf(resource + "_DROP"), a -> drop(a, kind));
        });
    UNLABELLED.forEach(
        (resource, kind) -> rules.put(Call.valueOf(resource + "_DROP"), a -> drop(a, kind)));
  }

  private static <T> Prediction label(Arguments a, Kind<T> kind) {
    long label = a.slots().label(a.the(kind));
    return Prediction.ofNoDevice().returns(label);
  }

  private static <T> Prediction setLabel(Arguments a, Kind<T> kind) {
    Object thing = a.the(kind);
    long label = a.one(0, 1, 2, 3);
    return Prediction.ofNoDevice().then(() -> a.slots().label(thing, label));
  }

  /** Of all but the first device, which all tries share. */
  private static <T> Prediction drop(Arguments a, Kind<T> kind) {
    if (kind.equals(Kind.DEVICE)) {
      a.at(kind, 1 + a.choice(kind.slots() - 1));
    } else {
      a.the(kind);
    }
    int slot = a.lastSlot();
    return Prediction.ofNoDevice().then(() -> a.slots().clear(kind, slot));
  }
}
