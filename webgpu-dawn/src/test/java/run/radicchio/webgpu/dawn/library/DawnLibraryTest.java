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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertTrue(dawn.origin().startsWith("Dawn of June 2025, between "), dawn.origin());
  }

  @Test
  void loadsALibraryThatTheUserNames() throws IOException {
    Path named = Files.copy(DawnLibrary.load(options()).file(), folder.resolve("mine"));
    DawnLibrary mine = DawnLibrary.load(options().withLibrary(named));
    assertEquals(named, mine.file());
    assertEquals(named + ", as DawnLibrary.Options says", mine.origin());
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
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(loadInAProcess("--enable-native-access=ALL-UNNAMED"));
    }
    List<String> outputs = new ArrayList<>();
    for (Process process : processes) {
      outputs.add(outputOf(process));
    }
    Path file = DawnLibrary.load(options()).file();
    assertEquals(Collections.nCopies(4, file.toString()), outputs);
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      assertEquals(List.of(file), files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void saysThatTheJvmAllowsNoNativeAccess() throws IOException {
    String output = outputOf(loadInAProcess("--illegal-native-access=deny"));
    assertTrue(
        output.contains(
            ", cannot be loaded: this JVM allows no native access. Start it with"
                + " --enable-native-access=ALL-UNNAMED."),
        output);
  }

  private Process loadInAProcess(String option) throws IOException {
    String libraries =
        Stream.of("jdk.module.path", "java.class.path")
            .map(System::getProperty)
            .filter(path -> path != null && !path.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            libraries + File.pathSeparator + tests,
            LoadInProcess.class.getName(),
            folder.resolve("cache").toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String outputOf(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
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
        "Dawn's library for macos-arm64 is not on the class path: add the artifact"
            + " run.radicchio:dawn-macos-arm64 (as a module, with --add-modules"
            + " run.radicchio.natives.dawn.macos_arm64), or name the file of a library of the same"
            + " ABI with -Dradicchio.dawn.library=FILE or RADICCHIO_DAWN_LIBRARY.",
        messageOf(
            options().withResources(PackedBytes.loader(folder)),
            Machines.machine("Mac OS X", "aarch64")));
  }

  @Test
  void saysThatANamedFileIsMissing() {
    Path missing = folder.resolve("missing.so");
    String rest =
        " names, does not exist. Name the file of Dawn's shared library, or none to use the packed"
            + " one.";
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
  void saysThatANamedFileIsNoSharedLibrary() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage"), "not a library");
    Machine linux = Machines.machine("Linux", "amd64");
    assertEquals(
        "The library "
            + garbage
            + ", which DawnLibrary.Options names, is not a shared library of linux-x64: its format"
            + " is another, not ELF. Name the file of Dawn's shared library, or none to use the"
            + " packed one.",
        messageOf(options().withLibrary(garbage), linux));
    Path empty = Files.createFile(folder.resolve("empty"));
    assertTrue(messageOf(options().withLibrary(empty), linux).contains("its format is another"));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, MACOS_X64, 'of linux-x64: its format is MACH_O, not ELF.'",
    "Mac OS X, aarch64, WINDOWS_X64, 'of macos-arm64: its format is PE, not MACH_O.'",
    "Windows 11, amd64, LINUX_X64, 'of windows-x64: its format is ELF, not PE.'",
  })
  void saysThatANamedFileIsOfAnotherPlatform(
      String system, String architecture, Platform platform, String words) {
    PackedLibrary packed = PackedLibrary.find("dawn", platform, options().resources());
    Path other = new LibraryCache(folder.resolve("cache"), folder).unpack(packed);
    Machine machine = Machines.machine(system, architecture);
    String message = messageOf(options().withLibrary(other), machine);
    assertTrue(message.contains(words), message);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void repeatsWhatTheLoaderSaysOfALibraryThatTheUserNames() throws IOException {
    Path other = Files.write(folder.resolve("other.so"), dawnOfAnotherArchitecture());
    String message = messageOf(options().withLibrary(other), Machine.current());
    assertTrue(message.startsWith("The library " + other + ", which"), message);
    assertTrue(message.contains("names, cannot be loaded: "), message);
    assertTrue(message.contains("AARCH64"), message);
    assertTrue(message.contains(". Name a library for linux-x64, or none to"), message);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void repeatsWhatTheLoaderSaysOfThePackedLibrary() throws IOException {
    ClassLoader packed =
        PackedBytes.pack(
            folder.resolve("jar"), "dawn", Platform.LINUX_X64, dawnOfAnotherArchitecture());
    String message = messageOf(options().withResources(packed), Machine.current());
    assertTrue(message.startsWith("Dawn's library " + folder.resolve("cache")), message);
    assertTrue(message.contains("run.radicchio:dawn-linux-x64, cannot be loaded: "), message);
    assertTrue(message.contains("AARCH64"), message);
    assertTrue(message.contains(". If this machine lacks something"), message);
  }

  private byte[] dawnOfAnotherArchitecture() throws IOException {
    byte[] bytes = Files.readAllBytes(DawnLibrary.load(options()).file());
    short aarch64 = 183;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(18, aarch64); // e_machine
    return bytes;
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
