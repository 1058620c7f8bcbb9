package run.radicchio.webgpu.dawn.resource;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;
import run.radicchio.webgpu.dawn.adapter.Rules;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPUDawnTogglesDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;
import run.radicchio.webgpu.dawn.generated.WGPUPowerPreference;
import run.radicchio.webgpu.dawn.generated.WGPURequestAdapterOptions;
import run.radicchio.webgpu.dawn.library.Drivers;
import run.radicchio.webgpu.dawn.object.Instance;
import run.radicchio.webgpu.dawn.object.Operation;

/** An instance of Dawn and the adapters that it has, looked for once. */
final class AdapterSource {
  /** Dawn gives one adapter an answer. These questions together reach what it has. */
  private static final int[] QUESTIONS = {
    WGPUPowerPreference.HIGH_PERFORMANCE, WGPUPowerPreference.LOW_POWER
  };

  /** Without it Dawn has no immediate data. */
  private static final byte[] ALLOW_UNSAFE_APIS = "allow_unsafe_apis\0".getBytes(US_ASCII);

  private final Instance instance;
  private final int backend;
  private final Set<Device> devices;
  private final Rules rules;
  private final Drivers drivers = Drivers.fromNowOn();
  private @Nullable CompletableFuture<List<PhysicalAdapter>> adapters;

  /**
   * The adapters of an instance.
   *
   * @param backend the {@code WGPUBackendType} to ask for; without, Dawn offers one that does
   *     nothing where it has no other
   * @param devices where the devices of the adapters are kept while they live
   * @param rules which guests are held to
   */
  AdapterSource(Instance instance, int backend, Set<Device> devices, Rules rules) {
    this.instance = instance;
    this.backend = backend;
    this.devices = devices;
    this.rules = rules;
  }

  Instance instance() {
    return instance;
  }

  /** The adapters, those first that Dawn thinks fast; none once this is closed. */
  synchronized CompletableFuture<List<PhysicalAdapter>> adapters() {
    if (adapters == null) {
      List<CompletableFuture<@Nullable PhysicalAdapter>> answers = new ArrayList<>();
      for (int question : QUESTIONS) {
        answers.add(ask(question));
      }
      adapters =
          CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
              .thenApply(done -> distinct(answers.stream().map(CompletableFuture::join).toList()));
    }
    return adapters;
  }

  private CompletableFuture<@Nullable PhysicalAdapter> ask(int powerPreference) {
    // The instance lives until the answer is taken.
    instance.lifetime().enter();
    return Operation.REQUEST_ADAPTER
        .start(
            instance.pump(),
            instance.lifetime(),
            (status, adapter, message) -> adapter,
            callback -> {
              try (Call call = Call.begin()) {
                long options = call.allocate(WGPURequestAdapterOptions.SIZE);
                WGPURequestAdapterOptions.initialize(options);
                WGPURequestAdapterOptions.nextInChain(options, toggles(call));
                WGPURequestAdapterOptions.backendType(options, backend);
                WGPURequestAdapterOptions.powerPreference(options, powerPreference);
                return WGPUInstance.requestAdapter(instance.address(), options, callback);
              }
            })
        .<@Nullable PhysicalAdapter>thenApply(
            adapter -> adapter == 0 ? null : PhysicalAdapter.of(instance, adapter, devices, rules))
        .whenComplete((adapter, failure) -> instance.lifetime().leave());
  }

  /** What Dawn is told to do otherwise than it would, for the adapter and its devices. */
  private static long toggles(Call call) {
    long names = call.allocate(Long.BYTES);
    Memory.putLong(names, call.copy(ALLOW_UNSAFE_APIS));
    long toggles = call.allocate(WGPUDawnTogglesDescriptor.SIZE);
    WGPUDawnTogglesDescriptor.initialize(toggles);
    WGPUDawnTogglesDescriptor.enabledToggles(toggles, names);
    WGPUDawnTogglesDescriptor.enabledToggleCount(toggles, 1);
    return toggles;
  }

  /** The adapters without those that were there before under another handle. */
  private static List<PhysicalAdapter> distinct(List<@Nullable PhysicalAdapter> answers) {
    Map<AdapterDescription, PhysicalAdapter> distinct = new LinkedHashMap<>();
    for (PhysicalAdapter adapter : answers) {
      if (adapter != null && distinct.putIfAbsent(adapter.description(), adapter) != null) {
        adapter.handle().close();
      }
    }
    return List.copyOf(distinct.values());
  }

  /**
   * Gives the adapters and the instance up; what others hold of them lives on.
   *
   * @param deadline until when to wait for their end, in {@link System#nanoTime}
   */
  synchronized void close(long deadline) {
    if (adapters != null) {
      var _ = adapters.thenAccept(list -> list.forEach(adapter -> adapter.handle().close()));
    }
    adapters = CompletableFuture.completedFuture(List.of());
    instance.pump().settle(deadline);
    drivers.stay();
    instance.close();
    instance.pump().settle(deadline);
  }
}
