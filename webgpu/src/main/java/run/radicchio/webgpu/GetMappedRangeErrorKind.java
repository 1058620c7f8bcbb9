package run.radicchio.webgpu;

/** Which kind of error met a copy from or to the mapped range of a {@link GpuBuffer}. */
public sealed interface GetMappedRangeErrorKind {
  /** The buffer is not mapped, or not there. */
  record OperationError() implements GetMappedRangeErrorKind {}

  /** There is no memory for the copy. */
  record RangeError() implements GetMappedRangeErrorKind {}

  /** A number is beyond what the host can count. */
  record TypeError() implements GetMappedRangeErrorKind {}
}
