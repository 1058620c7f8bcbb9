package run.radicchio.webgpu.dawn.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryCacheTest {
  private static final byte[] BYTES = new byte[100_000];

  static {
    new Random(1).nextBytes(BYTES);
  }

  @TempDir Path folder;
  private Path cache;
  private Path temporary;

  @BeforeEach
  void makeFolders() throws IOException {
    cache = folder.resolve("cache");
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  private LibraryCache cache() {
    return new LibraryCache(cache, temporary);
  }

  private PackedLibrary packed() {
    return find(PackedBytes.pack(folder.resolve("jar"), "dawn", Platform.LINUX_X64, BYTES));
  }

  private static PackedLibrary find(ClassLoader resources) {
    PackedLibrary packed = PackedLibrary.find("dawn", Platform.LINUX_X64, resources);
    assertNotNull(packed);
    return packed;
  }

  private static Set<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return new HashSet<>(paths.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void unpacksUnderTheHash() throws IOException {
    Path file = cache().unpack(packed());
    assertEquals(cache.resolve(PackedBytes.sha256(BYTES)).resolve("library.bin"), file);
    assertArrayEquals(BYTES, Files.readAllBytes(file));
    assertEquals(Set.of(file), filesIn(folder.resolve("cache")));
  }

  @Test
  void leavesAnIntactFileAlone() throws IOException {
    PackedLibrary packed = packed();
    Path file = cache().unpack(packed);
    Object before = Files.readAttributes(file, "*").get("fileKey");
    Files.delete(folder.resolve("jar/run/radicchio/natives/linux-x64/library.bin"));
    assertEquals(file, cache().unpack(packed));
    assertEquals(before, Files.readAttributes(file, "*").get("fileKey"));
  }

  @Test
  void keepsAFileWhoseTimeChangedButNotItsBytes() throws IOException {
    PackedLibrary packed = packed();
    Path file = cache().unpack(packed);
    Files.write(file, BYTES);
    Files.delete(folder.resolve("jar/run/radicchio/natives/linux-x64/library.bin"));
    assertEquals(file, cache().unpack(packed));
  }

  @Test
  void repairsAFileWithOtherBytes() throws IOException {
    Path file = cache().unpack(packed());
    byte[] damaged = BYTES.clone();
    damaged[5000] ^= 1;
    Files.write(file, damaged);
    assertEquals(file, cache().unpack(packed()));
    assertArrayEquals(BYTES, Files.readAllBytes(file));
  }

  @Test
  void repairsATruncatedFileEvenIfItsTimeWasKept() throws IOException {
    Path file = cache().unpack(packed());
    var time = Files.getLastModifiedTime(file);
    Files.write(file, new byte[10]);
    Files.setLastModifiedTime(file, time);
    cache().unpack(packed());
    assertArrayEquals(BYTES, Files.readAllBytes(file));
  }

  @Test
  void threadsThatUnpackAtOnceAllGetTheWholeFile() throws Exception {
    PackedLibrary packed = packed();
    Callable<byte[]> task = () -> Files.readAllBytes(cache().unpack(packed));
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<byte[]> bytes : threads.invokeAll(List.of(task, task, task, task, task, task))) {
        assertArrayEquals(BYTES, bytes.get());
      }
    }
    assertEquals(1, filesIn(cache).size());
  }

  @Test
  void unpacksElsewhereWhereTheCacheCannotBeWritten() throws IOException {
    Files.writeString(cache, "a file where the folder should be");
    Path file = cache().unpack(packed());
    assertTrue(file.startsWith(temporary));
    assertArrayEquals(BYTES, Files.readAllBytes(file));
    assertEquals(file, cache().unpack(packed()));
  }

  @Test
  void unpacksElsewhereWhereThereIsNoCache() throws IOException {
    Path file = new LibraryCache(null, temporary).unpack(packed());
    assertTrue(file.startsWith(temporary));
    assertArrayEquals(BYTES, Files.readAllBytes(file));
  }

  @Test
  void saysWhatToDoWhereNothingCanBeWritten() throws IOException {
    Files.writeString(cache, "a file");
    LibraryCache nowhere = new LibraryCache(cache, folder.resolve("missing"));
    String message =
        assertThrows(DawnLibraryException.class, () -> nowhere.unpack(packed())).getMessage();
    assertTrue(
        message.startsWith("The library of run.radicchio:dawn-linux-x64 cannot be unpacked"),
        message);
    assertTrue(message.contains(cache.toString()), message);
    assertTrue(message.contains(folder.resolve("missing").toString()), message);
    assertTrue(message.contains("XDG_CACHE_HOME"), message);
  }

  @Test
  void refusesAJarThatHoldsOtherBytesThanItSays() throws IOException {
    ClassLoader damaged =
        PackedBytes.pack(
            folder.resolve("jar"),
            "dawn",
            Platform.LINUX_X64,
            BYTES,
            BYTES.length,
            PackedBytes.sha256("others".getBytes(UTF_8)));
    DawnLibraryException e =
        assertThrows(DawnLibraryException.class, () -> cache().unpack(find(damaged)));
    assertEquals(
        "The jar of run.radicchio:dawn-linux-x64 is damaged: it promises library.bin with 100000"
            + " bytes and SHA-256 "
            + PackedBytes.sha256("others".getBytes(UTF_8))
            + ", and holds 100000 bytes with SHA-256 "
            + PackedBytes.sha256(BYTES)
            + ". Get the jar again.",
        e.getMessage());
    assertEquals(Set.of(), filesIn(cache));
    assertEquals(Set.of(), filesIn(temporary));
  }

  @Test
  void refusesADescriptionThatCannotBeRead() throws IOException {
    Path jar = folder.resolve("jar");
    ClassLoader loader = PackedBytes.pack(jar, "dawn", Platform.LINUX_X64, BYTES);
    Path description = jar.resolve("run/radicchio/natives/linux-x64/dawn.properties");
    Files.writeString(description, "file=library.bin\nsize=12\norigin=a test\n");
    DawnLibraryException e = assertThrows(DawnLibraryException.class, () -> find(loader));
    assertEquals(
        "The jar of run.radicchio:dawn-linux-x64 is damaged: its description cannot be read (it has"
            + " no \"sha256\"). Get the jar again.",
        e.getMessage());
    Files.writeString(description, "file=library.bin\nsize=many\nsha256=0\norigin=a test\n");
    assertThrows(DawnLibraryException.class, () -> find(loader));
  }

  @Test
  void aMachineHasItsUsualFolder() {
    Path root = folder.toAbsolutePath();
    Map<String, String> home = Map.of("user.home", root.toString());
    assertEquals(
        root.resolve(".cache/radicchio"),
        LibraryCache.usualFolder(Machines.machine("Linux", "amd64", home, Map.of())));
    assertEquals(
        root.resolve("xdg/radicchio"),
        LibraryCache.usualFolder(
            Machines.machine(
                "Linux", "amd64", home, Map.of("XDG_CACHE_HOME", root.resolve("xdg").toString()))));
    assertEquals(
        root.resolve(".cache/radicchio"),
        LibraryCache.usualFolder(
            Machines.machine("Linux", "amd64", home, Map.of("XDG_CACHE_HOME", "relative"))));
    assertEquals(
        root.resolve("Library/Caches/radicchio"),
        LibraryCache.usualFolder(Machines.machine("Mac OS X", "aarch64", home, Map.of())));
    assertEquals(
        root.resolve("local/radicchio/Cache"),
        LibraryCache.usualFolder(
            Machines.machine(
                "Windows 11",
                "amd64",
                home,
                Map.of("LOCALAPPDATA", root.resolve("local").toString()))));
  }

  @Test
  void aMachineWithoutAHomeHasNone() {
    Map<String, String> nobody = Map.of("user.home", "?");
    assertNull(LibraryCache.usualFolder(Machines.machine("Linux", "amd64", nobody, Map.of())));
    assertNull(LibraryCache.usualFolder(Machines.machine("Mac OS X", "x86_64", nobody, Map.of())));
    assertNull(LibraryCache.usualFolder(Machines.machine("Windows 11", "amd64", nobody, Map.of())));
    assertFalse(Files.exists(cache));
  }
}
