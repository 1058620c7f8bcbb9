package run.radicchio.webgpu;

/** Which kind of error {@link GpuDevice#createQuerySet} met. */
public sealed interface CreateQuerySetErrorKind {
  /** The device lacks the feature that the type of query needs. */
  record TypeError() implements CreateQuerySetErrorKind {}
}
