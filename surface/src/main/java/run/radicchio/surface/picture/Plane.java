package run.radicchio.surface.picture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * One component of a video's picture, eight bits a sample.
 *
 * @param samples where they are, row by row from the top
 * @param stride the bytes from the beginning of a row to that of the next
 */
public record Plane(MemorySegment samples, int stride) {
  /** Writes a row. */
  void write(int y, byte[] row) {
    MemorySegment.copy(row, 0, samples, JAVA_BYTE, (long) y * stride, row.length);
  }
}
