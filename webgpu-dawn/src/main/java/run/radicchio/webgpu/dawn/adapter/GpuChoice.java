package run.radicchio.webgpu.dawn.adapter;

import java.util.Locale;

/** Which adapters guests may get. Among these, what a guest asks for decides. */
public sealed interface GpuChoice {
  /** Every GPU, and the software one where there is no other or a fallback adapter is asked for. */
  record Any() implements GpuChoice {}

  /** Adapters that compute on the CPU. */
  record Software() implements GpuChoice {}

  /**
   * Adapters of a name.
   *
   * @param name a part of their name, capitals or not
   */
  record Named(String name) implements GpuChoice {}

  /** Reads {@code any}, {@code software}, or else a part of a name. */
  static GpuChoice of(String text) {
    return switch (text) {
      case "any" -> new Any();
      case "software" -> new Software();
      default -> new Named(text);
    };
  }

  /** Whether guests may get an adapter. */
  default boolean admits(AdapterDescription adapter) {
    return switch (this) {
      case Any() -> true;
      case Software() -> adapter.type() == AdapterDescription.Type.CPU;
      case Named(String name) ->
          adapter.name().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    };
  }
}
