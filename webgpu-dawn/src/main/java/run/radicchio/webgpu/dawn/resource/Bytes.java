package run.radicchio.webgpu.dawn.resource;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;

/** Bytes between Java's buffers and memory that Dawn reads. */
final class Bytes {
  private Bytes() {}

  /**
   * The address of bytes: where they are, if that is outside the Java heap, or else of a copy. The
   * caller keeps the buffer reachable until Dawn has read them.
   *
   * @param offset counts from the buffer's position
   */
  static long address(Call call, ByteBuffer data, int offset, int size) {
    MemorySegment bytes = MemorySegment.ofBuffer(data);
    if (bytes.isNative()) {
      return bytes.address() + offset;
    }
    long copy = call.allocate(size);
    MemorySegment.copy(bytes, offset, Memory.at(copy, size), 0, size);
    return copy;
  }

  /** Whether a buffer has this range after its position. */
  static boolean has(ByteBuffer data, long offset, long size) {
    long remaining = data.remaining();
    return offset >= 0 && offset <= remaining && size >= 0 && size <= remaining - offset;
  }
}
