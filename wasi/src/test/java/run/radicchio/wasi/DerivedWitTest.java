package run.radicchio.wasi;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.component.wit.WitInterface;

/**
 * The WIT that is derived from the interfaces is that of WASI, which guests are built from. That
 * was found with {@code conformance/wit-identical}, and must be found again before it is changed.
 */
class DerivedWitTest {
  private static final Path P2 = Path.of("guests/wit-p2/wasi.wit");
  private static final Path P3 = Path.of("guests/wit/wasi.wit");

  /** All packages of a version, with what commands export. */
  private static String wit(String version, Class<?> run) {
    List<Class<?>> interfaces = new ArrayList<>(Wasi.interfaces());
    interfaces.removeIf(java -> !isOf(version, java));
    interfaces.add(run);
    return Pattern.compile("^package wasi:\\S+@" + Pattern.quote(version) + " \\{$.*?^}\\n", 40)
        .matcher(WitPrinter.print(interfaces))
        .results()
        .map(MatchResult::group)
        .collect(joining());
  }

  private static boolean isOf(String version, Class<?> java) {
    return java.getAnnotation(WitInterface.class).versions()[0].equals(version);
  }

  @Test
  void of2IsWhatGuestsAreBuiltFrom() throws IOException {
    compare(wit(WasiVersion.P2, run.radicchio.wasi.p2.cli.Run.class), P2);
  }

  @Test
  void of3IsWhatGuestsAreBuiltFrom() throws IOException {
    compare(wit(WasiVersion.P3, run.radicchio.wasi.p3.cli.Run.class), P3);
  }

  private static void compare(String wit, Path file) throws IOException {
    assertEquals(
        wit,
        Files.readString(file),
        "The interfaces changed: put this into " + file + " and run wasi/guests/build");
  }
}
