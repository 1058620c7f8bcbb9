package run.radicchio.component.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UserFolderTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String HOME = ROOT.resolve("home").toString();

  private static @Nullable Path on(String system, String home, Map<String, String> variables) {
    Map<String, String> properties = new HashMap<>(Map.of("user.home", home, "os.name", system));
    return UserFolder.of(properties::get, variables::get);
  }

  @Test
  void itIsWhereTheSystemKeepsCaches() {
    assertEquals(ROOT.resolve("home/.cache/radicchio/code"), on("Linux", HOME, Map.of()));
    assertEquals(
        ROOT.resolve("home/Library/Caches/radicchio/code"), on("Mac OS X", HOME, Map.of()));
    Map<String, String> local = Map.of("LOCALAPPDATA", ROOT.resolve("local").toString());
    assertEquals(ROOT.resolve("local/radicchio/Cache/code"), on("Windows 11", HOME, local));
  }

  @Test
  void theUserCanMoveIt() {
    Map<String, String> moved = Map.of("XDG_CACHE_HOME", ROOT.resolve("xdg").toString());
    assertEquals(ROOT.resolve("xdg/radicchio/code"), on("Linux", HOME, moved));
    for (String ignored : new String[] {"", "relative"}) {
      assertEquals(
          ROOT.resolve("home/.cache/radicchio/code"),
          on("Linux", HOME, Map.of("XDG_CACHE_HOME", ignored)));
    }
  }

  @Test
  void withoutAHomeThereIsNone() {
    for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      assertNull(on(system, "?", Map.of()), system);
    }
  }
}
