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

/**
 * The WIT that is derived from the interfaces is that of WASI. That was found with {@code
 * conformance/wit-identical}, and must be found again before a file is changed.
 */
class DerivedWitTest {
  private static final Path P2 = Path.of("guests/wit/p2/wasi.wit");
  private static final Path P3 = Path.of("guests/wit/wasi.wit");

  /** All packages of a version, with what components export. */
  private static String wit(String version, Class<?>... exported) {
    List<Class<?>> interfaces = new ArrayList<>(Wasi.interfaces());
    interfaces.addAll(List.of(exported));
    return Pattern.compile("^package wasi:\\S+@" + Pattern.quote(version) + " \\{$.*?^}\\n", 40)
        .matcher(WitPrinter.print(interfaces))
        .results()
        .map(MatchResult::group)
        .collect(joining());
  }

  private static void checkWhatGuestsAreBuiltFrom(String wit, Path file) throws IOException {
    assertEquals(
        wit,
        Files.readString(file),
        "The interfaces changed: put this into " + file + " and run wasi/guests/build");
  }

  @Test
  void of2IsWhatGuestsAreBuiltFrom() throws IOException {
    checkWhatGuestsAreBuiltFrom(
        wit(
            WasiVersion.P2,
            run.radicchio.wasi.p2.cli.Run.class,
            run.radicchio.wasi.p2.http.IncomingHandler.class),
        P2);
  }

  @Test
  void of3IsWhatGuestsAreBuiltFrom() throws IOException {
    checkWhatGuestsAreBuiltFrom(
        wit(
            WasiVersion.P3,
            run.radicchio.wasi.p3.cli.Run.class,
            run.radicchio.wasi.p3.http.Handler.class),
        P3);
  }
}
