package run.radicchio.component.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import run.radicchio.component.Component;

/** The components that these tests embed. */
final class TestGuests {
  static final Component WORDS = load("words");
  static final Component REPORT = load("report");
  static final Component GREEDY = load("greedy");
  static final Component RACE = load("race");
  static final Component SPIN = load("spin");

  private TestGuests() {}

  static Component load(String name) {
    try {
      return Component.load(Path.of("../guests/tests").resolve(name + ".wasm"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
