package run.radicchio.webgpu;

/** Which kind of error {@link GpuQueue#writeBufferWithCopy} met. */
public sealed interface WriteBufferErrorKind {
  /** The part to copy is not in the data, or its size is no multiple of 4. */
  record OperationError() implements WriteBufferErrorKind {}
}
