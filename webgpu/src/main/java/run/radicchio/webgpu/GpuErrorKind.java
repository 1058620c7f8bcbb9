package run.radicchio.webgpu;

import run.radicchio.component.wit.WitName;

/**
 * Which kind of error the device reported.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuerror">GPUError</a>
 */
public sealed interface GpuErrorKind {
  /** A call was wrong: on a device with these features and limits it always fails. */
  @WitName("validation-error")
  record Validation() implements GpuErrorKind {}

  /** There was not enough memory; asking for less, or later, may succeed. */
  @WitName("out-of-memory-error")
  record OutOfMemory() implements GpuErrorKind {}

  /** The host or its driver failed, though the call was right. */
  @WitName("internal-error")
  record Internal() implements GpuErrorKind {}
}
