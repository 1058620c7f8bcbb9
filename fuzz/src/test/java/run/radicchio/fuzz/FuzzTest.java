package run.radicchio.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lets Jazzer look for counterexamples, for a few seconds and from the same seed in a build;
 * longer, and from another one, where it is told to: then what it reaches is kept for the next
 * time.
 */
class FuzzTest {
  /** How long each target runs, where that is said. */
  private static final @Nullable String SECONDS = System.getProperty("radicchio.fuzz.seconds");

  private static final String SECONDS_OF_BUILD = "2";
  private static final Path FOLDER = Path.of("target/fuzz");
  private static final Path COMPONENTS = Path.of("../component/src/test/wat/component");
  private static final Path MODULES = Path.of("../component/src/test/wat/core");

  /** The beginning of much that can be written. */
  private static final String TEXT =
      "f({a: 1, b: circle(0.5), ok: {x}}, \"\\u{1f}\", [('c', true)], some(-1e9), ok(err), %none)";

  @ParameterizedTest
  @ValueSource(
      classes = {
        ComponentTarget.class,
        ModuleTarget.class,
        AssembledTarget.class,
        WaveTarget.class
      })
  void nothingIsFound(Class<?> target) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.getSimpleName());
    Path corpus =
        SECONDS == null
            ? Files.createTempDirectory(Files.createDirectories(folder), "corpus")
            : Files.createDirectories(folder.resolve("corpus"));
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    writeSeeds(target, seeds);
    Path log = folder.resolve("log.txt");
    int exit =
        new ProcessBuilder(command(target, folder, corpus, seeds))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertEquals(
        0,
        exit,
        () ->
            "Jazzer found what should not be: make it small, correct it, and keep it in"
                + " src/test/resources. The input is in %s, and %s says:%n%s"
                    .formatted(folder, log, read(log)));
  }

  private static List<String> command(Class<?> target, Path folder, Path corpus, Path seeds) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:-DontCompileHugeMethods",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=run.radicchio.component.**",
                // What else it watches allocates, which is measured.
                "--trace=cov",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
                "-artifact_prefix=" + folder + "/",
                "-rss_limit_mb=6000",
                "-timeout=30",
                "-max_total_time=" + (SECONDS == null ? SECONDS_OF_BUILD : SECONDS)));
    if (SECONDS == null) {
      command.add("-seed=1");
    }
    command.add(corpus.toString());
    command.add(seeds.toString());
    return command;
  }

  /** What a target starts from: small components and modules of the tests, choices and texts. */
  private static void writeSeeds(Class<?> target, Path folder) throws IOException {
    if (target == ComponentTarget.class) {
      for (String rule : Files.readAllLines(COMPONENTS.resolve("rules.txt"))) {
        String[] parts = rule.split("\t", 3);
        Files.write(folder.resolve("rule-" + parts[0]), HexFormat.of().parseHex(parts[2]));
      }
    } else if (target == ModuleTarget.class) {
      copySmall(MODULES, folder);
    } else if (target == AssembledTarget.class) {
      for (int i = 0; i < 5; i++) {
        byte[] choices = new byte[300];
        new Random(i).nextBytes(choices);
        Files.write(folder.resolve("choices-" + i), choices);
      }
    } else {
      for (int i = 0; i < WaveTarget.TYPES.size(); i++) {
        Files.write(folder.resolve("type-" + i), WaveTarget.input(i, TEXT));
      }
    }
  }

  private static void copySmall(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".wasm")).toList()) {
        if (Files.size(file) < 1000) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static String read(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
