package run.radicchio.webgpu;

/** Which kind of error {@link GpuAdapter#requestDevice} met. */
public sealed interface RequestDeviceErrorKind {
  /** The adapter lacks a feature that was required. */
  record TypeError() implements RequestDeviceErrorKind {}

  /** A limit is unknown or out of reach, or the adapter has made a device already. */
  record OperationError() implements RequestDeviceErrorKind {}
}
