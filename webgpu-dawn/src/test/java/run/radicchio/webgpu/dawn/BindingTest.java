package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuBindGroupLayoutDescriptor;
import run.radicchio.webgpu.GpuBindGroupLayoutEntry;
import run.radicchio.webgpu.GpuBufferBindingLayout;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuPipelineLayoutDescriptor;
import run.radicchio.webgpu.GpuSamplerBindingLayout;
import run.radicchio.webgpu.GpuShaderStage;
import run.radicchio.webgpu.GpuStorageTextureBindingLayout;
import run.radicchio.webgpu.GpuTextureBindingLayout;
import run.radicchio.webgpu.GpuTextureFormat;

/** Layouts of what shaders are bound to. */
class BindingTest {
  private final SoftwareDevice gpu = new SoftwareDevice();

  @AfterEach
  void close() {
    gpu.close();
  }

  private static GpuBindGroupLayoutEntry entry(int binding) {
    return GpuBindGroupLayoutEntry.of(binding, EnumSet.of(GpuShaderStage.COMPUTE));
  }

  @Test
  void bindingsHaveDefaults() {
    List<GpuBindGroupLayoutEntry> entries =
        List.of(
            entry(0).withBuffer(GpuBufferBindingLayout.of()),
            entry(1).withSampler(GpuSamplerBindingLayout.of()),
            entry(2).withTexture(GpuTextureBindingLayout.of()),
            entry(3)
                .withStorageTexture(GpuStorageTextureBindingLayout.of(GpuTextureFormat.R32UINT)));
    assertNull(
        gpu.errorOf(
            GpuErrorFilter.VALIDATION,
            () ->
                gpu.device
                    .createBindGroupLayout(GpuBindGroupLayoutDescriptor.of(entries))
                    .close()));
  }

  @Test
  void immediateDataIsInWords() {
    GpuPipelineLayoutDescriptor layout = GpuPipelineLayoutDescriptor.of(List.of());
    assertNull(
        gpu.errorOf(
            GpuErrorFilter.VALIDATION,
            () -> gpu.device.createPipelineLayout(layout.withImmediateSize(8)).close()));
    var error =
        gpu.errorOf(
            GpuErrorFilter.VALIDATION,
            () -> gpu.device.createPipelineLayout(layout.withImmediateSize(6)).close());
    assertNotNull(error);
    assertEquals("the immediate size 6 is no multiple of 4", error.message());
  }
}
