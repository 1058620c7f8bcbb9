package run.radicchio.conformance.webgpu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is packed with this class: the suite's components, and its tables. */
final class Packed {
  private Packed() {}

  /** The names of the groups, in alphabetical order. */
  static List<String> groups() {
    return text("components.sha256")
        .lines()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  /** The component of a group. */
  static byte[] component(String group) {
    return bytes(group + ".wasm");
  }

  /** A table. */
  static String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  private static byte[] bytes(String name) {
    try (@Nullable InputStream file = Packed.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not beside " + Packed.class);
      }
      return file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
