package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformCommandTest {
  private static final Path COVERAGE = Path.of("../docs/coverage.md");

  @Test
  void theSuitePassesAndCoverageIsWhatIsDocumented(@TempDir Path folder) throws IOException {
    Path coverage = folder.resolve("coverage.md");
    Execution conform =
        Execution.of("conform", "--gpu", "software", "--coverage", coverage.toString());
    assertEquals(0, conform.exitCode(), conform::toString);
    assertEquals(
        withoutHost(coverage),
        withoutHost(COVERAGE),
        "write it: ./radicchio conform --gpu software --coverage docs/coverage.md");
  }

  private static String withoutHost(Path coverage) throws IOException {
    return Files.readString(coverage).replaceFirst("(?m)^Host: .*$", "");
  }

  @Test
  void oneGroupCanBeRun() {
    Execution conform = Execution.of("conform", "--gpu", "software", "buffers");
    assertEquals(0, conform.exitCode(), conform::toString);
    assertTrue(conform.out().startsWith("buffers: "), conform.out());
    assertEquals(2, conform.out().lines().count(), conform.out());
  }

  @Test
  void verboseShowsEachCase() {
    Execution conform = Execution.of("conform", "--verbose", "--gpu", "software", "buffers");
    assertTrue(conform.out().contains("\npassed gpu-buffer.size: "), conform.out());
  }

  @Test
  void aGroupThatIsNotThereIsMisuse() {
    Execution conform = Execution.of("conform", "teapots");
    assertEquals(2, conform.exitCode());
    assertTrue(
        conform.err().startsWith("radicchio: there is no group teapots; there is "), conform.err());
  }

  @Test
  void aGpuThatIsNotThereIsToldAsSuch() {
    Execution.of("conform", "--gpu", "a GPU of no such name")
        .failed(1, "radicchio: none of this machine's GPUs is meant by --gpu\n");
  }
}
