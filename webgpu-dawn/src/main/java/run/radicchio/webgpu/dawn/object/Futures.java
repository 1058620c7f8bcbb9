package run.radicchio.webgpu.dawn.object;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPUFutureWaitInfo;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;
import run.radicchio.webgpu.dawn.generated.WGPUWaitStatus;

/** Calls of an instance that are under way, by the numbers that Dawn gave them. */
final class Futures {
  private static final int FEW = 16;

  private final long instance;
  private long[] begun = new long[FEW];
  private int begunCount;

  // Used by whoever polls, of whom there is one at a time: an array of WGPUFutureWaitInfo.
  private MemorySegment infos = MemorySegment.NULL;
  private int count;

  Futures(long instance) {
    this.instance = instance;
  }

  /** Adds one; at any time. */
  synchronized void add(long future) {
    if (begunCount == begun.length) {
      begun = Arrays.copyOf(begun, 2 * begunCount);
    }
    begun[begunCount++] = future;
  }

  /** Lets those end that can: their callbacks run. Returns how many they were. */
  int poll() {
    takeBegun();
    if (count == 0
        || WGPUInstance.waitAny(instance, count, infos.address(), 0) != WGPUWaitStatus.SUCCESS) {
      return 0;
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!WGPUFutureWaitInfo.completed(info(i))) {
        write(kept++, Memory.getLong(WGPUFutureWaitInfo.future(info(i))));
      }
    }
    int ended = count - kept;
    count = kept;
    return ended;
  }

  private synchronized void takeBegun() {
    long size = (count + begunCount) * WGPUFutureWaitInfo.SIZE;
    if (size > infos.byteSize()) {
      infos = Arena.ofAuto().allocate(Math.max(FEW, 2 * size), Long.BYTES).copyFrom(infos);
    }
    for (int i = 0; i < begunCount; i++) {
      write(count++, begun[i]);
    }
    begunCount = 0;
  }

  private void write(int index, long future) {
    WGPUFutureWaitInfo.initialize(info(index));
    Memory.putLong(WGPUFutureWaitInfo.future(info(index)), future);
  }

  private long info(int index) {
    return infos.address() + index * WGPUFutureWaitInfo.SIZE;
  }
}
