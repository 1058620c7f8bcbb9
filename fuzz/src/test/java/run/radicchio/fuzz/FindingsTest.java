package run.radicchio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inputs that ended as they should not once: a folder a target. */
class FindingsTest {
  private static final Path FOLDER = Path.of("src/test/resources/run/radicchio/fuzz");

  @TestFactory
  Stream<DynamicTest> components() throws IOException {
    return tests("components", ComponentTarget::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> assembled() throws IOException {
    return tests("assembled", AssembledTarget::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> waves() throws IOException {
    return tests("waves", WaveTarget::fuzzerTestOneInput);
  }

  private static Stream<DynamicTest> tests(String name, Consumer<byte[]> target)
      throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
      List<Path> inputs = files.sorted().toList();
      return inputs.stream()
          .map(
              input ->
                  DynamicTest.dynamicTest(
                      input.getFileName().toString(),
                      () -> target.accept(Files.readAllBytes(input))));
    }
  }
}
