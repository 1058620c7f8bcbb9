package run.radicchio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import run.radicchio.component.CodeCache;
import run.radicchio.component.Component;
import run.radicchio.component.ComponentException;

/**
 * A component from where the user says it is.
 *
 * @param name what the user calls the file
 */
record ComponentFile(String name, Component component) {

  /**
   * Reads and checks a component.
   *
   * @param argument the path of a file; {@code -} for standard input
   * @param cache where compiled code is kept
   * @throws Failure if there is no such file, or no valid component in it
   */
  static ComponentFile load(String argument, CodeCache cache) {
    boolean standardInput = argument.equals("-");
    String name = standardInput ? "standard input" : argument;
    try {
      byte[] bytes = standardInput ? System.in.readAllBytes() : read(Path.of(argument));
      return new ComponentFile(name, Component.load(bytes, cache));
    } catch (IOException unreadable) {
      throw Failure.misuse("%s cannot be read: %s".formatted(name, unreadable), unreadable);
    } catch (ComponentException failure) {
      throw Failure.of(name, failure);
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.notExists(file)) {
      throw Failure.misuse(file + " does not exist");
    } else if (Files.isDirectory(file)) {
      throw Failure.misuse(file + " is a directory, not a component");
    }
    return Files.readAllBytes(file);
  }
}
