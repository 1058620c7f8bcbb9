package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.Nullable;

/** A module of one of the guest's shaders. */
record ShaderModule(Standing standing, Code code) {

  /** The guest's shaders, in its order. */
  enum Code {
    EMPTY,
    WRITES_STORAGE,
    DRAWS,
    DRAWS_UNIFORM,
    NEEDS_CONSTANT,
    BROKEN;

    boolean computes() {
      return this == EMPTY || this == WRITES_STORAGE || this == NEEDS_CONSTANT;
    }

    boolean draws() {
      return this == DRAWS || this == DRAWS_UNIFORM;
    }

    /** What it binds in group 0, as its default layout has it; null if nothing. */
    BindGroupLayout.@Nullable Entry binding() {
      return switch (this) {
        case WRITES_STORAGE ->
            new BindGroupLayout.Entry(
                0,
                BindGroupLayout.COMPUTE,
                BindGroupLayout.Type.BUFFER,
                BindGroupLayout.Entry.STORAGE,
                4);
        case DRAWS_UNIFORM ->
            new BindGroupLayout.Entry(
                0,
                BindGroupLayout.FRAGMENT,
                BindGroupLayout.Type.BUFFER,
                BindGroupLayout.Entry.UNIFORM,
                16);
        default -> null;
      };
    }
  }
}
