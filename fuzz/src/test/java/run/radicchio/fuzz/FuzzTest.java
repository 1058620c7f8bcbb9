package run.radicchio.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lets Jazzer look for counterexamples, for a few seconds and from the same seed in a build;
 * longer, and from another one, where it is told to. What it has reached is kept for the next time.
 */
class FuzzTest {
  private static final String SECONDS = System.getProperty("radicchio.fuzz.seconds", "3");
  private static final Path FOLDER = Path.of("target/fuzz");
  private static final Path COMPONENTS = Path.of("../component/src/test/wat/component");

  @ParameterizedTest
  @ValueSource(classes = {ComponentTarget.class, AssembledTarget.class, WaveTarget.class})
  void nothingIsFound(Class<?> target) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.getSimpleName());
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
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
                "-max_total_time=" + SECONDS));
    if (System.getProperty("radicchio.fuzz.seconds") == null) {
      command.add("-seed=1");
    }
    command.add(corpus.toString());
    command.add(seeds.toString());
    return command;
  }

  /** What a target starts from: small components of the tests, and texts. */
  private static void writeSeeds(Class<?> target, Path folder) throws IOException {
    if (target == ComponentTarget.class) {
      for (String rule : Files.readAllLines(COMPONENTS.resolve("rules.txt"))) {
        String[] parts = rule.split("\t", 3);
        Files.write(folder.resolve("rule-" + parts[0]), HexFormat.of().parseHex(parts[2]));
      }
    } else if (target == WaveTarget.class) {
      for (int i = 0; i < WaveTarget.TYPES.size(); i++) {
        byte[] text =
            "?{a: 1, b: circle(0.5), ok: {x}}, \"\\u{1f}\", [('c', true)], some(1), ok("
                .getBytes(StandardCharsets.UTF_8);
        text[0] = (byte) i;
        Files.write(folder.resolve("type-" + i), text);
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
