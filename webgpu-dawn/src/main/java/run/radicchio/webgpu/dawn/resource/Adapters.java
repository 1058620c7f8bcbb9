package run.radicchio.webgpu.dawn.resource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuPowerPreference;
import run.radicchio.webgpu.GpuRequestAdapterOptions;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;
import run.radicchio.webgpu.dawn.adapter.Rules;
import run.radicchio.webgpu.dawn.generated.WGPUBackendType;
import run.radicchio.webgpu.dawn.generated.WGPULoggingCallback;
import run.radicchio.webgpu.dawn.library.DawnInstanceDescriptor;
import run.radicchio.webgpu.dawn.library.DawnLibrary;
import run.radicchio.webgpu.dawn.library.SoftwareGpu;
import run.radicchio.webgpu.dawn.object.Instance;
import run.radicchio.webgpu.dawn.object.LiveObjects;
import run.radicchio.webgpu.dawn.object.Text;

/**
 * The adapters of this machine: one instance of Dawn has its GPUs, and a second one, made when it
 * is needed, the software GPU.
 */
public final class Adapters implements AutoCloseable {
  /** The end of a device takes more than a second where the GPU has much memory to give back. */
  public static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final GpuChoice choice;
  private final Rules rules;
  private final DawnLibrary.Options libraries;
  private final LiveObjects live;
  private final Set<Device> devices = ConcurrentHashMap.newKeySet();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final AdapterSource machine;
  private final LanguageFeatures languageFeatures;
  private @Nullable AdapterSource software;
  private volatile String noSoftware = "";
  private boolean closed;

  /**
   * Makes an instance. Adapters are looked for when the first is asked for.
   *
   * @param choice which adapters to give away
   * @param rules which guests are held to
   * @param libraries where the software GPU is
   */
  public Adapters(GpuChoice choice, Rules rules, DawnLibrary.Options libraries, LiveObjects live) {
    this.choice = choice;
    this.rules = rules;
    this.libraries = libraries;
    this.live = live;
    this.machine = source(List.of());
    this.languageFeatures = LanguageFeatures.of(machine.instance().address());
  }

  private AdapterSource source(List<Path> searchPaths) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      // The descriptor has no known layout there, and nothing to say.
      return new AdapterSource(Instance.create(0, live), WGPUBackendType.D3D12, devices, rules);
    }
    int backend = system.contains("mac") ? WGPUBackendType.METAL : WGPUBackendType.VULKAN;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment callback =
          MemorySegment.ofAddress(
              WGPULoggingCallback.upcall(
                  (type, message, _, _) -> log.add(Text.readMessage(message.address())),
                  Arena.global()));
      MemorySegment extension = DawnInstanceDescriptor.allocate(arena, searchPaths, callback);
      return new AdapterSource(Instance.create(extension.address(), live), backend, devices, rules);
    }
  }

  /** What the compiler of shaders knows of WGSL, which is the same for every GPU. */
  LanguageFeatures languageFeatures() {
    return languageFeatures;
  }

  /** Every adapter of the machine, those first that a guest would get. */
  public CompletableFuture<List<AdapterDescription>> describe() {
    return machine
        .adapters()
        .thenCombine(
            softwareAdapters(),
            (gpus, more) ->
                Stream.concat(gpus.stream(), more.stream())
                    .sorted(order(null))
                    .map(PhysicalAdapter::description)
                    .toList());
  }

  /** Why a guest gets no adapter, and what to do, in sentences. */
  public String explainNone() {
    List<String> reasons = new ArrayList<>(log);
    if (!noSoftware.isEmpty()) {
      reasons.add(noSoftware);
    }
    return switch (choice) {
          case GpuChoice.Named(String name) -> "No GPU has the name \"" + name + "\". ";
          case GpuChoice.Software() -> "There is no software GPU. ";
          case GpuChoice.Any() -> "There is no GPU. ";
        }
        + String.join(" ", reasons);
  }

  /** The adapter that a guest gets for its options; null if none will do. */
  CompletableFuture<@Nullable PhysicalAdapter> find(GpuRequestAdapterOptions options) {
    boolean fallback = Given.or(options.forceFallbackAdapter(), false);
    Comparator<PhysicalAdapter> order = order(options.powerPreference());
    return machine
        .adapters()
        .thenCompose(
            gpus -> {
              PhysicalAdapter best = best(gpus, fallback, order);
              return best != null
                  ? CompletableFuture.completedFuture(best)
                  : softwareAdapters().thenApply(more -> best(more, fallback, order));
            });
  }

  private @Nullable PhysicalAdapter best(
      List<PhysicalAdapter> adapters, boolean fallback, Comparator<PhysicalAdapter> order) {
    return adapters.stream()
        .filter(adapter -> choice.admits(adapter.description()))
        .filter(adapter -> !fallback || adapter.info().isFallbackAdapter())
        .min(order)
        .orElse(null);
  }

  /** GPUs before software, and the fast or the thrifty ones first. */
  private static Comparator<PhysicalAdapter> order(@Nullable GpuPowerPreference preference) {
    boolean thrifty = preference == GpuPowerPreference.LOW_POWER;
    return Comparator.comparingInt(
        adapter ->
            switch (adapter.description().type()) {
              case DISCRETE_GPU -> thrifty ? 2 : 1;
              case INTEGRATED_GPU -> thrifty ? 1 : 2;
              case UNKNOWN -> 3;
              case CPU -> 4;
            });
  }

  private synchronized CompletableFuture<List<PhysicalAdapter>> softwareAdapters() {
    if (software == null) {
      if (closed) {
        return CompletableFuture.completedFuture(List.of());
      }
      switch (SoftwareGpu.find(libraries)) {
        case SoftwareGpu.Available(Path folder) -> software = source(List.of(folder));
        case SoftwareGpu.Unavailable(String reason) -> {
          noSoftware = reason;
          return CompletableFuture.completedFuture(List.of());
        }
      }
    }
    return software.adapters();
  }

  /** The devices that live, and those that are about to end. */
  Set<Device> devices() {
    return devices;
  }

  /**
   * Destroys all devices, lets calls end, and gives the adapters up. Waits for that, but not longer
   * than {@link #LONGEST_END}: a GPU may hang.
   */
  @Override
  public synchronized void close() {
    closed = true;
    devices.forEach(Device::destroy);
    // Next the process may end, and nobody may be inside Dawn then.
    long deadline = System.nanoTime() + LONGEST_END.toNanos();
    devices.forEach(device -> device.pump().settle(deadline));
    machine.close(deadline);
    if (software != null) {
      software.close(deadline);
    }
  }
}
