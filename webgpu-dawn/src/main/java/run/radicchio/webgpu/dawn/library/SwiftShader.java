package run.radicchio.webgpu.dawn.library;

import java.nio.file.Path;

/** The software GPU as it is packed: a library called {@code libvulkan.so.1}, for Linux. */
final class SwiftShader {
  private SwiftShader() {}

  static SoftwareGpu find(DawnLibrary.Options options, Machine machine) {
    Platform platform = Platform.of(machine);
    if (platform != Platform.LINUX_X64) {
      return new SoftwareGpu.Unavailable(
          "The software GPU is packed for "
              + Platform.LINUX_X64.id()
              + " only, and this machine is "
              + Platform.describe(machine)
              + ". Use the machine's own GPU.");
    }
    PackedLibrary packed = PackedLibrary.find("swiftshader", platform, options.resources());
    if (packed == null) {
      return new SoftwareGpu.Unavailable(
          "The software GPU's library is not on the class path: "
              + PackedLibrary.howToAdd("swiftshader", platform)
              + ".");
    }
    Path file = LibraryCache.of(options.cache(), machine).unpack(packed);
    return new SoftwareGpu.Available(file.getParent());
  }
}
