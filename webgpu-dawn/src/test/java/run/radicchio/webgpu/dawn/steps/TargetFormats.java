package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Arguments.NONE;

import org.jspecify.annotations.Nullable;

/** Formats of targets, as arguments. */
final class TargetFormats {
  private TargetFormats() {}

  static @Nullable Format color(Arguments a) {
    return choose(
        a,
        Format.RGBA8UNORM,
        Format.RGBA8UNORM,
        Format.RGBA8UNORM,
        Format.RGBA8UNORM,
        null,
        Format.R32FLOAT,
        Format.R32UINT,
        Format.RGBA8SNORM,
        Format.DEPTH24PLUS,
        Format.BC1_RGBA_UNORM);
  }

  static @Nullable Format depthStencil(Arguments a) {
    return choose(
        a,
        null,
        null,
        null,
        null,
        Format.DEPTH24PLUS,
        Format.DEPTH24PLUS,
        Format.STENCIL8,
        Format.RGBA8UNORM);
  }

  static @Nullable Format none(Arguments a) {
    a.number(NONE);
    return null;
  }

  private static @Nullable Format choose(Arguments a, @Nullable Format... formats) {
    Format chosen = formats[a.choice(formats.length)];
    a.number(chosen == null ? NONE : chosen.number());
    return chosen;
  }
}
