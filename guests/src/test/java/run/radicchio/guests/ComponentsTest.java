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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each committed component was built from the sources that are committed with it. Guests are built
 * where there are compilers for them; this needs none.
 */
class ComponentsTest {

  /**
   * A folder that {@code build} builds.
   *
   * @param command what builds it, from the root of the repository
   */
  private record Guests(Path root, String command) {
    private static final Pattern PATH = Pattern.compile("path = \"([^\"]*)\"");

    private static final List<Guests> ALL =
        List.of(
            new Guests(Path.of(""), "guests/build"),
            new Guests(Path.of("javascript"), "guests/javascript/build"),
            new Guests(Path.of("../conformance/webgpu"), "conformance/webgpu/build"),
            new Guests(Path.of("../wasi/guests"), "wasi/guests/build"));

    List<Guest> manifest() {
      return lines("components.sha256").map(line -> Guest.parse(this, line)).toList();
    }

    /** What every guest is built from, besides its own files. */
    Stream<String> sharedSources() {
      return lines("shared-sources");
    }

    /** The folders of crates that a crate depends on by a path. */
    Stream<String> libraries(String name) {
      Path manifest = root.resolve(name).resolve("Cargo.toml");
      if (!Files.exists(manifest)) {
        return Stream.empty();
      }
      return lines(name + "/Cargo.toml")
          .map(PATH::matcher)
          .filter(Matcher::find)
          .map(path -> slashed(Path.of(name, path.group(1)).normalize()))
          .flatMap(library -> Stream.concat(Stream.of(library), libraries(library)));
    }

    /** The components that are there. */
    List<String> components() {
      return Stream.of("", "tests", "bench")
          .filter(folder -> Files.exists(root.resolve(folder)))
          .flatMap(folder -> files(folder, 1))
          .filter(file -> file.endsWith(".wasm"))
          .sorted()
          .toList();
    }

    /** The files under a path, but hidden ones; paths are relative to the root. */
    Stream<String> files(String path, int depth) {
      Path start = root.resolve(path);
      String prefix = path.isEmpty() ? "" : path + "/";
      try (Stream<Path> paths = Files.walk(start, depth)) {
        return paths
            .filter(Files::isRegularFile)
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .map(file -> file.equals(start) ? path : prefix + slashed(start.relativize(file)))
            .toList()
            .stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    byte[] read(String file) {
      try {
        return Files.readAllBytes(root.resolve(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Stream<String> lines(String file) {
      return new String(read(file), UTF_8).lines();
    }
  }

  /** A line of the manifest that {@code build} writes. */
  private record Guest(Guests all, String name, String sources, String component) {
    static Guest parse(Guests all, String line) {
      String[] fields = line.split(" ", -1);
      return new Guest(all, fields[0], fields[1], fields[2]);
    }

    String componentFile() {
      return name + ".wasm";
    }

    /** What {@code sha256sum} prints for all files that it is built from. */
    String sourceHashes() {
      return Stream.of(all.sharedSources(), all.libraries(name), Stream.of(name, name + ".wat"))
          .flatMap(Function.identity())
          .filter(source -> Files.exists(all.root().resolve(source)))
          .flatMap(source -> all.files(source, Integer.MAX_VALUE))
          .filter(file -> !file.endsWith(".md"))
          .distinct()
          .sorted()
          .map(file -> hash(all.read(file)) + "  " + file + "\n")
          .collect(joining());
    }
  }

  @TestFactory
  Stream<DynamicTest> eachComponentIsUpToDate() {
    return Guests.ALL.stream()
        .flatMap(guests -> guests.manifest().stream())
        .map(guest -> dynamicTest(guest.name(), () -> assertUpToDate(guest)));
  }

  @TestFactory
  Stream<DynamicTest> manifestHasEveryComponent() {
    return Guests.ALL.stream()
        .map(
            guests ->
                dynamicTest(
                    guests.command(),
                    () ->
                        assertEquals(
                            guests.manifest().stream().map(Guest::componentFile).sorted().toList(),
                            guests.components(),
                            "components.sha256 and the components differ: run "
                                + guests.command())));
  }

  private static void assertUpToDate(Guest guest) {
    String remedy = ": run " + guest.all().command() + " " + guest.name();
    assertEquals(
        guest.sources(),
        hash(guest.sourceHashes().getBytes(UTF_8)),
        () -> "The sources of " + guest.name() + " changed since it was built" + remedy);
    assertEquals(
        guest.component(),
        hash(guest.all().read(guest.componentFile())),
        () -> guest.componentFile() + " is not what was built from the sources" + remedy);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java has SHA-256", e);
    }
  }
}
