package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import run.radicchio.component.ComponentException;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.core.endive.EndiveEngine;
import run.radicchio.component.definition.ComponentDefinition;
import run.radicchio.component.definition.Definition;

/** The components of {@code src/test/wat/component}, and short ways to read them. */
final class Components {
  private static final Path FOLDER = Path.of("src/test/wat/component");
  private static final CoreEngine ENGINE = new EndiveEngine(CodeStore.NONE);

  private Components() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name + ".wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> rules() {
    try {
      return Files.readAllLines(FOLDER.resolve("rules.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ComponentDefinition read(String name) {
    return read(bytes(name));
  }

  static ComponentDefinition read(byte[] bytes) {
    return ComponentReader.read(bytes, ENGINE);
  }

  /** The message with which bytes are refused. */
  static String problem(byte[] bytes) {
    return assertThrows(ComponentException.class, () -> read(bytes)).getMessage();
  }

  /** The definitions of one kind. */
  static <T extends Definition> List<T> all(ComponentDefinition component, Class<T> kind) {
    return component.definitions().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
