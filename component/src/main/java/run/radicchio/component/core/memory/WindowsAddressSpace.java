package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** {@code VirtualAlloc}: the reservation is address space alone, and pages are committed in it. */
final class WindowsAddressSpace implements AddressSpace {
  private static final int MEM_COMMIT = 0x1000;
  private static final int MEM_RESERVE = 0x2000;
  private static final int MEM_RELEASE = 0x8000;
  private static final int PAGE_NOACCESS = 1;
  private static final int PAGE_READWRITE = 4;

  private static final MethodHandle VIRTUAL_ALLOC =
      function(
          "VirtualAlloc", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT));
  private static final MethodHandle VIRTUAL_FREE =
      function("VirtualFree", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

  @SuppressWarnings("restricted") // the functions are named with their true types
  private static MethodHandle function(String name, FunctionDescriptor type) {
    SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
    return Linker.nativeLinker().downcallHandle(kernel.findOrThrow(name), type);
  }

  @Override
  public long reserve(long bytes) {
    return allocate(MemorySegment.NULL, bytes, MEM_RESERVE, PAGE_NOACCESS);
  }

  @Override
  public boolean commit(long address, long bytes) {
    return bytes == 0
        || allocate(MemorySegment.ofAddress(address), bytes, MEM_COMMIT, PAGE_READWRITE) != 0;
  }

  private static long allocate(MemorySegment at, long bytes, int kind, int protection) {
    try {
      return ((MemorySegment) VIRTUAL_ALLOC.invokeExact(at, bytes, kind, protection)).address();
    } catch (Throwable e) {
      throw new AssertionError("VirtualAlloc cannot be called", e);
    }
  }

  @Override
  public void release(long address, long bytes) {
    int result;
    try {
      result = (int) VIRTUAL_FREE.invokeExact(MemorySegment.ofAddress(address), 0L, MEM_RELEASE);
    } catch (Throwable e) {
      throw new AssertionError("VirtualFree cannot be called", e);
    }
    if (result == 0) {
      throw new AssertionError("VirtualFree failed for " + bytes + " bytes at " + address);
    }
  }

  @Override
  public @Nullable PageImage keep(MemorySegment whole, long bytes, Arena arena) {
    return null;
  }
}
