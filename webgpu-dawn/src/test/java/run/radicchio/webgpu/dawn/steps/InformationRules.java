package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import java.util.List;
import run.radicchio.webgpu.dawn.steps.Stepping.Caught;

/** What objects tell of adapters, devices, shaders and errors. */
final class InformationRules {
  /**
   * Limits of a device of which none were required (specification, "Limits"); none where this host
   * has another.
   */
  private static final List<Default> DEFAULTS =
      List.of(
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_TEXTURE_DIMENSION1_D, 8192),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_TEXTURE_DIMENSION2_D, 8192),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_TEXTURE_DIMENSION3_D, 2048),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_TEXTURE_ARRAY_LAYERS, 256),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_BIND_GROUPS, 4),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_BIND_GROUPS_PLUS_VERTEX_BUFFERS, 24),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_IMMEDIATE_SIZE, NONE),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_BINDINGS_PER_BIND_GROUP, 1000),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_DYNAMIC_UNIFORM_BUFFERS_PER_PIPELINE_LAYOUT, 8),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_DYNAMIC_STORAGE_BUFFERS_PER_PIPELINE_LAYOUT, 4),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_SAMPLED_TEXTURES_PER_SHADER_STAGE, 16),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_SAMPLERS_PER_SHADER_STAGE, 16),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_STORAGE_BUFFERS_PER_SHADER_STAGE, 8),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_STORAGE_BUFFERS_IN_VERTEX_STAGE, 8),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_STORAGE_BUFFERS_IN_FRAGMENT_STAGE, 8),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_STORAGE_TEXTURES_PER_SHADER_STAGE, 4),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_STORAGE_TEXTURES_IN_VERTEX_STAGE, 4),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_STORAGE_TEXTURES_IN_FRAGMENT_STAGE, 4),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_UNIFORM_BUFFERS_PER_SHADER_STAGE, 12),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_UNIFORM_BUFFER_BINDING_SIZE, 65536),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_STORAGE_BUFFER_BINDING_SIZE, 134217728),
          new Default(Call.GPU_SUPPORTED_LIMITS_MIN_UNIFORM_BUFFER_OFFSET_ALIGNMENT, 256),
          new Default(Call.GPU_SUPPORTED_LIMITS_MIN_STORAGE_BUFFER_OFFSET_ALIGNMENT, 256),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_VERTEX_BUFFERS, 8),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_BUFFER_SIZE, 268435456),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_VERTEX_ATTRIBUTES, 16),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_VERTEX_BUFFER_ARRAY_STRIDE, 2048),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_INTER_STAGE_SHADER_VARIABLES, 16),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COLOR_ATTACHMENTS, 8),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COLOR_ATTACHMENT_BYTES_PER_SAMPLE, 32),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COMPUTE_WORKGROUP_STORAGE_SIZE, 16384),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COMPUTE_INVOCATIONS_PER_WORKGROUP, 256),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COMPUTE_WORKGROUP_SIZE_X, 256),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COMPUTE_WORKGROUP_SIZE_Y, 256),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COMPUTE_WORKGROUP_SIZE_Z, 64),
          new Default(Call.GPU_SUPPORTED_LIMITS_MAX_COMPUTE_WORKGROUPS_PER_DIMENSION, 65535));

  private static final List<Call> TOLD_BY_INFO =
      List.of(
          Call.GPU_ADAPTER_INFO_VENDOR,
          Call.GPU_ADAPTER_INFO_ARCHITECTURE,
          Call.GPU_ADAPTER_INFO_DEVICE,
          Call.GPU_ADAPTER_INFO_DESCRIPTION,
          Call.GPU_ADAPTER_INFO_SUBGROUP_MIN_SIZE,
          Call.GPU_ADAPTER_INFO_SUBGROUP_MAX_SIZE,
          Call.GPU_ADAPTER_INFO_IS_FALLBACK_ADAPTER);

  private static final List<Call> TOLD_BY_MESSAGE =
      List.of(
          Call.GPU_COMPILATION_MESSAGE_MESSAGE,
          Call.GPU_COMPILATION_MESSAGE_TYPE,
          Call.GPU_COMPILATION_MESSAGE_LINE_NUM,
          Call.GPU_COMPILATION_MESSAGE_LINE_POS,
          Call.GPU_COMPILATION_MESSAGE_OFFSET,
          Call.GPU_COMPILATION_MESSAGE_LENGTH);

  /** A limit. An alignment is better the less it is. */
  private record Default(Call call, long value) {
    boolean isNoBetterThan(long actual) {
      return value == NONE
          || (call.name().contains("ALIGNMENT") ? actual <= value : actual >= value);
    }
  }

  private InformationRules() {}

  static void add(Rules rules) {
    for (Default limit : DEFAULTS) {
      rules.put(limit.call, a -> limit(a.the(Kind.LIMITS), limit));
    }
    for (Call call : TOLD_BY_INFO) {
      rules.put(call, a -> any(a, Kind.INFO));
    }
    for (Call call : TOLD_BY_MESSAGE) {
      rules.put(call, a -> any(a, Kind.COMPILATION_MESSAGE));
    }
    rules.put(Call.GPU_SUPPORTED_FEATURES_HAS, InformationRules::hasFeature);
    rules.put(
        Call.WGSL_LANGUAGE_FEATURES_HAS,
        a -> {
          a.the(Kind.LANGUAGE_FEATURES);
          long feature = a.one(0, 1, 2);
          return Prediction.ofNoDevice().returns(feature == 2 ? 0 : 1);
        });
    rules.put(Call.GPU_COMPILATION_INFO_MESSAGES, InformationRules::messages);
    rules.put(Call.GPU_ERROR_MESSAGE, a -> any(a, Kind.ERROR));
    rules.put(
        Call.GPU_ERROR_KIND,
        a -> {
          Caught error = a.the(Kind.ERROR);
          return Prediction.ofNoDevice().returns(Cases.number(error));
        });
    rules.put(Call.GPU_DEVICE_LOST_INFO_MESSAGE, a -> any(a, Kind.LOST_INFO));
    rules.put(
        Call.GPU_DEVICE_LOST_INFO_REASON,
        a -> {
          a.the(Kind.LOST_INFO);
          // Destroyed.
          return Prediction.ofNoDevice().returns(1);
        });
  }

  private static Prediction limit(Limits limits, Default limit) {
    Prediction prediction = Prediction.ofNoDevice();
    return limits.ofDevice() && limit.value != NONE
        ? prediction.returns(limit.value)
        : prediction.returns(
            "what is no worse than the default", numbers -> limit.isNoBetterThan(numbers[0]));
  }

  private static <T> Prediction any(Arguments a, Kind<T> kind) {
    a.the(kind);
    return Prediction.ofNoDevice();
  }

  /** By the guest's list of names: each device has the first, and none has the last. */
  private static Prediction hasFeature(Arguments a) {
    Features features = a.the(Kind.FEATURES);
    long feature = a.one(0, 1, 2, 3);
    Prediction prediction = Prediction.ofNoDevice();
    Device device = features.device();
    return switch ((int) feature) {
      case 0 -> prediction.returns(1);
      case 3 -> prediction.returns(0);
      case 1 -> device == null ? prediction : prediction.returns(device.timestamps ? 1 : 0);
      default -> device == null ? prediction : prediction.returns(0);
    };
  }

  private static Prediction messages(Arguments a) {
    ShaderModule module = a.the(Kind.COMPILATION_INFO);
    var out = a.out(Kind.COMPILATION_MESSAGE);
    boolean broken = module.code() == ShaderModule.Code.BROKEN;
    return Prediction.ofNoDevice()
        .returns("messages where there is an error", numbers -> broken == numbers[0] > 0)
        .then(
            () -> {
              if (broken) {
                out.put(module);
              }
            });
  }
}
