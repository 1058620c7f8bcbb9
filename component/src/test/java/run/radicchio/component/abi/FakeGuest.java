package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.CoreType;

/** An instance without code: a memory, and an allocator that never frees. */
final class FakeGuest implements CoreExtern.Memory {
  private static final int FILL = 0xA5;
  private final MemorySegment memory = MemorySegment.ofArray(new long[1 << 15]);
  private int end = 64;

  final Context context;

  FakeGuest(StringEncoding encoding) {
    memory.fill((byte) FILL);
    Store store = new Store(StoreOptions.defaults());
    Options options = new Options(encoding, this, allocator(), null, false, null);
    context = new Context(options, new ComponentInstance(store, null));
  }

  private MethodHandle allocator() {
    try {
      return MethodHandles.lookup()
          .bind(
              this,
              "allocate",
              MethodType.methodType(int.class, int.class, int.class, int.class, int.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  int allocate(int old, int oldSize, int alignment, int size) {
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
