package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.component.Trap;

/**
 * A guest uses handles that it has no more, or never had. It traps, and what it had open is closed.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttackByHandleTest {
  @TempDir Path folder;

  @BeforeEach
  void give() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    Files.createDirectories(folder.resolve("directory/below"));
  }

  @AfterEach
  void nothingStaysOpen() throws Exception {
    Attacker.awaitNothingOpenBelow(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "P2, descriptor-after-drop, UNKNOWN_HANDLE",
    "P2, dropped-twice, UNKNOWN_HANDLE",
    "P2, input-after-drop, UNKNOWN_HANDLE",
    "P2, output-after-drop, UNKNOWN_HANDLE",
    "P2, entries-after-drop, UNKNOWN_HANDLE",
    "P2, socket-after-drop, UNKNOWN_HANDLE",
    "P2, pollable-after-drop, UNKNOWN_HANDLE",
    "P2, pollable-dropped-twice, UNKNOWN_HANDLE",
    "P2, poll-with-one-dropped, UNKNOWN_HANDLE",
    "P2, other-kind, WRONG_HANDLE_TYPE",
    "P2, other-kind-dropped, WRONG_HANDLE_TYPE",
    "P2, never-given, UNKNOWN_HANDLE",
    "P2, zero, UNKNOWN_HANDLE",
    "P2, largest, UNKNOWN_HANDLE",
    "P3, descriptor-after-drop, UNKNOWN_HANDLE",
    "P3, dropped-twice, UNKNOWN_HANDLE",
    "P3, input-after-drop, UNKNOWN_HANDLE",
    "P3, input-dropped-twice, UNKNOWN_HANDLE",
    "P3, end-after-drop, UNKNOWN_HANDLE",
    "P3, output-after-drop, WRONG_HANDLE_TYPE",
    "P3, socket-after-drop, UNKNOWN_HANDLE",
    "P3, set-after-drop, UNKNOWN_HANDLE",
    "P3, wait-with-one-dropped, UNKNOWN_HANDLE",
    "P3, subtask-dropped-early, SUBTASK_NOT_RESOLVED",
    "P3, other-kind, WRONG_HANDLE_TYPE",
    "P3, other-kind-dropped, WRONG_HANDLE_TYPE",
    "P3, never-given, UNKNOWN_HANDLE",
    "P3, zero, UNKNOWN_HANDLE",
    "P3, largest, UNKNOWN_HANDLE"
  })
  void traps(Attacker attacker, String attack, Trap.Kind kind) {
    assertEquals(kind, attacker.trap(Attacker.given(folder), "handle", attack));
  }

  @Test
  void whatIsLeftOfThingsThatAreDroppedWorks() throws Exception {
    assertEquals(
        List.of("write: ok", "read: ok", "list: ok", "3 ready"),
        Attacker.P2.attack(Attacker.given(folder), "dropped-parents"));
    assertEquals("text more", Files.readString(folder.resolve("file")));
    assertEquals(
        List.of("write: ok", "14 read, 1 listed", "read: ok", "list: ok", "read nothing: ok"),
        Attacker.P3.attack(Attacker.given(folder), "dropped-parents"));
    assertEquals("text more more", Files.readString(folder.resolve("file")));
  }
}
