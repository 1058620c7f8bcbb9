package run.radicchio.webgpu.dawn.walkthrough;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuColor;
import run.radicchio.webgpu.GpuColorTargetState;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuFragmentState;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.GpuRenderPipeline;
import run.radicchio.webgpu.GpuRenderPipelineDescriptor;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.GpuVertexState;

final class Rendering {
  private Rendering() {}

  // docs: render {
  private static final GpuTextureFormat FORMAT = GpuTextureFormat.RGBA8UNORM;
  private static final int WIDTH = 32;
  private static final int HEIGHT = 16;
  private static final int BYTES_PER_PIXEL = 4;

  /** A row in a buffer begins at a multiple of 256 bytes, whatever is in it. */
  private static final int BYTES_PER_ROW = 256;

  /** Draws a triangle, and returns its pixels as text: a line for each row. */
  static List<String> triangle(GpuDevice device, String shader) throws Exception {
    GpuExtent3D size = GpuExtent3D.of(WIDTH).withHeight(HEIGHT);
    try (GpuTexture texture =
            device.createTexture(
                GpuTextureDescriptor.of(
                    size,
                    FORMAT,
                    EnumSet.of(GpuTextureUsage.RENDER_ATTACHMENT, GpuTextureUsage.COPY_SRC)));
        GpuBuffer readback = Readback.buffer(device, BYTES_PER_ROW * HEIGHT);
        GpuCommandEncoder encoder = device.createCommandEncoder()) {
      draw(device, shader, encoder, texture);
      encoder.copyTextureToBuffer(
          GpuTexelCopyTextureInfo.of(texture),
          GpuTexelCopyBufferInfo.of(readback).withBytesPerRow(BYTES_PER_ROW),
          size);
      ByteBuffer bytes = Readback.submitAndRead(device, encoder, readback);
      return IntStream.range(0, HEIGHT).mapToObj(row -> line(bytes, row)).toList();
    }
  }

  private static void draw(
      GpuDevice device, String shader, GpuCommandEncoder encoder, GpuTexture texture) {
    try (GpuTextureView view = texture.createView();
        GpuRenderPipeline pipeline = pipeline(device, shader);
        GpuRenderPassEncoder pass =
            encoder.beginRenderPass(
                GpuRenderPassDescriptor.of(
                    List.of(
                        GpuRenderPassColorAttachment.of(view, GpuLoadOp.CLEAR, GpuStoreOp.STORE)
                            .withClearValue(new GpuColor(0, 0, 0, 1)))))) {
      pass.setPipeline(pipeline);
      pass.draw(3);
      pass.end();
    }
  }

  private static GpuRenderPipeline pipeline(GpuDevice device, String shader) {
    try (GpuShaderModule module = device.createShaderModule(GpuShaderModuleDescriptor.of(shader))) {
      return device.createRenderPipeline(
          GpuRenderPipelineDescriptor.of(GpuVertexState.of(module), new GpuLayoutMode.Auto())
              .withFragment(GpuFragmentState.of(List.of(GpuColorTargetState.of(FORMAT)), module)));
    }
  }

  /** What was drawn is not black; what is behind the last pixel of a row is nothing. */
  private static String line(ByteBuffer bytes, int row) {
    return IntStream.range(0, WIDTH)
        .mapToObj(column -> bytes.get(row * BYTES_PER_ROW + column * BYTES_PER_PIXEL))
        .map(red -> red == 0 ? "." : "#")
        .collect(Collectors.joining());
  }
  // } docs
}
