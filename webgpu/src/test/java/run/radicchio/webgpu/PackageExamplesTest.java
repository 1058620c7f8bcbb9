package run.radicchio.webgpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The examples of the package's page. They compile here; that the page has the same ones is what
 * the test sees to.
 */
class PackageExamplesTest {
  private static final Path PACKAGE = Path.of("src/main/java/run/radicchio/webgpu");
  private static final Pattern SNIPPET =
      Pattern.compile("\\{@snippet lang = java :\n(.*?)\n \\* }\n", Pattern.DOTALL);

  static ByteBuffer doubled(GpuDevice device, String wgsl, ByteBuffer data)
      throws GetMappedRangeException, UnmapException, WriteBufferException {
    GpuBuffer numbers =
        device.createBuffer(
            GpuBufferDescriptor.of(
                data.remaining(),
                Set.of(GpuBufferUsage.STORAGE, GpuBufferUsage.COPY_SRC, GpuBufferUsage.COPY_DST)));
    GpuBuffer result =
        device.createBuffer(
            GpuBufferDescriptor.of(
                    data.remaining(), Set.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST))
                .withLabel("result"));
    GpuShaderModule module = device.createShaderModule(GpuShaderModuleDescriptor.of(wgsl));
    GpuComputePipeline pipeline =
        device.createComputePipeline(
            GpuComputePipelineDescriptor.of(
                GpuProgrammableStage.of(module), new GpuLayoutMode.Auto()));
    GpuBindGroup group =
        device.createBindGroup(
            GpuBindGroupDescriptor.of(
                pipeline.getBindGroupLayout(0),
                List.of(new GpuBindGroupEntry(0, new GpuBindingResource.Buffer(numbers)))));

    GpuCommandEncoder encoder = device.createCommandEncoder();
    GpuComputePassEncoder pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(data.remaining() / Integer.BYTES);
    pass.end();
    encoder.copyBufferToBuffer(numbers, result);

    GpuQueue queue = device.queue();
    queue.writeBufferWithCopy(numbers, 0, data);
    queue.submit(List.of(encoder.finish()));

    result.mapAsync(Set.of(GpuMapMode.READ)).toCompletableFuture().join();
    ByteBuffer doubled = result.getMappedRangeGetWithCopy().order(ByteOrder.LITTLE_ENDIAN);
    result.unmap();
    return doubled;
  }

  @Test
  void examplesOnThePackagePageAreTheseOnes() throws IOException {
    String here =
        Files.readString(Path.of("src/test/java/run/radicchio/webgpu/PackageExamplesTest.java"));
    List<String> examples =
        SNIPPET
            .matcher(Files.readString(PACKAGE.resolve("package-info.java")))
            .results()
            .map((MatchResult match) -> match.group(1).replaceAll("(?m)^ \\* ?", ""))
            .toList();

    assertEquals(2, examples.size());
    for (String example : examples) {
      assertTrue(
          withoutIndent(here).contains(withoutIndent(example)),
          () -> "not in the compiled examples:\n" + example);
    }
  }

  private static String withoutIndent(String code) {
    return code.replaceAll("(?m)^ +", "");
  }
}
