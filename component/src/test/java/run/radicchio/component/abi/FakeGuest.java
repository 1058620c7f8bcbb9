package run.radicchio.component.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.CoreType;

/** An instance without code: a memory, and an allocator that never frees. */
final class FakeGuest implements CoreExtern.Memory {
  private static final int FILL = 0xA5;
  private final MemorySegment memory = Arena.ofAuto().allocate(1 << 18, Long.BYTES);
  private int end = 64;

  final Context context;

  FakeGuest(StringEncoding encoding) {
    memory.fill((byte) FILL);
    Store store = new Store(StoreOptions.defaults());
    CoreExtern.Function realloc =
        FlatCall.coreFunction(
            HostMemory.REALLOC, flat -> allocate((int) flat[2], (int) flat[3]), "realloc");
    Options options = new Options(encoding, this, realloc, null, false, null);
    context = new Context(options, new ComponentInstance(store, null));
  }

  private int allocate(int alignment, int size) {
    int address = (end + alignment - 1) & -alignment;
    end = address + size;
    return address;
  }

  @Override
  public MemorySegment segment() {
    return memory;
  }

  @Override
  public CoreType.Memory type() {
    throw new UnsupportedOperationException("nobody asks");
  }
}
