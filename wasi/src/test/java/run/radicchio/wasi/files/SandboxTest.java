package run.radicchio.wasi.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.wasi.Access;
import run.radicchio.wasi.p2.filesystem.Descriptor;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.FilesystemException;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorType;
import run.radicchio.wasi.p2.filesystem.Types.NewTimestamp;
import run.radicchio.wasi.p2.filesystem.Types.OpenFlags;
import run.radicchio.wasi.p2.filesystem.Types.PathFlags;

/** What guests try, to get out of the directories that they were given. */
class SandboxTest {
  private static final Set<PathFlags> FOLLOW = EnumSet.of(PathFlags.SYMLINK_FOLLOW);
  private static final Set<PathFlags> NO_FOLLOW = EnumSet.noneOf(PathFlags.class);
  private static final Set<OpenFlags> AS_IT_IS = EnumSet.noneOf(OpenFlags.class);
  private static final Set<DescriptorFlags> READ = EnumSet.of(DescriptorFlags.READ);
  private static final Set<DescriptorFlags> WRITE = EnumSet.of(DescriptorFlags.WRITE);
  private static final String SECRET = "nobody is to read this";

  @TempDir Path outside;
  private Path inside;
  private Descriptor root;

  @BeforeEach
  void give() throws IOException {
    Files.writeString(outside.resolve("secret"), SECRET);
    inside = Files.createDirectory(outside.resolve("inside"));
    Files.writeString(inside.resolve("file"), "text");
    Files.createDirectories(inside.resolve("a/b"));
    Files.writeString(inside.resolve("a/b/deep"), "deep");
    root = given(inside, Access.READ_WRITE, new Sandbox(new byte[1]));
  }

  private static Descriptor given(Path path, Access access, Sandbox sandbox) {
    return new P2Filesystem(sandbox, List.of(new GivenDirectory(path, "/", access)))
        .getDirectories()
        .getFirst()
        .descriptor();
  }

  @AfterEach
  void takeBack() {
    root.close();
  }

  private String read(String path) throws FilesystemException {
    try (Descriptor file = root.openAt(FOLLOW, path, AS_IT_IS, READ)) {
      return UTF_8.decode(file.read(1000, 0).data()).toString();
    }
  }

  private static void assertFails(ErrorCode code, Executable attempt) {
    assertEquals(code, assertThrows(FilesystemException.class, attempt).error());
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(inside.resolve(name), Path.of(target));
  }

  @Test
  void pathsWithinLeadThere() throws Exception {
    link("to-b", "a/b");
    link("to-file", "to-b/../../file");
    link("dotted", "./a/./b/");
    for (String path :
        List.of("file", "./file", "a/../file", "a//b/../../file", "to-b/../../file", "to-file")) {
      assertEquals("text", read(path), path);
    }
    assertEquals("deep", read("to-b/deep"));
    assertEquals("deep", read("dotted/deep"));
  }

  @Test
  void noPathLeadsOut() throws Exception {
    for (String path :
        List.of(
            "..",
            "../secret",
            "/",
            "/etc/passwd",
            outside.resolve("secret").toString(),
            "a/../../secret",
            "a/b/../../../secret",
            "./../secret",
            "../inside/file",
            "a/../../inside/file")) {
      assertFails(ErrorCode.NOT_PERMITTED, () -> read(path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.statAt(FOLLOW, path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.createDirectoryAt(path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.unlinkFileAt(path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.removeDirectoryAt(path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.renameAt("file", root, path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.renameAt(path, root, "mine"));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.linkAt(FOLLOW, path, root, "mine"));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.symlinkAt("file", path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.readlinkAt(path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.metadataHashAt(FOLLOW, path));
      assertFails(
          ErrorCode.NOT_PERMITTED,
          () -> root.openAt(NO_FOLLOW, path, EnumSet.of(OpenFlags.CREATE), WRITE));
      assertFails(
          ErrorCode.NOT_PERMITTED,
          () -> root.setTimesAt(FOLLOW, path, new NewTimestamp.NoChange(), new NewTimestamp.Now()));
    }
    assertEquals(SECRET, Files.readString(outside.resolve("secret")));
    assertEquals(List.of("inside", "secret"), names(outside));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void noLinkLeadsOut() throws Exception {
    link("absolute", outside.resolve("secret").toString());
    link("relative", "../secret");
    link("up", "..");
    link("root", "/");
    link("a/b/far", "../../../secret");
    link("by-another", "relative");
    for (String path :
        List.of(
            "absolute",
            "relative",
            "up",
            "up/secret",
            "up/inside/file",
            "root/etc/passwd",
            "a/b/far",
            "by-another",
            "absolute/",
            "up/")) {
      assertFails(ErrorCode.NOT_PERMITTED, () -> read(path));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.statAt(FOLLOW, path));
      assertFails(
          ErrorCode.NOT_PERMITTED,
          () -> root.openAt(FOLLOW, path, EnumSet.of(OpenFlags.CREATE, OpenFlags.TRUNCATE), WRITE));
      assertFails(ErrorCode.NOT_PERMITTED, () -> root.linkAt(FOLLOW, path, root, "mine"));
    }
    assertEquals(DescriptorType.SYMBOLIC_LINK, root.statAt(NO_FOLLOW, "absolute").type());
    assertFails(ErrorCode.LOOP, () -> root.openAt(NO_FOLLOW, "absolute", AS_IT_IS, READ));
    assertFails(ErrorCode.NOT_PERMITTED, () -> root.readlinkAt("absolute"));
    assertEquals(SECRET, Files.readString(outside.resolve("secret")));
  }

  /** It is the link whose times are set, or that is removed, and not what it leads to. */
  @Test
  void aLinkItselfCanBeChanged() throws Exception {
    link("relative", "../secret");
    long before = Files.getLastModifiedTime(outside.resolve("secret")).toMillis();
    root.setTimesAt(NO_FOLLOW, "relative", new NewTimestamp.Now(), new NewTimestamp.Now());
    assertEquals(before, Files.getLastModifiedTime(outside.resolve("secret")).toMillis());
    root.renameAt("relative", root, "renamed");
    root.unlinkFileAt("renamed");
    assertTrue(Files.exists(outside.resolve("secret")));
  }

  @Test
  void linksOfTheGuestsOwnAreNoBetter() throws Exception {
    root.symlinkAt("../secret", "mine");
    assertEquals("../secret", root.readlinkAt("mine"));
    assertFails(ErrorCode.NOT_PERMITTED, () -> read("mine"));
    assertFails(ErrorCode.NOT_PERMITTED, () -> root.symlinkAt("/etc/passwd", "theirs"));
    root.symlinkAt("a/b", "here");
    assertEquals("deep", read("here/deep"));
  }

  @Test
  void linksGoOnForAWhileOnly() throws Exception {
    link("self", "self");
    link("one", "two");
    link("two", "one");
    String last = "file";
    for (int i = 0; i < 41; i++) {
      link("link" + i, last);
      last = "link" + i;
    }
    assertFails(ErrorCode.LOOP, () -> read("self"));
    assertFails(ErrorCode.LOOP, () -> read("one"));
    assertEquals("text", read("link39"));
    assertFails(ErrorCode.LOOP, () -> read("link40"));
  }

  /** A directory that is moved out of the tree while a guest is in it leads no further up. */
  @Test
  void aDirectoryThatIsMovedAwayIsNoWayOut() throws Exception {
    try (Descriptor b = root.openAt(NO_FOLLOW, "a/b", AS_IT_IS, READ)) {
      Files.move(inside.resolve("a/b"), outside.resolve("moved"));
      assertFails(ErrorCode.NOT_PERMITTED, () -> b.statAt(FOLLOW, "../secret"));
      assertEquals(DescriptorType.REGULAR_FILE, b.statAt(FOLLOW, "deep").type());
    }
  }

  /** A name is a directory now, and a way out the next moment. */
  @Test
  void noRaceIsWon() throws Exception {
    Path trap = Files.createDirectory(inside.resolve("trap"));
    Files.writeString(trap.resolve("secret"), "bait");
    Path spare = inside.resolve("spare");
    Path way = Files.createSymbolicLink(inside.resolve("way"), Path.of(".."));
    boolean[] over = new boolean[1];
    Thread attacker =
        new Thread(
            () -> {
              try {
                while (!isOver(over)) {
                  Files.move(trap, spare);
                  Files.move(way, trap);
                  Files.move(trap, way);
                  Files.move(spare, trap);
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    attacker.start();
    int read = 0;
    for (int i = 0; i < 3_000 || (read == 0 && i < 1_000_000); i++) {
      try {
        assertEquals("bait", read("trap/secret"));
        read++;
      } catch (FilesystemException refused) {
        assertTrue(
            EnumSet.of(ErrorCode.NOT_PERMITTED, ErrorCode.NO_ENTRY, ErrorCode.INVALID)
                .contains(refused.error()),
            refused.toString());
      }
    }
    synchronized (over) {
      over[0] = true;
    }
    attacker.join();
    assertTrue(read > 0);
  }

  private static boolean isOver(boolean[] over) {
    synchronized (over) {
      return over[0];
    }
  }

  @Test
  void namesThatNoFileHas() {
    assertFails(ErrorCode.NO_ENTRY, () -> read(""));
    assertFails(ErrorCode.INVALID, () -> read("file\0.txt"));
    assertFails(ErrorCode.INVALID, () -> root.symlinkAt("a\0b", "x"));
    assertFails(ErrorCode.NO_ENTRY, () -> root.symlinkAt("", "x"));
    assertFails(ErrorCode.NAME_TOO_LONG, () -> read("x".repeat(256)));
    assertFails(ErrorCode.NAME_TOO_LONG, () -> read("x/".repeat(1 << 20)));
    assertFails(ErrorCode.NAME_TOO_LONG, () -> root.createDirectoryAt("x".repeat(10_000_000)));
    assertFails(ErrorCode.NO_ENTRY, () -> read("a\\..\\file"));
  }

  @Test
  void aPathOfMoreDirectoriesThanAWalkHoldsIsRefused() throws Exception {
    Descriptor here = root;
    List<Descriptor> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      here.createDirectoryAt("d");
      here = here.openAt(NO_FOLLOW, "d", AS_IT_IS, EnumSet.of(DescriptorFlags.MUTATE_DIRECTORY));
      all.add(here);
    }
    assertFails(ErrorCode.NAME_TOO_LONG, () -> root.statAt(FOLLOW, "d/".repeat(290)));
    assertEquals(DescriptorType.DIRECTORY, root.statAt(FOLLOW, "d/".repeat(200)).type());
    all.forEach(Descriptor::close);
  }

  @Test
  void pipesAndDevicesAreNotOpened() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", inside.resolve("pipe").toString()).start();
    assertEquals(0, mkfifo.waitFor());
    assertEquals(DescriptorType.FIFO, root.statAt(NO_FOLLOW, "pipe").type());
    assertFails(ErrorCode.NOT_PERMITTED, () -> read("pipe"));
    assertFails(ErrorCode.NOT_PERMITTED, () -> root.openAt(FOLLOW, "pipe", AS_IT_IS, WRITE));
    try (Descriptor devices = given(Path.of("/dev"), Access.READ_ONLY, new Sandbox(new byte[1]))) {
      assertFails(ErrorCode.NOT_PERMITTED, () -> devices.openAt(FOLLOW, "zero", AS_IT_IS, READ));
    }
  }

  /** The kernel's links, such as those of /proc, are no paths, but lead anywhere. */
  @Test
  void theKernelsLinksAreNotFollowed() {
    try (Descriptor self =
        given(Path.of("/proc/self"), Access.READ_ONLY, new Sandbox(new byte[1]))) {
      for (String path : List.of("cwd/x", "root/etc/passwd", "exe")) {
        assertFails(ErrorCode.NOT_PERMITTED, () -> self.openAt(FOLLOW, path, AS_IT_IS, READ));
      }
    }
  }

  @Test
  void whatIsForReadingOnlyIsNotChanged() throws Exception {
    link("a-link", "file");
    try (Descriptor own = given(inside, Access.READ_ONLY, new Sandbox(new byte[1]))) {
      NewTimestamp now = new NewTimestamp.Now();
      assertFails(ErrorCode.READ_ONLY, () -> own.createDirectoryAt("x"));
      assertFails(ErrorCode.READ_ONLY, () -> own.symlinkAt("file", "x"));
      assertFails(ErrorCode.READ_ONLY, () -> own.unlinkFileAt("file"));
      assertFails(ErrorCode.READ_ONLY, () -> own.removeDirectoryAt("a"));
      assertFails(ErrorCode.READ_ONLY, () -> own.setTimes(now, now));
      assertFails(ErrorCode.READ_ONLY, () -> own.setTimesAt(FOLLOW, "file", now, now));
      assertFails(ErrorCode.READ_ONLY, () -> own.openAt(FOLLOW, "file", AS_IT_IS, WRITE));
      for (OpenFlags flag : List.of(OpenFlags.CREATE, OpenFlags.TRUNCATE)) {
        assertFails(ErrorCode.READ_ONLY, () -> own.openAt(FOLLOW, "file", EnumSet.of(flag), READ));
      }
      assertFails(
          ErrorCode.READ_ONLY,
          () -> own.openAt(FOLLOW, "a", AS_IT_IS, EnumSet.of(DescriptorFlags.MUTATE_DIRECTORY)));
      // Nor by way of a directory that may be changed.
      assertFails(ErrorCode.READ_ONLY, () -> own.linkAt(FOLLOW, "file", root, "x"));
      assertFails(ErrorCode.READ_ONLY, () -> own.renameAt("file", root, "x"));
      assertFails(ErrorCode.READ_ONLY, () -> root.renameAt("file", own, "x"));
      assertFails(ErrorCode.READ_ONLY, () -> root.linkAt(FOLLOW, "file", own, "x"));
      try (Descriptor file = own.openAt(FOLLOW, "a-link", AS_IT_IS, READ)) {
        ByteBuffer bytes = ByteBuffer.allocate(1);
        assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.write(bytes, 0));
        assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.writeViaStream(0));
        assertFails(ErrorCode.BAD_DESCRIPTOR, file::appendViaStream);
        assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.setSize(0));
        assertFails(ErrorCode.NOT_PERMITTED, () -> file.setTimes(now, now));
      }
      try (Descriptor below = own.openAt(FOLLOW, "a", AS_IT_IS, READ)) {
        assertFails(ErrorCode.READ_ONLY, () -> below.createDirectoryAt("x"));
      }
    }
    assertEquals("text", Files.readString(inside.resolve("file")));
  }

  @Test
  void aGuestHasSoManyDescriptorsOnly() throws Exception {
    List<Descriptor> open = new ArrayList<>();
    FilesystemException refused =
        assertThrows(
            FilesystemException.class,
            () -> {
              for (int i = 0; i < 2000; i++) {
                open.add(root.openAt(FOLLOW, "file", AS_IT_IS, READ));
              }
            });
    assertEquals(ErrorCode.INSUFFICIENT_MEMORY, refused.error());
    open.forEach(Descriptor::close);
    assertEquals("text", read("file"));
  }

  @Test
  void whatIsClosedIsOfNoUse() throws Exception {
    Descriptor a = root.openAt(FOLLOW, "a", AS_IT_IS, READ);
    a.close();
    // Its number goes to the next that is opened, which it must not lead to.
    try (Descriptor file = root.openAt(FOLLOW, "file", AS_IT_IS, READ)) {
      assertFails(ErrorCode.BAD_DESCRIPTOR, () -> a.statAt(FOLLOW, "b"));
      assertFails(ErrorCode.BAD_DESCRIPTOR, a::stat);
      assertFails(ErrorCode.BAD_DESCRIPTOR, a::readDirectory);
      assertFalse(a.isSameObject(file));
    }
  }

  @Test
  void onlyDirectoriesThatAreThereAreGiven() {
    for (String name : List.of("file", "nothing")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new GivenDirectory(inside.resolve(name), "/", Access.READ_ONLY));
    }
  }
}
