package run.radicchio.guests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each committed component was built from the sources that are committed with it. Guests are built
 * where there are compilers for them; this needs none.
 */
class ComponentsTest {
  private static final Path ROOT = Path.of("");

  /** What every guest is built from, besides its own files: {@code SHARED} in {@code build}. */
  private static final List<String> SHARED =
      List.of("build", "Cargo.toml", "crates.lock", "c", "wit", "tests/wit");

  /** A line of the manifest that {@code build} writes. */
  private record Guest(String name, String sources, String component) {
    static Guest parse(String line) {
      String[] fields = line.split(" ", -1);
      return new Guest(fields[0], fields[1], fields[2]);
    }

    Path componentFile() {
      return ROOT.resolve(name + ".wasm");
    }
  }

  @TestFactory
  Stream<DynamicTest> eachComponentIsUpToDate() throws IOException {
    return manifest().stream().map(guest -> dynamicTest(guest.name(), () -> assertUpToDate(guest)));
  }

  @Test
  void manifestHasEveryComponent() throws IOException {
    List<String> listed =
        manifest().stream().map(guest -> slashed(guest.componentFile())).sorted().toList();
    try (Stream<Path> folders = Stream.of("", "tests", "bench").map(ROOT::resolve)) {
      List<String> present =
          folders
              .flatMap(folder -> files(folder, 1))
              .filter(file -> file.endsWith(".wasm"))
              .sorted()
              .toList();
      assertEquals(
          listed, present, "components.sha256 and the components differ: run guests/build");
    }
  }

  private static void assertUpToDate(Guest guest) throws IOException {
    String remedy = ": run guests/build " + guest.name();
    assertEquals(
        guest.sources(),
        hash(sources(guest).getBytes(UTF_8)),
        () -> "The sources of " + guest.name() + " changed since it was built" + remedy);
    assertEquals(
        guest.component(),
        hash(Files.readAllBytes(guest.componentFile())),
        () -> guest.componentFile() + " is not what was built from the sources" + remedy);
  }

  private static List<Guest> manifest() throws IOException {
    return Files.readAllLines(ROOT.resolve("components.sha256")).stream()
        .map(Guest::parse)
        .toList();
  }

  /** What {@code sha256sum} prints for all files that the guest is built from. */
  private static String sources(Guest guest) {
    return Stream.concat(SHARED.stream(), Stream.of(guest.name(), guest.name() + ".wat"))
        .map(ROOT::resolve)
        .filter(Files::exists)
        .flatMap(source -> files(source, Integer.MAX_VALUE))
        .sorted()
        .map(file -> hash(read(file)) + "  " + file + "\n")
        .collect(joining());
  }

  /** The files under a path, but hidden ones. */
  private static Stream<String> files(Path path, int depth) {
    try (Stream<Path> paths = Files.walk(path, depth)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .map(ComponentsTest::slashed)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java has SHA-256", e);
    }
  }
}
