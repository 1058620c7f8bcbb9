package run.radicchio.wasi.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.wasi.Access;
import run.radicchio.wasi.p2.clocks.WallClock.Datetime;
import run.radicchio.wasi.p2.filesystem.Descriptor;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.FilesystemException;
import run.radicchio.wasi.p2.filesystem.Types;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorType;
import run.radicchio.wasi.p2.filesystem.Types.NewTimestamp;
import run.radicchio.wasi.p2.filesystem.Types.OpenFlags;
import run.radicchio.wasi.p2.filesystem.Types.PathFlags;
import run.radicchio.wasi.p2.io.StreamException;
import run.radicchio.wasi.p2.io.Streams;

/** What can be done with files and directories. */
class DescriptorTest {
  private static final Set<PathFlags> FOLLOW = EnumSet.of(PathFlags.SYMLINK_FOLLOW);
  private static final Set<DescriptorFlags> READ = EnumSet.of(DescriptorFlags.READ);
  private static final Set<DescriptorFlags> BOTH =
      EnumSet.of(DescriptorFlags.READ, DescriptorFlags.WRITE);

  @TempDir Path folder;
  private Descriptor root;

  @BeforeEach
  void give() throws IOException {
    Files.writeString(folder.resolve("file"), "0123456789");
    Files.createDirectory(folder.resolve("directory"));
    GivenDirectory given = new GivenDirectory(folder, "/", Access.READ_WRITE);
    root =
        new P2Filesystem(new Sandbox(new byte[1]), List.of(given))
            .getDirectories()
            .getFirst()
            .descriptor();
  }

  @AfterEach
  void takeBack() {
    root.close();
  }

  private static void assertFails(ErrorCode code, Executable attempt) {
    assertEquals(code, assertThrows(FilesystemException.class, attempt).error());
  }

  private Descriptor open(String path, Set<DescriptorFlags> flags, OpenFlags... how)
      throws FilesystemException {
    Set<OpenFlags> all = EnumSet.noneOf(OpenFlags.class);
    all.addAll(List.of(how));
    return root.openAt(FOLLOW, path, all, flags);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8)).asReadOnlyBuffer();
  }

  private String content(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void readsAndWritesAtPlaces() throws Exception {
    try (Descriptor file = open("file", BOTH)) {
      assertEquals("345", UTF_8.decode(file.read(3, 3).data()).toString());
      assertFalse(file.read(3, 3).end());
      assertEquals("89", UTF_8.decode(file.read(-1, 8).data()).toString());
      assertTrue(file.read(1, 10).end());
      assertTrue(file.read(1, Long.MAX_VALUE - 10).end());
      assertFalse(file.read(0, 10).end());
      assertFails(ErrorCode.INVALID, () -> file.read(1, -1));
      assertEquals(2, file.write(bytes("ab"), 12));
      assertEquals("0123456789\0\0ab", content("file"));
      file.setSize(4);
      assertEquals("0123", content("file"));
      file.setSize(6);
      assertEquals("0123\0\0", content("file"));
      assertFails(ErrorCode.INVALID, () -> file.setSize(-1));
      file.syncData();
      file.sync();
    }
  }

  @Test
  void streamsReadWriteAndAppend() throws Exception {
    try (Descriptor file = open("file", BOTH)) {
      try (Streams.InputStream in = file.readViaStream(5)) {
        assertEquals("567", UTF_8.decode(in.blockingRead(3)).toString());
        assertEquals(2, in.skip(99));
        assertThrows(StreamException.class, () -> in.read(1));
      }
      try (Streams.OutputStream out = file.writeViaStream(8);
          Streams.OutputStream end = file.appendViaStream()) {
        out.blockingWriteAndFlush(bytes("xy"));
        end.blockingWriteAndFlush(bytes("end"));
        out.blockingWriteAndFlush(bytes("z"));
      }
    }
    assertEquals("01234567xyznd", content("file"));
  }

  @Test
  void aStreamOutlivesItsDescriptor() throws Exception {
    Descriptor file = open("file", BOTH);
    Streams.InputStream in = file.readViaStream(0);
    file.close();
    assertEquals(10, in.read(99).remaining());
    in.close();
    assertThrows(StreamException.class, () -> in.read(1));
  }

  @Test
  void opensAsItIsTold() throws Exception {
    assertFails(ErrorCode.NO_ENTRY, () -> open("new", READ));
    open("new", BOTH, OpenFlags.CREATE).close();
    open("new", BOTH, OpenFlags.CREATE).close();
    assertFails(ErrorCode.EXIST, () -> open("new", BOTH, OpenFlags.CREATE, OpenFlags.EXCLUSIVE));
    open("newer", BOTH, OpenFlags.CREATE, OpenFlags.EXCLUSIVE).close();
    open("file", BOTH, OpenFlags.TRUNCATE).close();
    assertEquals("", content("file"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> open("file", READ, OpenFlags.DIRECTORY));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> open("file/", READ));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> open("file/x", READ));
    assertFails(ErrorCode.IS_DIRECTORY, () -> open("directory", BOTH));
    assertFails(ErrorCode.IS_DIRECTORY, () -> open("x/", BOTH, OpenFlags.CREATE));
    assertFails(ErrorCode.INVALID, () -> open("x", READ, OpenFlags.DIRECTORY, OpenFlags.CREATE));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("directory/made"));
    open("dangling", BOTH, OpenFlags.CREATE).close();
    assertTrue(Files.exists(folder.resolve("directory/made")));
    try (Descriptor directory = open("directory", READ, OpenFlags.DIRECTORY)) {
      assertEquals(DescriptorType.DIRECTORY, directory.getType());
      assertEquals(READ, directory.getFlags());
      assertFails(ErrorCode.IS_DIRECTORY, () -> directory.read(1, 0));
    }
    try (Descriptor file = open("file", READ)) {
      assertFails(ErrorCode.NOT_DIRECTORY, () -> file.statAt(FOLLOW, "x"));
      assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.write(bytes("x"), 0));
    }
  }

  @Test
  void readsIfItIsToldNothingAndWritesWhatItMakes() throws Exception {
    Set<DescriptorFlags> nothing = EnumSet.noneOf(DescriptorFlags.class);
    Set<DescriptorFlags> write = EnumSet.of(DescriptorFlags.WRITE);
    assertFlags(READ, open("file", nothing));
    assertFlags(READ, open("directory", nothing));
    assertFlags(write, open("file", write));
    assertFlags(BOTH, open("new", nothing, OpenFlags.CREATE));
    assertFlags(BOTH, open("new", READ, OpenFlags.CREATE));
    assertFlags(write, open("new", write, OpenFlags.CREATE));
  }

  private static void assertFlags(Set<DescriptorFlags> expected, Descriptor opened)
      throws Exception {
    try (opened) {
      assertEquals(expected, opened.getFlags());
    }
  }

  @Test
  void aDirectoryIsTheGuestsToChangeAsTheOneAboveIt() throws Exception {
    try (Descriptor directory = open("directory", READ)) {
      directory.createDirectoryAt("made");
    }
    assertTrue(Files.isDirectory(folder.resolve("directory/made")));
  }

  @Test
  void takesAdviceOnFilesOnly() throws Exception {
    try (Descriptor file = open("file", READ)) {
      file.advise(0, 10, Types.Advice.WILL_NEED);
    }
    assertFails(ErrorCode.BAD_DESCRIPTOR, () -> root.advise(0, 10, Types.Advice.WILL_NEED));
  }

  @Test
  void aSlashAtTheEndIsForDirectories() throws Exception {
    assertFails(ErrorCode.NOT_DIRECTORY, () -> root.unlinkFileAt("file/"));
    assertFails(ErrorCode.IS_DIRECTORY, () -> root.unlinkFileAt("directory/"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> root.renameAt("file", root, "new/"));
    assertFails(ErrorCode.NO_ENTRY, () -> root.linkAt(FOLLOW, "file", root, "new/"));
    assertFails(ErrorCode.NO_ENTRY, () -> root.symlinkAt("nowhere", "new/"));
    assertFails(ErrorCode.EXIST, () -> root.symlinkAt("nowhere", "directory/"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> root.symlinkAt("nowhere", "file/"));
    root.renameAt("directory", root, "new/");
    root.createDirectoryAt("other/");
    assertTrue(Files.isDirectory(folder.resolve("new")));
    assertTrue(Files.isDirectory(folder.resolve("other")));
  }

  @Test
  void listsADirectory() throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    List<Types.DirectoryEntry> entries = new ArrayList<>();
    try (Descriptor.DirectoryEntryStream stream = root.readDirectory()) {
      for (var entry = stream.readDirectoryEntry();
          entry != null;
          entry = stream.readDirectoryEntry()) {
        entries.add(entry);
      }
    }
    assertEquals(
        Set.of(
            new Types.DirectoryEntry(DescriptorType.REGULAR_FILE, "file"),
            new Types.DirectoryEntry(DescriptorType.DIRECTORY, "directory"),
            new Types.DirectoryEntry(DescriptorType.SYMBOLIC_LINK, "link")),
        Set.copyOf(entries));
    assertEquals(3, entries.size());
  }

  @Test
  void makesRenamesAndRemoves() throws Exception {
    root.createDirectoryAt("made");
    assertFails(ErrorCode.EXIST, () -> root.createDirectoryAt("made"));
    assertFails(ErrorCode.EXIST, () -> root.createDirectoryAt("."));
    root.renameAt("file", root, "made/file");
    assertFails(ErrorCode.NO_ENTRY, () -> root.renameAt("file", root, "x"));
    assertFails(ErrorCode.NOT_EMPTY, () -> root.removeDirectoryAt("made"));
    assertFails(ErrorCode.NOT_DIRECTORY, () -> root.removeDirectoryAt("made/file"));
    assertFails(ErrorCode.IS_DIRECTORY, () -> root.unlinkFileAt("made"));
    root.linkAt(FOLLOW, "made/file", root, "hard");
    assertFails(ErrorCode.EXIST, () -> root.linkAt(FOLLOW, "made/file", root, "hard"));
    assertFails(ErrorCode.NOT_PERMITTED, () -> root.linkAt(FOLLOW, "made", root, "x"));
    assertEquals(2, root.statAt(FOLLOW, "hard").linkCount());
    root.unlinkFileAt("made/file");
    root.removeDirectoryAt("made/");
    assertFails(ErrorCode.INVALID, () -> root.removeDirectoryAt("."));
    assertEquals("0123456789", content("hard"));
    root.symlinkAt("hard", "soft");
    assertEquals("hard", root.readlinkAt("soft"));
    assertFails(ErrorCode.INVALID, () -> root.readlinkAt("hard"));
    assertEquals(4, root.statAt(EnumSet.noneOf(PathFlags.class), "soft").size());
    assertEquals(10, root.statAt(FOLLOW, "soft").size());
  }

  @Test
  void setsTimes() throws Exception {
    NewTimestamp then = new NewTimestamp.Timestamp(new Datetime(1_000_000_000, 5000));
    root.setTimesAt(FOLLOW, "file", new NewTimestamp.NoChange(), then);
    assertEquals(
        new Datetime(1_000_000_000, 5000), root.statAt(FOLLOW, "file").dataModificationTimestamp());
    try (Descriptor file = open("file", BOTH)) {
      file.setTimes(then, new NewTimestamp.Now());
      assertEquals(new Datetime(1_000_000_000, 5000), file.stat().dataAccessTimestamp());
      assertNotEquals(
          Instant.ofEpochSecond(1_000_000_000, 5000),
          Files.getLastModifiedTime(folder.resolve("file")).toInstant());
      for (Datetime none : List.of(new Datetime(0, 1_000_000_000), new Datetime(-1, 0))) {
        assertFails(
            ErrorCode.INVALID,
            () -> file.setTimes(new NewTimestamp.NoChange(), new NewTimestamp.Timestamp(none)));
      }
    }
  }

  @Test
  void knowsFilesAgain() throws Exception {
    root.linkAt(FOLLOW, "file", root, "same");
    try (Descriptor file = open("file", BOTH);
        Descriptor same = open("same", READ);
        Descriptor other = open("directory", READ)) {
      assertTrue(file.isSameObject(same));
      assertFalse(file.isSameObject(other));
      assertEquals(file.metadataHash(), root.metadataHashAt(FOLLOW, "same"));
      assertNotEquals(file.metadataHash(), other.metadataHash());
      Types.MetadataHashValue before = file.metadataHash();
      file.write(bytes("more"), 10);
      assertNotEquals(before, file.metadataHash());
    }
  }
}
