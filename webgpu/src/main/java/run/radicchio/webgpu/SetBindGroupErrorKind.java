package run.radicchio.webgpu;

/** Which kind of error {@link GpuBindingCommands#setBindGroup} met. */
public sealed interface SetBindGroupErrorKind {
  /** The part of the dynamic offsets is not in the array. */
  record RangeError() implements SetBindGroupErrorKind {}
}
