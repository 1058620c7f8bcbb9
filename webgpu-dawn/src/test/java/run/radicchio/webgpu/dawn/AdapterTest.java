package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.webgpu.dawn.SoftwareDevice.WEBGPU;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuDeviceDescriptor;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuPowerPreference;
import run.radicchio.webgpu.GpuQueueDescriptor;
import run.radicchio.webgpu.GpuRequestAdapterOptions;
import run.radicchio.webgpu.RecordOptionGpuSize64;
import run.radicchio.webgpu.RequestDeviceErrorKind;
import run.radicchio.webgpu.RequestDeviceException;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

/** Which adapters there are, and which devices they make. */
class AdapterTest {
  /** The software GPU that is packed; a machine may have another one, such as lavapipe. */
  private static final DawnGpu.Options SOFTWARE =
      DawnGpu.Options.defaults().withGpus(GpuChoice.of("SwiftShader"));

  private static @Nullable GpuAdapter request(DawnGpu webgpu, GpuRequestAdapterOptions options) {
    try (Gpu gpu = webgpu.getGpu()) {
      return SoftwareDevice.<@Nullable GpuAdapter>await(gpu.requestAdapter(options));
    }
  }

  @Test
  void describesTheSoftwareGpu() {
    AdapterDescription software =
        WEBGPU.adapters().stream()
            .filter(adapter -> adapter.name().contains("SwiftShader"))
            .findAny()
            .orElseThrow();
    assertEquals(AdapterDescription.Type.CPU, software.type());
    assertEquals("Vulkan", software.backend());
    assertTrue(software.features().contains("core-features-and-limits"));
    assertEquals(36, software.limits().size());
    assertTrue(software.limits().get("maxBindGroups") >= 4, software.limits()::toString);
    assertTrue(software.limits().get("maxBufferSize") >= 1 << 28, software.limits()::toString);
    assertTrue(
        software.limits().get("maxStorageBuffersInVertexStage") <= 1000,
        software.limits()::toString);
  }

  @Test
  void theSoftwareGpuIsAFallbackAdapterThatTellsItsName() {
    GpuRequestAdapterOptions fallback =
        GpuRequestAdapterOptions.of().withForceFallbackAdapter(true);
    try (DawnGpu webgpu = DawnGpu.open(SOFTWARE);
        GpuAdapter adapter = Objects.requireNonNull(request(webgpu, fallback))) {
      assertTrue(adapter.info().isFallbackAdapter());
      assertTrue(adapter.info().description().contains("SwiftShader"));
      assertEquals("google", adapter.info().vendor());
      assertEquals(4, adapter.info().subgroupMinSize());
    }
  }

  @Test
  void followsTheOptions() {
    GpuRequestAdapterOptions options = GpuRequestAdapterOptions.of();
    for (GpuRequestAdapterOptions good :
        List.of(
            options.withFeatureLevel("core"),
            options.withFeatureLevel("compatibility"),
            options.withPowerPreference(GpuPowerPreference.LOW_POWER),
            options.withPowerPreference(GpuPowerPreference.HIGH_PERFORMANCE))) {
      GpuAdapter adapter = request(WEBGPU, good);
      assertTrue(adapter != null, good::toString);
      adapter.close();
    }
    assertNull(request(WEBGPU, options.withFeatureLevel("ultra")));
  }

  @Test
  void hasLimitsThatWebGpuGuarantees() {
    for (AdapterDescription adapter : WEBGPU.adapters()) {
      Map<String, Long> limits = adapter.limits();
      for (String alignment :
          List.of("minUniformBufferOffsetAlignment", "minStorageBufferOffsetAlignment")) {
        assertTrue(limits.get(alignment) >= 32 && limits.get(alignment) <= 256, adapter::name);
      }
      for (String size : List.of("maxStorageBufferBindingSize", "maxVertexBufferArrayStride")) {
        assertEquals(0, limits.get(size) % 4, adapter::name);
      }
      assertTrue(
          Long.compareUnsigned(
                  limits.get("maxStorageBufferBindingSize"), limits.get("maxBufferSize"))
              <= 0,
          adapter::name);
    }
  }

  @Test
  void saysWhichGpuIsNotThere() {
    DawnGpu.Options options = DawnGpu.Options.defaults().withGpus(GpuChoice.of("Voodoo Banshee"));
    try (DawnGpu webgpu = DawnGpu.open(options)) {
      assertNull(request(webgpu, GpuRequestAdapterOptions.of()));
      String reason = webgpu.explainNoAdapter();
      assertTrue(reason.contains("Voodoo Banshee"), reason);
      assertFalse(reason.contains(".cpp"), reason);
    }
  }

  @Test
  void findsAnAdapterByPartOfItsName() {
    DawnGpu.Options options = DawnGpu.Options.defaults().withGpus(GpuChoice.of("swiftshader"));
    try (DawnGpu webgpu = DawnGpu.open(options);
        GpuAdapter adapter = request(webgpu, GpuRequestAdapterOptions.of())) {
      assertTrue(adapter != null && adapter.info().description().contains("SwiftShader"));
    }
  }

  @Test
  void makesOneDevice() {
    try (GpuAdapter adapter = SoftwareDevice.adapter();
        GpuDevice device = await(adapter.requestDevice())) {
      assertEquals("", device.label());
      assertRefused(adapter, GpuDeviceDescriptor.of(), RequestDeviceErrorKind.OperationError.class);
    }
  }

  @Test
  void makesADeviceAfterItRefusedOne() {
    try (GpuAdapter adapter = SoftwareDevice.adapter()) {
      assertRefused(
          adapter,
          GpuDeviceDescriptor.of()
              .withRequiredFeatures(List.of(GpuFeatureName.TEXTURE_COMPONENT_SWIZZLE)),
          RequestDeviceErrorKind.TypeError.class);
      await(adapter.requestDevice()).close();
    }
  }

  @Test
  void refusesLimitsThatItDoesNotHave() {
    try (GpuAdapter adapter = SoftwareDevice.adapter()) {
      long most = Integer.toUnsignedLong(adapter.limits().maxBindGroups());
      assertRefused(adapter, limit("maxBindGroups", most + 1), OPERATION_ERROR);
      assertRefused(adapter, limit("maxBindGroups", 0xFFFF_FFFFL), OPERATION_ERROR);
      assertRefused(adapter, limit("maxBufferSize", -1L), OPERATION_ERROR);
      assertRefused(adapter, limit("maxElephants", 1L), OPERATION_ERROR);
      assertRefused(adapter, limit("minUniformBufferOffsetAlignment", 300L), OPERATION_ERROR);
      assertRefused(adapter, limit("minUniformBufferOffsetAlignment", 1L), OPERATION_ERROR);
    }
  }

  private static final Class<? extends RequestDeviceErrorKind> OPERATION_ERROR =
      RequestDeviceErrorKind.OperationError.class;

  private static GpuDeviceDescriptor limit(String name, @Nullable Long value) {
    RecordOptionGpuSize64 limits = WEBGPU.recordOptionGpuSize64();
    limits.add(name, value);
    return GpuDeviceDescriptor.of().withRequiredLimits(limits);
  }

  private static void assertRefused(
      GpuAdapter adapter,
      GpuDeviceDescriptor descriptor,
      Class<? extends RequestDeviceErrorKind> kind) {
    RequestDeviceException refused =
        assertThrows(RequestDeviceException.class, () -> await(adapter.requestDevice(descriptor)));
    assertInstanceOf(kind, refused.error().kind(), refused.getMessage());
  }

  @Test
  void givesTheLimitsThatWereAskedFor() {
    try (SoftwareDevice better =
            new SoftwareDevice(limit("maxComputeWorkgroupStorageSize", 1L << 15));
        SoftwareDevice same = new SoftwareDevice(limit("maxComputeWorkgroupStorageSize", null));
        SoftwareDevice worse = new SoftwareDevice(limit("maxBindGroups", 1L))) {
      assertEquals(32768, better.device.limits().maxComputeWorkgroupStorageSize());
      assertEquals(16384, same.device.limits().maxComputeWorkgroupStorageSize());
      assertEquals(4, worse.device.limits().maxBindGroups(), "a default is the least there is");
    }
  }

  @Test
  void givesTheFeaturesThatWereAskedForAndNoOthers() {
    try (GpuAdapter adapter = SoftwareDevice.adapter()) {
      List<GpuFeatureName> all =
          Stream.of(GpuFeatureName.values())
              .filter(feature -> adapter.features().has(webName(feature)))
              .toList();
      try (GpuDevice device =
              await(adapter.requestDevice(GpuDeviceDescriptor.of().withRequiredFeatures(all)));
          SoftwareDevice plain = new SoftwareDevice()) {
        for (GpuFeatureName feature : all) {
          assertTrue(device.features().has(webName(feature)), feature.name());
          assertEquals(
              feature == GpuFeatureName.CORE_FEATURES_AND_LIMITS,
              plain.device.features().has(webName(feature)),
              feature.name());
        }
        assertFalse(device.features().has("elephants"));
      }
    }
  }

  private static String webName(GpuFeatureName feature) {
    return feature
        .name()
        .toLowerCase(java.util.Locale.ROOT)
        .replace('_', '-')
        .replace("sliced3d", "sliced-3d");
  }

  @Test
  void labelsTheDeviceAndItsQueue() {
    GpuDeviceDescriptor descriptor =
        GpuDeviceDescriptor.of()
            .withLabel("my device")
            .withDefaultQueue(GpuQueueDescriptor.of().withLabel("my queue"));
    try (SoftwareDevice gpu = new SoftwareDevice(descriptor)) {
      assertEquals("my device", gpu.device.label());
      assertEquals("my queue", gpu.queue.label());
      gpu.queue.setLabel("grüße");
      try (var again = gpu.device.queue()) {
        assertEquals("grüße", again.label());
      }
    }
  }

  @Test
  void knowsWgsl() {
    try (Gpu gpu = WEBGPU.getGpu()) {
      assertTrue(gpu.wgslLanguageFeatures().has("pointer_composite_access"));
      assertTrue(gpu.wgslLanguageFeatures().has("immediate_address_space"));
      assertFalse(gpu.wgslLanguageFeatures().has("chromium_testing_shipped"));
    }
  }
}
