package run.radicchio.webgpu;

/** Which kind of error {@link GpuBuffer#unmap} met. */
public sealed interface UnmapErrorKind {
  /** A mapping was still under way and is given up. */
  record AbortError() implements UnmapErrorKind {}
}
