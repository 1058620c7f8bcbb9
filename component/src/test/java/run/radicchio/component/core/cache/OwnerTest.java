package run.radicchio.component.core.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class OwnerTest {
  @TempDir Path temporary;

  private Path folder(int mode) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("in").resolve("folder"));
    Files.setAttribute(folder, "unix:mode", mode);
    return folder;
  }

  private static void assertRefused(Path folder, Path because) {
    var e = assertThrows(AccessDeniedException.class, () -> Owner.check(folder));
    assertEquals(because.toString(), e.getFile());
  }

  @Test
  void theUserIsWhoOwnsWhatTheUserMakes() throws IOException {
    assertEquals(Files.getAttribute(temporary, "unix:uid"), Owner.effectiveUser());
    Owner.check(folder(0700));
    Owner.check(folder(0755));
  }

  @Test
  void aFolderThatOthersCanWriteToIsRefused() throws IOException {
    for (int mode : new int[] {0777, 0702, 0720, 01777}) {
      Path folder = folder(mode);
      assertRefused(folder, folder.toRealPath());
    }
  }

  @Test
  void aFolderThatOthersCanReplaceIsRefused() throws IOException {
    Path folder = folder(0700);
    Files.setAttribute(folder.getParent(), "unix:mode", 0777);
    assertRefused(folder, folder.getParent().toRealPath());
    Files.setAttribute(folder.getParent(), "unix:mode", 01777);
    Owner.check(folder);
  }

  @Test
  void aLinkIsAsGoodAsWhatItPointsTo() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder(0777));
    assertRefused(link, link.toRealPath());
    folder(0700);
    Owner.check(link);
  }

  @Test
  void anotherUsersFolderIsRefused() throws IOException {
    Path folder = folder(0700);
    int another = Owner.effectiveUser() + 1;
    var e = assertThrows(AccessDeniedException.class, () -> Owner.check(folder, another));
    assertTrue(e.getMessage().endsWith("it is of user " + Owner.effectiveUser()), e.getMessage());
  }
}
