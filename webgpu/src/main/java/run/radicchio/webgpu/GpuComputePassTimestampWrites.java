package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * Where a compute pass writes when it began and ended, in nanoseconds. At least one index is given,
 * and not the same twice.
 *
 * @param querySet a set of type {@code TIMESTAMP}
 * @param beginningOfPassWriteIndex the query for the beginning; null: not written
 * @param endOfPassWriteIndex the query for the end; null: not written
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpucomputepasstimestampwrites">GPUComputePassTimestampWrites</a>
 */
public record GpuComputePassTimestampWrites(
    @Borrow GpuQuerySet querySet,
    @Nullable @GpuSize32 Integer beginningOfPassWriteIndex,
    @Nullable @GpuSize32 Integer endOfPassWriteIndex) {
  /** With defaults for all that may be null. */
  public static GpuComputePassTimestampWrites of(@Borrow GpuQuerySet querySet) {
    return new GpuComputePassTimestampWrites(querySet, null, null);
  }

  /** {@return a copy with this {@code beginningOfPassWriteIndex}} */
  public GpuComputePassTimestampWrites withBeginningOfPassWriteIndex(
      @GpuSize32 int beginningOfPassWriteIndex) {
    return new GpuComputePassTimestampWrites(
        querySet, beginningOfPassWriteIndex, endOfPassWriteIndex);
  }

  /** {@return a copy with this {@code endOfPassWriteIndex}} */
  public GpuComputePassTimestampWrites withEndOfPassWriteIndex(@GpuSize32 int endOfPassWriteIndex) {
    return new GpuComputePassTimestampWrites(
        querySet, beginningOfPassWriteIndex, endOfPassWriteIndex);
  }
}
