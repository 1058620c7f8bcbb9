package run.radicchio.conformance.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A test of the suite.
 *
 * @param name its suite, by the folders that it is in, and its own, such as {@code
 *     rust/wasm32-wasip3/cli-env}
 * @param component the program
 */
record TestCase(String name, Path component, Specification specification) {
  private static final String COMPONENT = ".wasm";

  /** Whether a file is the program of a test. */
  static boolean isComponent(Path file) {
    return file.toString().endsWith(COMPONENT);
  }

  /**
   * The test of a program, whose specification lies beside it where it has one.
   *
   * @param folder where the suite is
   * @throws IOException if its specification cannot be read
   */
  static TestCase of(Path folder, Path component) throws IOException {
    Path json =
        component.resolveSibling(withoutEnding(component.getFileName().toString()) + ".json");
    return new TestCase(
        name(folder, component),
        component,
        Files.exists(json) ? Specification.read(json) : Specification.DEFAULT);
  }

  /** The name of the test of a program. */
  static String name(Path folder, Path component) {
    return withoutEnding(folder.relativize(component).toString().replace('\\', '/'));
  }

  private static String withoutEnding(String file) {
    return file.substring(0, file.length() - COMPONENT.length());
  }
}
