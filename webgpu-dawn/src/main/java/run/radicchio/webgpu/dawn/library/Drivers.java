package run.radicchio.webgpu.dawn.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shared libraries that come with an instance of Dawn: what drives the GPUs.
 *
 * <p>On Linux, Vulkan unloads a driver with the last instance that uses it. Some drivers leave
 * something in each thread that called them, which the thread runs when it ends: if the driver's
 * code is gone then, the process crashes. So the drivers stay until the process ends.
 */
public final class Drivers {
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  // <dlfcn.h> of Linux.
  private static final int RTLD_LAZY = 0x1;
  private static final int RTLD_NOLOAD = 0x4;
  private static final int RTLD_NODELETE = 0x1000;

  private final Set<String> others;

  private Drivers(Set<String> others) {
    this.others = others;
  }

  /** Those that will come from now on. */
  public static Drivers fromNowOn() {
    return new Drivers(loaded());
  }

  /** Keeps those loaded that have come. To be called before their instance is gone. */
  public void stay() {
    Set<String> drivers = new HashSet<>(loaded());
    drivers.removeAll(others);
    if (!drivers.isEmpty()) {
      keep(drivers);
    }
  }

  /** The files of the libraries of this process; none on another system than Linux. */
  static Set<String> loaded() {
    if (!Files.isReadable(MAPPINGS)) {
      return Set.of();
    }
    try (Stream<String> mappings = Files.lines(MAPPINGS)) {
      return mappings
          .filter(mapping -> mapping.contains("/"))
          .map(mapping -> mapping.substring(mapping.indexOf('/')))
          .filter(file -> file.contains(".so"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("restricted") // As DawnLibrary, which loads libraries.
  private static void keep(Set<String> files) {
    Linker linker = Linker.nativeLinker();
    MethodHandle dlopen =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("dlopen"),
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      for (String file : files) {
        MemorySegment name = arena.allocateFrom(file);
        // There is nothing to do where it fails: the file is no library, or deleted since.
        var _ = (MemorySegment) dlopen.invokeExact(name, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
      }
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
