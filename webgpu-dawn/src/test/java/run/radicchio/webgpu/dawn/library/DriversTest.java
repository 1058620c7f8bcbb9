package run.radicchio.webgpu.dawn.library;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DriversTest {
  @TempDir Path folder;

  /** A library that nobody else uses: a copy of one that every JDK has. */
  private String library(String name) throws IOException {
    Path any = Path.of(System.getProperty("java.home"), "lib", "libsyslookup.so");
    return Files.copy(any, folder.resolve(name)).toString();
  }

  @SuppressWarnings("restricted")
  private static void load(String library, Arena arena) {
    SymbolLookup.libraryLookup(Path.of(library), arena);
  }

  @Test
  void whatCameStaysWhenItIsUnloaded() throws IOException {
    String before = library("before.so");
    String driver = library("driver.so.1");
    String after = library("after.so");
    try (Arena arena = Arena.ofConfined()) {
      load(before, arena);
      Drivers drivers = Drivers.fromNowOn();
      load(driver, arena);
      drivers.stay();
      load(after, arena);
      assertTrue(Drivers.loaded().contains(after));
    }
    assertTrue(Drivers.loaded().contains(driver));
    assertFalse(Drivers.loaded().contains(before));
    assertFalse(Drivers.loaded().contains(after));
  }
}
