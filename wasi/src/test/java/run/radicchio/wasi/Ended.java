package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/** A run of a command, as it ended. */
record Ended(int status, String out, String err) {

  /** A guest that is committed. */
  static Component guest(String name) {
    try {
      return Component.load(Files.readAllBytes(Path.of("guests", name + ".wasm")));
    } catch (IOException e) {
      throw new AssertionError("the guest is committed", e);
    }
  }

  /** Runs a command. */
  static Ended of(Component command, Wasi.Builder given, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("commands"));
    arguments.addAll(List.of(words));
    Wasi wasi = given.arguments(arguments).stdout(out).stderr(err).build();
    try (Instance instance = wasi.addTo(new Linker()).instantiate(command)) {
      int status = wasi.run(instance);
      return new Ended(status, out.toString(UTF_8), err.toString(UTF_8));
    }
  }

  void printed(String expected) {
    assertEquals(new Ended(0, expected, ""), this);
  }
}
