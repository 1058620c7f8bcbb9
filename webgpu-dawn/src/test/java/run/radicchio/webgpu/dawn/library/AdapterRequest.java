package run.radicchio.webgpu.dawn.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a new instance of Dawn for a Vulkan adapter, with as little of the C API as shows that the
 * library works.
 */
@SuppressWarnings({"restricted", "UnusedMethod", "UnusedVariable"}) // Dawn uses the callbacks.
final class AdapterRequest {
  private static final int CORE = 2;
  private static final int VULKAN = 6;
  private static final int ALLOW_PROCESS_EVENTS = 2;

  private static final StructLayout STRING = MemoryLayout.structLayout(ADDRESS, JAVA_LONG);
  private static final StructLayout CALLBACK_INFO =
      MemoryLayout.structLayout(
          ADDRESS.withName("next"),
          JAVA_INT.withName("mode"),
          MemoryLayout.paddingLayout(4),
          ADDRESS.withName("callback"),
          ADDRESS.withName("userdata1"),
          ADDRESS.withName("userdata2"));

  /**
   * What came of it.
   *
   * @param adapter vendor, architecture, device and adapter type, or "none"
   * @param log what Dawn logged, a line a message
   */
  record Answer(String adapter, String log) {}

  private final DawnLibrary dawn;
  private final List<String> log = new ArrayList<>();
  private MemorySegment adapter = MemorySegment.NULL;

  private AdapterRequest(DawnLibrary dawn) {
    this.dawn = dawn;
  }

  /** Makes an instance with these search paths and asks it. */
  static Answer ask(DawnLibrary dawn, List<Path> searchPaths) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      return new AdapterRequest(dawn).ask(searchPaths, arena);
    }
  }

  private Answer ask(List<Path> searchPaths, Arena arena) throws Throwable {
    MethodHandle createInstance = function("wgpuCreateInstance", ADDRESS, ADDRESS);
    MethodHandle requestAdapter =
        function(
            "wgpuInstanceRequestAdapter",
            MemoryLayout.structLayout(JAVA_LONG),
            ADDRESS,
            ADDRESS,
            CALLBACK_INFO);
    MethodHandle processEvents = function("wgpuInstanceProcessEvents", null, ADDRESS);
    MethodHandle releaseInstance = function("wgpuInstanceRelease", null, ADDRESS);
    MethodHandle releaseAdapter = function("wgpuAdapterRelease", null, ADDRESS);

    MemorySegment instanceDescriptor = arena.allocate(32, 8);
    instanceDescriptor.set(
        ADDRESS,
        0,
        DawnInstanceDescriptor.allocate(
            arena, searchPaths, callback(arena, "logged", JAVA_INT, STRING, ADDRESS, ADDRESS)));
    var instance = (MemorySegment) createInstance.invokeExact(instanceDescriptor);

    MemorySegment options = arena.allocate(32, 8);
    options.set(JAVA_INT, 8, CORE);
    options.set(JAVA_INT, 20, VULKAN);
    MemorySegment answered = arena.allocate(CALLBACK_INFO);
    answered.set(JAVA_INT, 8, ALLOW_PROCESS_EVENTS);
    answered.set(
        ADDRESS, 16, callback(arena, "answered", JAVA_INT, ADDRESS, STRING, ADDRESS, ADDRESS));
    var future =
        (MemorySegment)
            requestAdapter.invokeExact((SegmentAllocator) arena, instance, options, answered);
    assert future.get(JAVA_LONG, 0) != 0;
    processEvents.invokeExact(instance);

    String info = adapter.equals(MemorySegment.NULL) ? "none" : info(arena);
    if (!adapter.equals(MemorySegment.NULL)) {
      releaseAdapter.invokeExact(adapter);
    }
    releaseInstance.invokeExact(instance);
    return new Answer(info, String.join("\n", log));
  }

  private String info(Arena arena) throws Throwable {
    MemorySegment info = arena.allocate(96, 8);
    var status =
        (int) function("wgpuAdapterGetInfo", JAVA_INT, ADDRESS, ADDRESS).invokeExact(adapter, info);
    assert status == 1;
    return String.join(
        ", ",
        string(info.asSlice(8)),
        string(info.asSlice(24)),
        string(info.asSlice(40)),
        "type " + info.get(JAVA_INT, 76));
  }

  private void answered(
      int status, MemorySegment found, MemorySegment message, MemorySegment a, MemorySegment b) {
    adapter = found;
  }

  private void logged(int level, MemorySegment message, MemorySegment a, MemorySegment b) {
    log.add(string(message));
  }

  private MethodHandle function(
      String name, @Nullable MemoryLayout result, MemoryLayout... parameters) {
    FunctionDescriptor type =
        result == null
            ? FunctionDescriptor.ofVoid(parameters)
            : FunctionDescriptor.of(result, parameters);
    return Linker.nativeLinker().downcallHandle(dawn.symbols().findOrThrow(name), type);
  }

  private MemorySegment callback(Arena arena, String method, MemoryLayout... parameters)
      throws ReflectiveOperationException {
    FunctionDescriptor type = FunctionDescriptor.ofVoid(parameters);
    MethodType methodType = type.toMethodType();
    MethodHandle target =
        MethodHandles.lookup().findVirtual(AdapterRequest.class, method, methodType).bindTo(this);
    return Linker.nativeLinker().upcallStub(target, type, arena);
  }

  private static String string(MemorySegment view) {
    long length = view.get(JAVA_LONG, 8);
    return new String(
        view.get(ADDRESS, 0).reinterpret(length).toArray(ValueLayout.JAVA_BYTE), UTF_8);
  }
}
