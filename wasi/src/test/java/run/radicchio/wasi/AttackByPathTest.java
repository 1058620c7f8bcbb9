package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A guest that has a directory tries everything with paths that lead elsewhere, or are none. What
 * is outside of that directory stays as it was, and nothing stays open.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttackByPathTest {
  private static final String SECRET = "nobody is to read this";

  @TempDir Path outside;
  private Path inside;
  private Map<Path, String> before;

  @BeforeEach
  void give() throws IOException {
    Files.writeString(outside.resolve("secret"), SECRET);
    inside = Files.createDirectory(outside.resolve("inside"));
    Files.createDirectory(inside.resolve("directory"));
    fill();
    before = outsideOf(inside);
  }

  /** What attacks may have taken away. */
  private void fill() throws IOException {
    Files.writeString(inside.resolve("file"), "text");
    Files.deleteIfExists(inside.resolve("taken"));
  }

  @AfterEach
  void theHostIsUnharmed() throws Exception {
    assertEquals(before, outsideOf(inside));
    Attacker.awaitNothingOpenBelow(outside);
  }

  /** All that is outside, with what can be known of it. */
  private Map<Path, String> outsideOf(Path given) throws IOException {
    Map<Path, String> states = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(outside)) {
      for (Path path : paths.filter(one -> !one.startsWith(given)).toList()) {
        states.put(path, path.equals(outside) ? "" : state(path));
      }
    }
    return states;
  }

  private static String state(Path path) throws IOException {
    return Files.readAttributes(path, "unix:ino,nlink,lastModifiedTime,mode")
        + (Files.isRegularFile(path) ? Files.readString(path) : "");
  }

  private Wasi.Builder given(Access access) {
    return Wasi.builder().directory(inside, "/", access);
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(inside.resolve(name), Path.of(target));
  }

  /** Tries everything with a path, and each time gets the same answer. */
  private void refused(Attacker attacker, String answer, String path, int times)
      throws IOException {
    fill();
    List<String> answers =
        attacker.attack(given(Access.READ_WRITE), "path", path, Integer.toString(times));
    assertEquals(16, answers.size());
    for (String line : answers) {
      assertTrue(line.endsWith(": " + answer), () -> path + ": " + line);
    }
  }

  /** Tries everything with a path, and gets some answers among others. */
  private void answers(Attacker attacker, String path, String... expected) throws IOException {
    fill();
    List<String> answers = attacker.attack(given(Access.READ_WRITE), "path", path, "1");
    for (String line : expected) {
      assertTrue(answers.contains(line), () -> path + ": " + line + " in " + answers);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noPathLeadsOut(Attacker attacker) throws Exception {
    for (String path :
        List.of(
            "..",
            "../",
            "../secret",
            "../inside",
            "../inside/file",
            "../new",
            "/",
            "//",
            "/etc/passwd",
            outside.resolve("secret").toString(),
            inside.resolve("file").toString(),
            "directory/../../secret",
            "./../secret",
            "directory/./../.././secret",
            "/proc/self/cwd")) {
      refused(attacker, "not-permitted", path, 1);
    }
    refused(attacker, "not-permitted", "../", 1000);
  }

  @ParameterizedTest
  @EnumSource
  void noLinkOnTheWayLeadsOut(Attacker attacker) throws Exception {
    link("up", "..");
    link("absolute", outside.toString());
    link("root", "/");
    link("chain", "chain2");
    link("chain2", "directory/chain3");
    link("directory/chain3", "../up");
    link("directory/further", "../..");
    link("self", "/proc/self/cwd");
    for (String path :
        List.of(
            "up/secret",
            "up/inside/file",
            "absolute/secret",
            "root/etc/passwd",
            "chain/secret",
            "directory/further/secret",
            "directory/../up/secret",
            "up/new",
            "self/x")) {
      refused(attacker, "not-permitted", path, 1);
    }
    Files.delete(inside.resolve("root"));
    Files.delete(inside.resolve("self"));
  }

  @ParameterizedTest
  @EnumSource
  void noLinkAtTheEndLeadsOut(Attacker attacker) throws Exception {
    for (String target :
        List.of("../secret", outside.resolve("secret").toString(), "..", "/", "../new")) {
      Files.deleteIfExists(inside.resolve("link"));
      link("link", target);
      answers(
          attacker,
          "link",
          "open: not-permitted",
          "create: not-permitted",
          "open itself: loop",
          "stat: not-permitted",
          "stat itself: ok",
          "hash: not-permitted",
          "set times: not-permitted",
          "unlink: ok");
    }
  }

  @ParameterizedTest
  @EnumSource
  void linksThatNeverEnd(Attacker attacker) throws Exception {
    link("itself", "itself");
    link("one", "two");
    link("two", "one/x");
    link("longer", "longer/./././../longer");
    refused(attacker, "loop", "itself/x", 1);
    refused(attacker, "loop", "one/x", 1);
    refused(attacker, "loop", "longer/x", 1);
    answers(attacker, "itself", "open: loop", "stat: loop", "stat itself: ok");
  }

  @ParameterizedTest
  @EnumSource
  void namesThatNothingHas(Attacker attacker) throws Exception {
    refused(attacker, "no-entry", "", 1);
    refused(attacker, "invalid", "%", 1);
    refused(attacker, "invalid", "file%.txt", 1);
    refused(attacker, "invalid", "directory/%", 1);
    refused(attacker, "name-too-long", "x", 256);
    refused(attacker, "name-too-long", "ä", 128);
    refused(attacker, "name-too-long", "x", 1 << 16);
    refused(attacker, "name-too-long", "x", 1 << 20);
    refused(attacker, "name-too-long", "./", 1 << 20);
    refused(attacker, "name-too-long", "../", 1 << 20);
    refused(attacker, "no-entry", "x/", 1000);
  }

  /** What separates names elsewhere is part of them here. */
  @ParameterizedTest
  @EnumSource
  void aBackslashIsALetter(Attacker attacker) throws Exception {
    answers(attacker, "..\\secret", "open: no-entry", "create: ok", "stat: ok");
    answers(attacker, "C:\\secret", "open: no-entry", "create: ok", "stat: ok");
  }

  @ParameterizedTest
  @EnumSource
  void theDirectoryItselfStays(Attacker attacker) throws Exception {
    for (String path : List.of(".", "./", "././/.", "directory/..")) {
      answers(
          attacker,
          path,
          "create: is-directory",
          "create directory: exist",
          "remove directory: invalid",
          "unlink: is-directory",
          "symlink: exist",
          "rename: busy",
          "rename to: busy",
          "link: not-permitted",
          "link to: exist");
      assertTrue(Files.isDirectory(inside.resolve("directory")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void pathsDeeperThanTheHostGoes(Attacker attacker) throws Exception {
    Path deep = inside;
    for (int i = 0; i < 300; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    refused(attacker, "name-too-long", "d/", 300);
    link("down", "d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/down");
    refused(attacker, "no-entry", "down/x", 1);
  }

  /** A name is a directory now, and a way out the next moment. */
  @ParameterizedTest
  @EnumSource
  void noRaceIsWon(Attacker attacker) throws Exception {
    Path trap = Files.createDirectory(inside.resolve("trap"));
    Files.writeString(trap.resolve("secret"), "bait");
    link("way", "..");
    // The guest is caught on its way by what has the same name outside.
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(outside.resolve("secret"), old);
    before = outsideOf(inside);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread swapping = Thread.ofPlatform().start(() -> swap(trap, inside, isOver));
    try {
      assertEquals(
          List.of("read the bait only"), attacker.attack(given(Access.READ_WRITE), "race", "3000"));
    } finally {
      isOver.set(true);
      swapping.join();
    }
  }

  private static void swap(Path trap, Path inside, AtomicBoolean isOver) {
    Path spare = inside.resolve("spare");
    Path way = inside.resolve("way");
    try {
      while (!isOver.get()) {
        Files.move(trap, spare);
        Files.move(way, trap);
        Files.move(trap, way);
        Files.move(spare, trap);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsChangedThatIsForReadingOnly(Attacker attacker) throws Exception {
    Map<Path, String> all = outsideOf(outside.resolve("nothing"));
    List<String> answers = attacker.attack(given(Access.READ_ONLY), "change");
    List<String> allowed =
        answers.stream().filter(line -> line.endsWith(": ok")).map(AttackByPathTest::name).toList();
    assertEquals(List.of("open", "open itself", "stat", "stat itself", "hash"), allowed);
    assertTrue(answers.size() > 25, answers::toString);
    assertEquals(all, outsideOf(outside.resolve("nothing")));
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsForReadingOnlyIsNotChangedByAnotherDirectory(Attacker attacker) throws Exception {
    Path other = Files.createDirectory(outside.resolve("other"));
    Files.writeString(other.resolve("other"), "other");
    Map<Path, String> all = outsideOf(outside.resolve("nothing"));
    List<String> refused =
        List.of(
            "link: read-only",
            "rename: read-only",
            "link back: read-only",
            "rename back: read-only");
    Wasi.Builder toReadOnly = given(Access.READ_WRITE).directory(other, "/o", Access.READ_ONLY);
    assertEquals(refused, attacker.attack(toReadOnly, "between"));
    Wasi.Builder fromReadOnly = given(Access.READ_ONLY).directory(other, "/o", Access.READ_WRITE);
    assertEquals(refused, attacker.attack(fromReadOnly, "between"));
    assertEquals(all, outsideOf(outside.resolve("nothing")));
    Wasi.Builder both = given(Access.READ_WRITE).directory(other, "/o", Access.READ_WRITE);
    assertEquals(
        List.of("link: ok", "rename: ok", "link back: ok", "rename back: ok"),
        attacker.attack(both, "between"));
    assertFalse(Files.exists(inside.resolve("file")));
    before = outsideOf(inside);
  }

  /** Opening one may wait for ever, or do something to the machine. */
  @ParameterizedTest
  @EnumSource
  void pipesSocketsAndDevicesAreNotOpened(Attacker attacker) throws Exception {
    for (String name : List.of("pipe", "socket", "pipe-by-link")) {
      run("rm -f pipe socket pipe-by-link");
      run("mkfifo pipe && ln -s pipe pipe-by-link");
      try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        server.bind(UnixDomainSocketAddress.of(inside.resolve("socket")));
        answers(attacker, name, "open: not-permitted", "create: not-permitted", "set times: ok");
      }
    }
    Wasi.Builder devices = Wasi.builder().directory(Path.of("/dev"), "/", Access.READ_ONLY);
    assertTrue(attacker.attack(devices, "path", "zero", "1").contains("open: not-permitted"));
  }

  private void run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sh", "-c", command).directory(inside.toFile()).start();
    assertEquals(0, process.waitFor());
  }

  /** They are no paths, but lead anywhere. */
  @ParameterizedTest
  @EnumSource
  void theKernelsLinksAreNotFollowed(Attacker attacker) {
    Wasi.Builder self = Wasi.builder().directory(Path.of("/proc/self"), "/", Access.READ_ONLY);
    for (String path : List.of("cwd/x", "root/etc/passwd", "task/../root/etc/passwd")) {
      List<String> answers = attacker.attack(self, "path", path, "1");
      assertTrue(answers.contains("open: not-permitted"), answers::toString);
      assertTrue(answers.stream().noneMatch(line -> line.endsWith(": ok")), answers::toString);
    }
    assertTrue(attacker.attack(self, "path", "exe", "1").contains("open: not-permitted"));
  }

  @ParameterizedTest
  @EnumSource
  void manyEntriesAreListedWhileTheyChange(Attacker attacker) throws Exception {
    for (int i = 0; i < 10_000; i++) {
      Files.createFile(inside.resolve("file-" + i));
    }
    AtomicBoolean isOver = new AtomicBoolean();
    Thread changing = Thread.ofPlatform().start(() -> comeAndGo(inside, isOver));
    try {
      String said = attacker.attack(given(Access.READ_ONLY), "list").getFirst();
      int count = Integer.parseInt(said.substring(0, said.indexOf(' ')));
      assertTrue(count >= 10_002 && count < 100_000, said);
    } finally {
      isOver.set(true);
      changing.join();
    }
  }

  private static void comeAndGo(Path folder, AtomicBoolean isOver) {
    try {
      for (int i = 0; !isOver.get(); i++) {
        Path file = Files.createFile(folder.resolve("other-" + i));
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As if they were not there: no guest could name them. */
  @ParameterizedTest
  @EnumSource
  void namesThatAreNoTextAreNotListed(Attacker attacker) throws Exception {
    run("touch \"$(printf 'a\\377b')\"");
    assertEquals(List.of("2 entries"), attacker.attack(given(Access.READ_ONLY), "list"));
  }
}
