package run.radicchio.webgpu.dawn.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SoftwareGpuTest {
  @TempDir Path folder;

  private DawnLibrary.Options options() {
    return DawnLibrary.Options.defaults().withCache(folder.resolve("cache"));
  }

  private static String reason(SoftwareGpu gpu) {
    return assertInstanceOf(SoftwareGpu.Unavailable.class, gpu).reason();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void isTheAdapterOfAnInstanceThatSearchesItsFolder() throws Throwable {
    DawnLibrary dawn = DawnLibrary.load(options());
    var software = assertInstanceOf(SoftwareGpu.Available.class, SoftwareGpu.find(options()));
    AdapterRequest.Answer answer = AdapterRequest.ask(dawn, List.of(software.folder()));
    assertEquals("google, swiftshader, SwiftShader Device (Subzero), type 3", answer.adapter());
    assertEquals("", answer.log());
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void leavesOtherInstancesTheMachinesOwnGpus() throws Throwable {
    DawnLibrary dawn = DawnLibrary.load(options());
    var software = assertInstanceOf(SoftwareGpu.Available.class, SoftwareGpu.find(options()));
    AdapterRequest.Answer before = AdapterRequest.ask(dawn, List.of());
    AdapterRequest.ask(dawn, List.of(software.folder()));
    assertEquals(before, AdapterRequest.ask(dawn, List.of()));
    assertTrue(!before.adapter().contains("SwiftShader"), before.adapter());
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void isSoughtBeforeTheMachinesOwnVulkan() throws Throwable {
    DawnLibrary dawn = DawnLibrary.load(options());
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String log = AdapterRequest.ask(dawn, List.of(empty)).log();
    // A Vulkan loader that the machine has is found in the end, with drivers or without.
    assertTrue(
        log.isEmpty()
            || log.startsWith("vkCreateInstance failed")
            || log.contains("Searched " + empty + "/libvulkan.so.1, "),
        log);
  }

  @Test
  void saysWhereItIsPacked() {
    assertEquals(
        "The software GPU is packed for linux-x64 only, and this machine is macos-arm64. Use the"
            + " machine's own GPU.",
        reason(SwiftShader.find(options(), Machines.machine("Mac OS X", "aarch64"))));
    assertEquals(
        "The software GPU is packed for linux-x64 only, and this machine is linux on riscv64. Use"
            + " the machine's own GPU.",
        reason(SwiftShader.find(options(), Machines.machine("Linux", "riscv64"))));
  }

  @Test
  void saysWhichArtifactIsMissing() {
    assertEquals(
        "The software GPU's library is not on the class path: add the artifact"
            + " run.radicchio:swiftshader-linux-x64 (as a module, with --add-modules"
            + " run.radicchio.natives.swiftshader.linux_x64).",
        reason(
            SwiftShader.find(
                options().withResources(PackedBytes.loader(folder)),
                Machines.machine("Linux", "amd64"))));
  }
}
