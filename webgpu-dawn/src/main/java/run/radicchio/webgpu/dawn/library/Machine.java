package run.radicchio.webgpu.dawn.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What this package asks of the machine it runs on, so that a test can answer for another one.
 *
 * @param property the value of a system property, or null
 * @param variable the value of an environment variable, or null
 */
record Machine(UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> variable) {

  static Machine current() {
    return new Machine(System::getProperty, System::getenv);
  }

  /** The operating system, in lower case: {@code linux}, {@code mac os x}, {@code windows 11}. */
  String system() {
    return lowerCase("os.name");
  }

  /** The processor architecture, in lower case: {@code amd64}, {@code aarch64}. */
  String architecture() {
    return lowerCase("os.arch");
  }

  /** The path in an environment variable; null where it is unset, empty or relative. */
  @Nullable Path pathIn(String name) {
    return absolute(variable.apply(name));
  }

  /** The user's home; null where the JVM knows none, as for a user id without a name. */
  @Nullable Path home() {
    return absolute(property.apply("user.home"));
  }

  /** Where to put what need not last. */
  Path temporary() {
    String folder = property.apply("java.io.tmpdir");
    return Path.of(folder == null ? "" : folder).toAbsolutePath();
  }

  private String lowerCase(String name) {
    String value = property.apply(name);
    return value == null ? "unknown" : value.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Path absolute(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    Path path = Path.of(text);
    return path.isAbsolute() ? path : null;
  }
}
