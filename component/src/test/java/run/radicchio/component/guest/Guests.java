package run.radicchio.component.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import run.radicchio.component.Component;

/** The components that were built for tests. */
final class Guests {
  private Guests() {}

  /** The component of a name in {@code guests/tests}. */
  static Component load(String name) {
    try {
      return Component.load(Path.of("../guests/tests").resolve(name + ".wasm"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
