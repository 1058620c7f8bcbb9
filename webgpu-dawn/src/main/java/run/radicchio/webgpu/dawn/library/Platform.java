package run.radicchio.webgpu.dawn.library;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A kind of machine that libraries are packed for. */
enum Platform {
  LINUX_X64("linux-x64", "linux", BinaryFormat.ELF, "amd64|x86_64"),
  MACOS_ARM64("macos-arm64", "mac", BinaryFormat.MACH_O, "aarch64|arm64"),
  MACOS_X64("macos-x64", "mac", BinaryFormat.MACH_O, "amd64|x86_64"),
  WINDOWS_X64("windows-x64", "windows", BinaryFormat.PE, "amd64|x86_64");

  private final String id;
  private final String system;
  private final BinaryFormat format;
  private final String architectures;

  Platform(String id, String system, BinaryFormat format, String architectures) {
    this.id = id;
    this.system = system;
    this.format = format;
    this.architectures = architectures;
  }

  /** As in the names of artifacts and resource folders: {@code linux-x64}. */
  String id() {
    return id;
  }

  /** The format of its shared libraries. */
  BinaryFormat format() {
    return format;
  }

  /** The platform that a machine is of, or null where nothing is packed for it. */
  static @Nullable Platform of(Machine machine) {
    String system = machine.system();
    String architecture = machine.architecture();
    for (Platform platform : values()) {
      if (system.startsWith(platform.system) && architecture.matches(platform.architectures)) {
        return platform;
      }
    }
    return null;
  }

  /** What a message calls a machine: its platform, or the JVM's words for it. */
  static String describe(Machine machine) {
    Platform platform = of(machine);
    return platform != null ? platform.id : machine.system() + " on " + machine.architecture();
  }

  /** All platforms, for a message. */
  static String list() {
    return Arrays.stream(values()).map(Platform::id).collect(Collectors.joining(", "));
  }
}
