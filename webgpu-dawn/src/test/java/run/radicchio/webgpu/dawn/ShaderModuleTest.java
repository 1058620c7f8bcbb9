package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuCompilationInfo;
import run.radicchio.webgpu.GpuCompilationMessage;
import run.radicchio.webgpu.GpuCompilationMessageType;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;

/** What the compiler says of shaders. */
class ShaderModuleTest {
  private static List<GpuCompilationMessage> compile(String code) {
    try (SoftwareDevice gpu = new SoftwareDevice()) {
      GpuShaderModule[] made = new GpuShaderModule[1];
      assertEquals(
          code.contains("wrong"),
          gpu.errorOf(
                  GpuErrorFilter.VALIDATION,
                  () -> made[0] = gpu.device.createShaderModule(GpuShaderModuleDescriptor.of(code)))
              != null);
      try (GpuShaderModule module = made[0];
          GpuCompilationInfo info = await(module.getCompilationInfo())) {
        return info.messages();
      }
    }
  }

  @Test
  void saysNothingOfGoodCode() {
    assertEquals(List.of(), compile("@compute @workgroup_size(1) fn main() {}"));
    assertEquals(List.of(), compile(""));
  }

  @Test
  void countsPositionsInUtf16() {
    String start = "/* 🥬 é */ ";
    List<GpuCompilationMessage> messages = compile("\n" + start + "const a = wrong;");
    assertEquals(1, messages.size());
    GpuCompilationMessage message = messages.getFirst();
    assertNotNull(message);
    assertEquals(GpuCompilationMessageType.ERROR, message.type());
    assertTrue(message.message().contains("wrong"), message.message());
    assertEquals(2, message.lineNum());
    assertEquals(start.length() + "const a = ".length() + 1, message.linePos());
    assertEquals(1 + start.length() + "const a = ".length(), message.offset());
    assertEquals("wrong".length(), message.length());
  }

  private static final String MAIN = "@compute @workgroup_size(1) fn main() {}";

  @Test
  void hasImmediateDataWithoutBeingToldSo() {
    String data = "var<immediate> data: u32;\n" + MAIN.replace("}", "_ = data; }");
    assertEquals(List.of(), compile(data));
    assertEquals(List.of(), compile("requires immediate_address_space;" + data));
    assertEquals(
        List.of(), compile("requires pointer_composite_access, immediate_address_space;\n" + data));
    assertEquals(
        List.of(), compile("requires immediate_address_space, pointer_composite_access;\n" + data));
  }

  @Test
  void countsPositionsInTheCodeThatItWasGiven() {
    GpuCompilationMessage message = compile("var<immediate> a: i32; const b = wrong;").getFirst();
    assertEquals(1, message.lineNum());
    assertEquals(34, message.linePos());
    assertEquals(33, message.offset());
    assertEquals(5, message.length());
    message = compile("var<immediate> a: i32;\nconst b = wrong;").getFirst();
    assertEquals(2, message.lineNum());
    assertEquals(11, message.linePos());
    assertEquals(33, message.offset());
  }

  @Test
  void knowsNoExperiments() {
    for (String experiment :
        List.of("disable_uniformity_analysis", "experimental_framebuffer_fetch")) {
      String code = "enable /*;*/ chromium_" + experiment + "; // wrong\n" + MAIN;
      assertEquals(GpuCompilationMessageType.ERROR, compile(code).getFirst().type());
    }
  }

  @Test
  void warns() {
    List<GpuCompilationMessage> messages =
        compile("@compute @workgroup_size(1) fn main() { return; let a = 1; }");
    assertEquals(GpuCompilationMessageType.WARNING, messages.getFirst().type());
  }

  @Test
  void takesCodeOfAnyLength() {
    assertEquals(List.of(), compile("// " + "long ".repeat(100_000) + "\nconst a = 1;"));
  }
}
