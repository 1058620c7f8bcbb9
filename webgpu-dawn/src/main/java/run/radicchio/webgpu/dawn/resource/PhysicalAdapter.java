package run.radicchio.webgpu.dawn.resource;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;
import run.radicchio.webgpu.dawn.adapter.Rules;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUAdapter;
import run.radicchio.webgpu.dawn.generated.WGPUAdapterInfo;
import run.radicchio.webgpu.dawn.generated.WGPUAdapterType;
import run.radicchio.webgpu.dawn.generated.WGPUBackendType;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.Instance;
import run.radicchio.webgpu.dawn.object.ObjectKind;
import run.radicchio.webgpu.dawn.object.Text;

/**
 * An adapter that Dawn found on this machine. {@link DawnAdapter} is a resource for one, of which
 * there may be many.
 *
 * @param devices where the devices that live are kept
 * @param rules which guests are held to
 */
record PhysicalAdapter(
    Instance instance,
    Handle handle,
    AdapterDescription description,
    DawnAdapterInfo info,
    Set<GpuFeatureName> features,
    DawnLimits limits,
    Set<Device> devices,
    Rules rules) {

  /** What WebGPU says of adapters without subgroups. */
  private static final int LEAST_SUBGROUP_SIZE = 4;

  private static final int LARGEST_SUBGROUP_SIZE = 128;

  /** Takes over an adapter that Dawn gave. */
  static PhysicalAdapter of(Instance instance, long adapter, Set<Device> devices, Rules rules) {
    Handle handle = new Handle(ObjectKind.ADAPTER, adapter, instance.lifetime(), "");
    Set<GpuFeatureName> features =
        Features.where(feature -> WGPUAdapter.hasFeature(adapter, feature));
    DawnLimits limits = DawnLimits.read(structure -> WGPUAdapter.getLimits(adapter, structure));
    try (Call call = Call.begin()) {
      long info = call.allocate(WGPUAdapterInfo.SIZE);
      WGPUAdapterInfo.initialize(info);
      WGPUAdapter.getInfo(adapter, info);
      boolean subgroups = features.contains(GpuFeatureName.SUBGROUPS);
      AdapterDescription description = describe(info, features, limits);
      DawnAdapterInfo shown =
          new DawnAdapterInfo(
              description.vendor(),
              description.architecture(),
              // WebGPU wants an identifier here, which Dawn does not have.
              "",
              description.name(),
              subgroups ? WGPUAdapterInfo.subgroupMinSize(info) : LEAST_SUBGROUP_SIZE,
              subgroups ? WGPUAdapterInfo.subgroupMaxSize(info) : LARGEST_SUBGROUP_SIZE,
              description.type() == AdapterDescription.Type.CPU);
      WGPUAdapterInfo.freeMembers(info);
      return new PhysicalAdapter(
          instance, handle, description, shown, features, limits, devices, rules);
    }
  }

  private static AdapterDescription describe(
      long info, Set<GpuFeatureName> features, DawnLimits limits) {
    return new AdapterDescription(
        Text.read(WGPUAdapterInfo.device(info)),
        Text.read(WGPUAdapterInfo.vendor(info)),
        Text.read(WGPUAdapterInfo.architecture(info)),
        Text.read(WGPUAdapterInfo.description(info)),
        switch (WGPUAdapterInfo.adapterType(info)) {
          case WGPUAdapterType.DISCRETE_GPU -> AdapterDescription.Type.DISCRETE_GPU;
          case WGPUAdapterType.INTEGRATED_GPU -> AdapterDescription.Type.INTEGRATED_GPU;
          case WGPUAdapterType.CPU -> AdapterDescription.Type.CPU;
          default -> AdapterDescription.Type.UNKNOWN;
        },
        switch (WGPUAdapterInfo.backendType(info)) {
          case WGPUBackendType.VULKAN -> "Vulkan";
          case WGPUBackendType.METAL -> "Metal";
          case WGPUBackendType.D3D12 -> "D3D12";
          case WGPUBackendType.D3D11 -> "D3D11";
          case WGPUBackendType.OPENGL -> "OpenGL";
          case WGPUBackendType.OPENGLES -> "OpenGL ES";
          default -> "other";
        },
        WGPUAdapterInfo.vendorID(info),
        WGPUAdapterInfo.deviceID(info),
        limits.byName(),
        features.stream().map(Features::webName).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Another handle of the adapter. */
  Handle share() {
    return handle.share(WGPUAdapter::addRef);
  }
}
