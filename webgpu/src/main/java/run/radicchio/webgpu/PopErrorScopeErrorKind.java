package run.radicchio.webgpu;

/** Which kind of error {@link GpuDevice#popErrorScope} met. */
public sealed interface PopErrorScopeErrorKind {
  /** No error scope is open. */
  record OperationError() implements PopErrorScopeErrorKind {}
}
