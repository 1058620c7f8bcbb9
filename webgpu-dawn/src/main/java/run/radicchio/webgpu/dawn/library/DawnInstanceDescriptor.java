package run.radicchio.webgpu.dawn.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;
import java.util.List;

/**
 * Dawn's own extension of {@code WGPUInstanceDescriptor}. It is a C++ struct of Dawn's native
 * header and not part of {@code dawn.json}, so its layout is written here by hand, as the Itanium
 * C++ ABI (Linux, macOS) lays it out. On Windows the members lie elsewhere.
 */
public final class DawnInstanceDescriptor {
  private static final int S_TYPE = 0x0005_0006;
  private static final int BACKEND_VALIDATION_DISABLED = 2;

  private static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          ADDRESS.withName("nextInChain"),
          JAVA_INT.withName("sType"),
          // A C++ struct continues in the tail padding of the one that it derives from.
          JAVA_INT.withName("additionalRuntimeSearchPathsCount"),
          ADDRESS.withName("additionalRuntimeSearchPaths"),
          ADDRESS.withName("platform"),
          JAVA_INT.withName("backendValidationLevel"),
          JAVA_BYTE.withName("beginCaptureOnStartup"),
          MemoryLayout.paddingLayout(3),
          MemoryLayout.structLayout(
                  ADDRESS.withName("nextInChain"),
                  ADDRESS.withName("callback"),
                  ADDRESS.withName("userdata1"),
                  ADDRESS.withName("userdata2"))
              .withName("loggingCallbackInfo"));

  private DawnInstanceDescriptor() {}

  /**
   * Makes an extension to chain to an instance descriptor.
   *
   * @param searchPaths folders where Dawn looks for {@code libvulkan.so.1} before it looks beside
   *     its own library, beside the executable, and where the system does
   * @param loggingCallback a {@code WGPULoggingCallback} that is given Dawn's warnings, such as why
   *     it cannot use Vulkan; {@link MemorySegment#NULL} lets Dawn print them to standard error
   * @return the struct, which must live until the instance is made
   */
  public static MemorySegment allocate(
      SegmentAllocator allocator, List<Path> searchPaths, MemorySegment loggingCallback) {
    MemorySegment paths = allocator.allocate(ADDRESS, searchPaths.size());
    for (int i = 0; i < searchPaths.size(); i++) {
      // Dawn appends the library's name as it is.
      paths.setAtIndex(ADDRESS, i, allocator.allocateFrom(searchPaths.get(i) + "/"));
    }
    MemorySegment descriptor = allocator.allocate(LAYOUT).fill((byte) 0);
    descriptor.set(JAVA_INT, offset("sType"), S_TYPE);
    descriptor.set(JAVA_INT, offset("additionalRuntimeSearchPathsCount"), searchPaths.size());
    descriptor.set(ADDRESS, offset("additionalRuntimeSearchPaths"), paths);
    descriptor.set(JAVA_INT, offset("backendValidationLevel"), BACKEND_VALIDATION_DISABLED);
    descriptor.set(ADDRESS, offset("loggingCallbackInfo", "callback"), loggingCallback);
    return descriptor;
  }

  private static long offset(String... path) {
    PathElement[] elements = new PathElement[path.length];
    for (int i = 0; i < path.length; i++) {
      elements[i] = PathElement.groupElement(path[i]);
    }
    return LAYOUT.byteOffset(elements);
  }
}
