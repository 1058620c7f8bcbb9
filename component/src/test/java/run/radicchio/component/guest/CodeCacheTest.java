package run.radicchio.component.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.component.CodeCache;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/** Components whose code is kept between processes, and shared within one. */
final class CodeCacheTest {
  private static final Path GUEST = Path.of("../guests/tests/command.wasm");

  @TempDir Path temporary;

  /** Loads a component with a cache, {@code user}, {@code none} or a folder, and calls it. */
  public static void main(String[] arguments) throws IOException {
    Component component =
        switch (arguments[0]) {
          case "user" -> Component.load(GUEST, CodeCache.ofUser());
          case "none" -> Component.load(GUEST);
          default -> Component.load(GUEST, CodeCache.in(Path.of(arguments[0])));
        };
    try (Instance instance = new Linker().instantiate(component)) {
      System.out.print(instance.function("answer").orElseThrow().call());
    }
  }

  /** Does the same in a process of its own, whose user has a home and caches here. */
  private String answerOfAProcess(Object cache) throws IOException {
    String classes =
        Stream.of(
                "target/test-classes",
                System.getProperty("jdk.module.path"),
                System.getProperty("java.class.path"))
            .filter(Objects::nonNull)
            .collect(joining(File.pathSeparator));
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.home=" + temporary,
            "-cp",
            classes,
            CodeCacheTest.class.getName(),
            cache.toString());
    process.environment().put("XDG_CACHE_HOME", temporary.toString());
    process.environment().put("LOCALAPPDATA", temporary.toString());
    process.redirectErrorStream(true);
    return new String(process.start().getInputStream().readAllBytes(), UTF_8);
  }

  /** The files of a folder, with when they were last read or written. */
  private static Map<Path, FileTime> filesIn(Path folder) throws IOException {
    Map<Path, FileTime> files = new HashMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : (Iterable<Path>) list::iterator) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  @Test
  void aSecondProcessFindsWhatTheFirstCompiled() throws IOException {
    Path folder = temporary.resolve("cache");
    assertEquals("42", answerOfAProcess(folder));
    FileTime past = FileTime.from(Instant.EPOCH);
    Map<Path, Object> keys = new HashMap<>();
    for (Path file : filesIn(folder).keySet()) {
      keys.put(file, Files.readAttributes(file, "*").get("fileKey"));
      Files.setLastModifiedTime(file, past);
    }
    assertFalse(keys.isEmpty());
    assertEquals("42", answerOfAProcess(folder));
    for (Map.Entry<Path, FileTime> file : filesIn(folder).entrySet()) {
      assertEquals(
          keys.get(file.getKey()), Files.readAttributes(file.getKey(), "*").get("fileKey"));
      assertNotEquals(past, file.getValue(), "it was not used");
    }
    assertEquals(keys.keySet(), filesIn(folder).keySet());
  }

  @Test
  void aDamagedCacheIsRepaired() throws IOException {
    Path folder = temporary.resolve("cache");
    assertEquals("42", answerOfAProcess(folder));
    Map<Path, byte[]> whole = new HashMap<>();
    for (Path file : filesIn(folder).keySet()) {
      whole.put(file, Files.readAllBytes(file));
      Files.write(file, new byte[] {1, 2, 3});
    }
    assertEquals("42", answerOfAProcess(folder));
    for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
      assertEquals(file.getValue().length, Files.size(file.getKey()));
    }
  }

  @Test
  void nothingIsKeptUnlessItIsAskedFor() throws IOException {
    assertEquals("42", answerOfAProcess("none"));
    assertEquals(List.of(), codeIn(temporary));
    assertEquals("42", answerOfAProcess("user"));
    assertNotEquals(List.of(), codeIn(temporary));
  }

  private static List<Path> codeIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".code")).toList();
    }
  }

  @Test
  void aCacheThatCannotBeUsedIsNoFailure() throws IOException {
    Path file = Files.createFile(temporary.resolve("a file"));
    assertEquals("42", answerOfAProcess(file));
    assertEquals(0, Files.size(file));
  }

  @Test
  void manyThreadsRunInstancesOfOneComponent() throws Exception {
    Component component = Guests.load("echo");
    List<Callable<Object>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String text = "text " + i;
      tasks.add(() -> echo(component, text));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Object>> results = threads.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        assertEquals("text " + i, results.get(i).get());
      }
    }
  }

  private static Object echo(Component component, String text) {
    try (Instance instance = new Linker().instantiate(component)) {
      return instance.function("radicchio:test/values#echo-string").orElseThrow().call(text);
    }
  }
}
