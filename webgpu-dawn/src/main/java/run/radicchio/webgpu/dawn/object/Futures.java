package run.radicchio.webgpu.dawn.object;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPUFutureWaitInfo;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;
import run.radicchio.webgpu.dawn.generated.WGPUWaitStatus;

/** Calls of an instance that are under way, by the numbers that Dawn gave them. */
final class Futures {
  private static final int FEW = 16;

  private final long instance;
  private final Queue<Long> begun = new ConcurrentLinkedQueue<>();

  // Used by whoever polls, of whom there is one at a time: an array of WGPUFutureWaitInfo.
  private MemorySegment infos = MemorySegment.NULL;
  private int count;

  Futures(long instance) {
    this.instance = instance;
  }

  /** Adds one; at any time. */
  void add(long future) {
    begun.add(future);
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

  private void takeBegun() {
    for (Long future = begun.poll(); future != null; future = begun.poll()) {
      if ((count + 1) * WGPUFutureWaitInfo.SIZE > infos.byteSize()) {
        long larger = Math.max(FEW, 2L * count) * WGPUFutureWaitInfo.SIZE;
        infos = Arena.ofAuto().allocate(larger, Long.BYTES).copyFrom(infos);
      }
      write(count++, future);
    }
  }

  private void write(int index, long future) {
    WGPUFutureWaitInfo.initialize(info(index));
    Memory.putLong(WGPUFutureWaitInfo.future(info(index)), future);
  }

  private long info(int index) {
    return infos.address() + index * WGPUFutureWaitInfo.SIZE;
  }
}
