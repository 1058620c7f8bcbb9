package run.radicchio.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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

  /** Whose branches Jazzer looks at to reach others. */
  private static final List<String> INSTRUMENTED =
      List.of(
          "run.radicchio.component.**",
          "run.radicchio.streaming.**",
          "run.radicchio.surface.**",
          "com.google.gson.**");

  @ParameterizedTest
  @FieldSource("run.radicchio.fuzz.Target#ALL")
  void nothingIsFound(Target target) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.name());
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

  private static List<String> command(Target target, Path folder, Path corpus, Path seeds) {
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
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=" + String.join(File.pathSeparator, INSTRUMENTED),
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

  private static void writeSeeds(Target target, Path folder) throws IOException {
    List<byte[]> seeds = target.seeds().all();
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(folder.resolve(Integer.toString(i)), seeds.get(i));
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
