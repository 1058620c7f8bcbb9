package run.radicchio.webgpu.dawn.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DawnLibraryTest {
  @TempDir Path folder;

  private DawnLibrary.Options options() {
    return DawnLibrary.Options.defaults().withCache(folder.resolve("cache"));
  }

  private static String messageOf(DawnLibrary.Options options, Machine machine) {
    return assertThrows(DawnLibraryException.class, () -> DawnLibrary.load(options, machine))
        .getMessage();
  }

  private static Path libraryOfTheJdk() {
    Path home = Path.of(System.getProperty("java.home"));
    String name = System.mapLibraryName("zip");
    Path unix = home.resolve("lib").resolve(name);
    return Files.exists(unix) ? unix : home.resolve("bin").resolve(name);
  }

  @Test
  void loadsThePackedLibrary() {
    DawnLibrary dawn = DawnLibrary.load(options());
    assertTrue(dawn.file().startsWith(folder.resolve("cache")));
    assertTrue(dawn.symbols().find("wgpuInstanceRequestAdapter").isPresent());
  }

  @Test
  void loadsALibraryThatTheUserNames() throws IOException {
    Path named = Files.copy(DawnLibrary.load(options()).file(), folder.resolve("mine"));
    assertEquals(named, DawnLibrary.load(options().withLibrary(named)).file());
    assertEquals(
        named,
        DawnLibrary.load(
                options(),
                Machines.thisOne(Map.of(DawnLibrary.PROPERTY, named.toString()), Map.of()))
            .file());
    assertEquals(
        named,
        DawnLibrary.load(
                options(),
                Machines.thisOne(Map.of(), Map.of(DawnLibrary.VARIABLE, named.toString())))
            .file());
  }

  @Test
  void takesAnEmptyNameForNone() {
    Machine machine =
        Machines.thisOne(Map.of(DawnLibrary.PROPERTY, ""), Map.of(DawnLibrary.VARIABLE, ""));
    assertTrue(DawnLibrary.load(options(), machine).file().startsWith(folder.resolve("cache")));
  }

  @Test
  void processesThatStartAtOnceShareOneFile() throws Exception {
    String libraries =
        Stream.of("jdk.module.path", "java.class.path")
            .map(System::getProperty)
            .filter(path -> path != null && !path.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  libraries + File.pathSeparator + tests,
                  LoadInProcess.class.getName(),
                  folder.resolve("cache").toString())
              .redirectErrorStream(true)
              .start());
    }
    List<String> outputs = new ArrayList<>();
    for (Process process : processes) {
      outputs.add(new String(process.getInputStream().readAllBytes(), UTF_8).strip());
    }
    Path file = DawnLibrary.load(options()).file();
    assertEquals(Collections.nCopies(4, file.toString()), outputs);
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      assertEquals(List.of(file), files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void saysThatAMachineIsNotPackedFor() {
    assertEquals(
        "Dawn is packed for linux-x64, macos-arm64, macos-x64, windows-x64, and not for this"
            + " machine, linux on riscv64. Build its shared library, and name the file of a library"
            + " of the same ABI with -Dradicchio.dawn.library=FILE or RADICCHIO_DAWN_LIBRARY.",
        messageOf(options(), Machines.machine("Linux", "riscv64")));
  }

  @Test
  void saysWhichArtifactIsMissing() {
    assertEquals(
        "Dawn's library for macos-arm64 is not on the class path. Add the artifact"
            + " run.radicchio:dawn-macos-arm64, or name the file of a library of the same ABI with"
            + " -Dradicchio.dawn.library=FILE or RADICCHIO_DAWN_LIBRARY.",
        messageOf(
            options().withResources(PackedBytes.loader(folder)),
            Machines.machine("Mac OS X", "aarch64")));
  }

  @Test
  void saysThatANamedFileIsMissing() {
    Path missing = folder.resolve("missing.so");
    String rest =
        " names, does not exist. Name the file of Dawn's shared library, or name none to use the"
            + " packed one.";
    assertEquals(
        "The library " + missing + ", which DawnLibrary.Options" + rest,
        messageOf(options().withLibrary(missing), Machine.current()));
    assertEquals(
        "The library " + missing + ", which -Dradicchio.dawn.library" + rest,
        messageOf(
            options(),
            Machines.thisOne(Map.of("radicchio.dawn.library", missing.toString()), Map.of())));
    assertEquals(
        "The library " + missing + ", which RADICCHIO_DAWN_LIBRARY" + rest,
        messageOf(
            options(),
            Machines.thisOne(Map.of(), Map.of("RADICCHIO_DAWN_LIBRARY", missing.toString()))));
  }

  @Test
  void saysThatANamedFileIsAFolder() {
    String message = messageOf(options().withLibrary(folder), Machine.current());
    assertTrue(message.contains(" is not a file. Name the file of"), message);
  }

  @Test
  void repeatsWhatTheLoaderSaysOfGarbage() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage.so"), "not a library ".repeat(100));
    String message = messageOf(options().withLibrary(garbage), Machine.current());
    assertTrue(
        message.contains("garbage.so, which DawnLibrary.Options names, cannot be loaded: "),
        message);
    assertTrue(
        message.contains("Name a shared library for " + Platform.describe(Machine.current())),
        message);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void repeatsWhatTheLoaderSaysOfAnotherArchitecture() throws IOException {
    byte[] bytes = Files.readAllBytes(DawnLibrary.load(options()).file());
    short aarch64 = 183;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(18, aarch64); // e_machine
    Path other = Files.write(folder.resolve("other.so"), bytes);
    String message = messageOf(options().withLibrary(other), Machine.current());
    assertTrue(message.contains("AARCH64"), message);
  }

  @Test
  void saysThatAPackedLibraryCannotBeLoaded() {
    Platform platform = Platform.of(Machine.current());
    ClassLoader packed =
        PackedBytes.pack(folder.resolve("jar"), "dawn", platform, "garbage".getBytes(UTF_8));
    String message = messageOf(options().withResources(packed), Machine.current());
    assertTrue(message.startsWith("Dawn's library " + folder.resolve("cache")), message);
    assertTrue(
        message.contains("run.radicchio:dawn-" + platform.id() + ", cannot be loaded"), message);
    assertTrue(message.contains("If this machine lacks something"), message);
  }

  @Test
  void saysThatALibraryIsNotDawn() {
    Path zip = libraryOfTheJdk();
    assertEquals(
        "The library "
            + zip
            + ", which DawnLibrary.Options names, does not have Dawn's C API of the ABI that these"
            + " bindings are for: it lacks wgpuCreateInstance, wgpuDeviceTick,"
            + " wgpuComputePassEncoderSetImmediateData. Name a Dawn of June 2025, or none to use"
            + " the packed one.",
        messageOf(options().withLibrary(zip), Machine.current()));
  }
}
