package run.radicchio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inputs that ended as they should not once, in a folder for each target. */
class FindingsTest {
  private static final Path FOLDER = Path.of("src/test/resources/run/radicchio/fuzz");

  @TestFactory
  Stream<DynamicTest> findings() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> inputs = files.filter(Files::isRegularFile).sorted().toList();
      return inputs.stream().map(FindingsTest::test);
    }
  }

  private static DynamicTest test(Path input) {
    Path name = FOLDER.relativize(input);
    Target target = Target.of(name.getName(0).toString());
    return DynamicTest.dynamicTest(
        name.toString(), () -> target.call().with(Files.readAllBytes(input)));
  }
}
