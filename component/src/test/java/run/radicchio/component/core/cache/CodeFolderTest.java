package run.radicchio.component.core.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.component.core.Fingerprint;

final class CodeFolderTest {
  private static final Fingerprint KEY = key("key");
  private static final byte[] CODE = "code".repeat(1000).getBytes(UTF_8);
  private static final long LIMIT = 1 << 20;

  @TempDir Path temporary;
  private Path folder;
  private CodeFolder cache;

  @BeforeEach
  void nameFolder() {
    folder = temporary.resolve("some").resolve("cache");
    cache = new CodeFolder(folder, LIMIT);
  }

  private static Fingerprint key(String name) {
    return Fingerprint.of(name.getBytes(UTF_8));
  }

  private Path file(Fingerprint key) {
    return folder.resolve(key.hex() + ".code");
  }

  private static Set<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new HashSet<>(files.toList());
    }
  }

  @Test
  void codeIsFoundUnderItsKey() throws IOException {
    assertNull(cache.read(KEY));
    cache.write(KEY, CODE);
    assertArrayEquals(CODE, new CodeFolder(folder, LIMIT).read(KEY));
    assertNull(cache.read(key("another")));
    assertEquals(Set.of(file(KEY)), filesIn(folder));
  }

  @Test
  void whatIsWrittenAgainIsReplaced() {
    cache.write(KEY, new byte[] {1});
    cache.write(KEY, CODE);
    assertArrayEquals(CODE, cache.read(KEY));
  }

  @Test
  void aTruncatedFileIsNoCode() throws IOException {
    cache.write(KEY, CODE);
    byte[] whole = Files.readAllBytes(file(KEY));
    for (int length = 0; length < whole.length; length += 61) {
      Files.write(file(KEY), Arrays.copyOf(whole, length));
      assertNull(cache.read(KEY), length + " bytes");
    }
    cache.write(KEY, CODE);
    assertArrayEquals(CODE, cache.read(KEY));
  }

  @Test
  void aChangedFileIsNoCode() throws IOException {
    cache.write(KEY, CODE);
    byte[] bytes = Files.readAllBytes(file(KEY));
    for (int i = 0; i < bytes.length; i += 17) {
      bytes[i] ^= 4;
      Files.write(file(KEY), bytes);
      assertNull(cache.read(KEY), "byte " + i);
      bytes[i] ^= 4;
    }
    Files.write(file(KEY), Arrays.copyOf(bytes, bytes.length + 1));
    assertNull(cache.read(KEY));
    Files.write(file(KEY), bytes);
    assertArrayEquals(CODE, cache.read(KEY));
  }

  @Test
  void aFileOfAnotherKeyIsNoCode() throws IOException {
    cache.write(KEY, CODE);
    Files.copy(file(KEY), file(key("another")));
    assertNull(cache.read(key("another")));
  }

  @Test
  void aFolderThatCannotBeMadeIsAsGoodAsNone() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "a file where the folder should be");
    cache.write(KEY, CODE);
    assertNull(cache.read(KEY));
    assertEquals("a file where the folder should be", Files.readString(folder));
  }

  @Test
  void whatLiesInTheWayIsAsGoodAsNothing() throws IOException {
    Files.createDirectories(file(KEY).resolve("a folder where the file should be"));
    assertNull(cache.read(KEY));
    cache.write(KEY, CODE);
    assertNull(cache.read(KEY));
    assertEquals(Set.of(file(KEY)), filesIn(folder));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFolderIsForTheUserAlone() throws IOException {
    cache.write(KEY, CODE);
    for (Path each : List.of(folder, folder.getParent())) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
    }
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(KEY))));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whereOthersCanWriteNothingIsReadOrKept() throws IOException {
    cache.write(KEY, CODE);
    for (String permissions : List.of("rwxrwxrwx", "rwx----w-", "rwx-w----")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
      assertNull(cache.read(KEY), permissions);
      cache.write(key("another"), CODE);
      assertEquals(Set.of(file(KEY)), filesIn(folder), permissions);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertArrayEquals(CODE, cache.read(KEY));
  }

  @Test
  void whatWasNotUsedForLongestMakesRoom() throws IOException {
    cache = new CodeFolder(folder, 3L * (CODE.length + Fingerprint.LENGTH));
    List<Fingerprint> keys = List.of(key("a"), key("b"), key("c"));
    Path unfinished = folder.resolve(KEY.hex() + "123.part");
    for (int i = 0; i < keys.size(); i++) {
      cache.write(keys.get(i), CODE);
      lastUsed(file(keys.get(i)), 1000 + i);
    }
    Files.write(unfinished, CODE);
    lastUsed(unfinished, 999);
    Path other = Files.write(folder.resolve("another's"), CODE);
    lastUsed(other, 998);
    assertArrayEquals(CODE, cache.read(key("a")));
    cache.write(key("d"), CODE);
    assertEquals(Set.of(other, file(key("a")), file(key("c")), file(key("d"))), filesIn(folder));
  }

  private static void lastUsed(Path file, int second) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
  }

  @Test
  void whatExceedsTheLimitIsNotKept() throws IOException {
    cache = new CodeFolder(folder, CODE.length);
    cache.write(KEY, CODE);
    assertEquals(Set.of(), filesIn(folder));
    new CodeFolder(folder, LIMIT).write(KEY, CODE);
    assertNull(cache.read(KEY));
  }

  @Test
  void whoReadsWhileOthersWriteSeesWholeCode() throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] code = new byte[100_000 + i];
      Arrays.fill(code, (byte) i);
      tasks.add(() -> writeAndRead(code));
    }
    cache.write(KEY, CODE);
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<Integer> found : threads.invokeAll(tasks)) {
        assertEquals(20, found.get());
      }
    }
    assertEquals(Set.of(file(KEY)), filesIn(folder));
  }

  private int writeAndRead(byte[] code) {
    int found = 0;
    for (int i = 0; i < 20; i++) {
      CodeFolder own = new CodeFolder(folder, LIMIT << 4);
      own.write(KEY, code);
      byte[] read = own.read(KEY);
      assertNotNull(read);
      for (byte each : read) {
        assertEquals(read[0], each);
      }
      found++;
    }
    return found;
  }
}
