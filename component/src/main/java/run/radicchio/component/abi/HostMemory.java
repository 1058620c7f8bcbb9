package run.radicchio.component.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;

/**
 * Memory that is no guest's. What the host both writes and reads goes through it, since it may be
 * represented by other Java types where it is read.
 */
final class HostMemory implements CoreExtern.Memory {
  /** The type of {@code realloc}. */
  static final CoreType.Function REALLOC =
      new CoreType.Function(Collections.nCopies(4, NumberType.I32), List.of(NumberType.I32));

  private static final int STRICTEST_ALIGNMENT = 8;

  private final Context context;
  private MemorySegment bytes = MemorySegment.NULL;
  private long used;

  /**
   * Empty memory.
   *
   * @param instance whose table resources pass through, without its noticing
   */
  HostMemory(ComponentInstance instance) {
    CoreExtern.Function realloc = FlatCall.coreFunction(REALLOC, this::allocate, "realloc");
    context =
        new Context(new Options(StringEncoding.UTF8, this, realloc, null, false, null), instance);
  }

  private long allocate(long[] arguments) {
    long alignment = arguments[2];
    long address = (used + alignment - 1) & -alignment;
    used = address + arguments[3];
    if (used > bytes.byteSize()) {
      MemorySegment larger = Arena.ofAuto().allocate(2 * used, STRICTEST_ALIGNMENT);
      bytes = larger.copyFrom(bytes);
    }
    return Math.toIntExact(address);
  }

  /**
   * Has elements in this memory.
   *
   * @param elementSize in bytes
   */
  Elements.Lying lay(HostElements elements, int count, int elementSize, int alignment) {
    long address = context.allocate(alignment, (long) count * elementSize);
    elements.store(context, address, count);
    return new Elements.Lying(context, address);
  }

  @Override
  public CoreType.Memory type() {
    return new CoreType.Memory(new CoreType.Limits(0, null, false), false);
  }

  @Override
  public MemorySegment segment() {
    return bytes;
  }
}
