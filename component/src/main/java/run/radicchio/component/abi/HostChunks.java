package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.ComponentInstance;

/** Numbers of the host, a list of which is read at a time. */
final class HostChunks implements HostElements {
  private final NumericListCodec codec;
  private MemorySegment chunk = MemorySegment.NULL;

  /**
   * None yet.
   *
   * @param codec of lists of them
   */
  HostChunks(@Nullable Codec codec) {
    if (!(codec instanceof NumericListCodec list)) {
      throw new IllegalArgumentException("a chunk is a list of numbers");
    }
    this.codec = list;
  }

  @Override
  public void add(Object item) {
    chunk = codec.asSegment(item);
  }

  @Override
  public long itemsFor(int elements) {
    return 1;
  }

  @Override
  public int remaining() {
    return (int) Math.min(chunk.byteSize() / codec.elementSize(), MAX_LENGTH);
  }

  @Override
  public boolean isZeroLength() {
    return false;
  }

  @Override
  public long store(Context context, long address, int count) {
    long byteLength = (long) count * codec.elementSize();
    MemorySegment.copy(chunk, 0, context.memory(), address, byteLength);
    chunk = chunk.asSlice(byteLength);
    return address + byteLength;
  }

  @Override
  public Lying take(int count, ComponentInstance reader) {
    return new HostMemory(reader).lay(this, count, codec.elementSize(), codec.elementSize());
  }

  @Override
  public void discard() {
    chunk = MemorySegment.NULL;
  }
}
