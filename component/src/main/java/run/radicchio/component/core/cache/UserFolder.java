package run.radicchio.component.core.cache;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a user's compiled code is kept, by the conventions of the operating system. */
public final class UserFolder {
  private UserFolder() {}

  /**
   * The folder of the user whose machine answers.
   *
   * @param property the value of a system property, or null
   * @param variable the value of an environment variable, or null
   * @return an absolute path; null where there is no such place
   */
  public static @Nullable Path of(
      UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> variable) {
    String system = String.valueOf(property.apply("os.name")).toLowerCase(Locale.ROOT);
    Path home = absolute(property.apply("user.home"));
    if (system.startsWith("windows")) {
      return in(absolute(variable.apply("LOCALAPPDATA")), "radicchio", "Cache", "code");
    } else if (system.startsWith("mac")) {
      return in(home, "Library", "Caches", "radicchio", "code");
    }
    Path caches = absolute(variable.apply("XDG_CACHE_HOME"));
    return in(caches != null ? caches : in(home, ".cache"), "radicchio", "code");
  }

  private static @Nullable Path in(@Nullable Path folder, String... names) {
    return folder == null ? null : folder.resolve(Path.of("", names));
  }

  private static @Nullable Path absolute(@Nullable String text) {
    Path path = text == null || text.isEmpty() ? null : Path.of(text);
    return path != null && path.isAbsolute() ? path : null;
  }
}
