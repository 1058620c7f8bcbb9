package run.radicchio.webgpu.dawn.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64",
    "Linux, x86_64, linux-x64",
    "Mac OS X, aarch64, macos-arm64",
    "Mac OS X, x86_64, macos-x64",
    "Windows 11, amd64, windows-x64",
    "Windows Server 2025, amd64, windows-x64",
  })
  void isToldByWhatTheJvmCallsTheMachine(String system, String architecture, String id) {
    Platform platform = Platform.of(Machines.machine(system, architecture));
    assertNotNull(platform);
    assertEquals(id, platform.id());
  }

  @ParameterizedTest
  @CsvSource({"Linux, aarch64", "Linux, i386", "Windows 11, aarch64", "FreeBSD, amd64"})
  void isNoneWhereNothingIsPacked(String system, String architecture) {
    assertNull(Platform.of(Machines.machine(system, architecture)));
  }

  @Test
  void isDescribedByItsIdOrByTheMachine() {
    assertEquals("linux-x64", Platform.describe(Machines.machine("Linux", "amd64")));
    assertEquals("freebsd on amd64", Platform.describe(Machines.machine("FreeBSD", "amd64")));
  }

  @ParameterizedTest
  @EnumSource
  void hasADawnPackedForIt(Platform platform) {
    PackedLibrary packed = PackedLibrary.find("dawn", platform, DawnLibrary.class.getClassLoader());
    assertNotNull(packed);
    assertEquals("run.radicchio:dawn-" + platform.id(), packed.artifact());
  }
}
