package run.radicchio.webgpu;

/** Which kind of error {@link GpuBuffer#mapAsync} met. */
public sealed interface MapAsyncErrorKind {
  /** The buffer cannot be mapped like that, or not now. */
  record OperationError() implements MapAsyncErrorKind {}

  /** There is no memory to map into. */
  record RangeError() implements MapAsyncErrorKind {}

  /** The mapping was given up: the buffer was unmapped or destroyed, or the device was lost. */
  record AbortError() implements MapAsyncErrorKind {}
}
