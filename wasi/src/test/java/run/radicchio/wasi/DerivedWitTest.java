package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import run.radicchio.component.text.WitPrinter;

/**
 * The WIT that is derived from the interfaces is that of WASI. That was found with {@code
 * conformance/wit-identical}, and must be found again before a digest here is changed.
 */
class DerivedWitTest {
  private static final String P2_DIGEST =
      "2a1a2ce5411f0fc65190269a35d4adcf3fe68d6e97e79e6ae2efd2ca3195b29d";

  private static final Path GUESTS_WIT = Path.of("guests/wit/wasi.wit");

  /** All packages of a version, with what commands export. */
  private static String wit(String version, Class<?> run) {
    List<Class<?>> interfaces = new ArrayList<>(Wasi.interfaces());
    interfaces.add(run);
    return Pattern.compile("^package wasi:\\S+@" + Pattern.quote(version) + " \\{$.*?^}\\n", 40)
        .matcher(WitPrinter.print(interfaces))
        .results()
        .map(MatchResult::group)
        .collect(joining());
  }

  @Test
  void of2IsThatOfWasi() throws NoSuchAlgorithmException {
    String wit = wit(WasiVersion.P2, run.radicchio.wasi.p2.cli.Run.class);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(wit.getBytes(UTF_8));
    assertEquals(P2_DIGEST, HexFormat.of().formatHex(digest), () -> "another WIT:\n" + wit);
  }

  /** Guests are built from it, and it is compared with WASI's. */
  @Test
  void of3IsWhatGuestsAreBuiltFrom() throws IOException {
    assertEquals(
        wit(WasiVersion.P3, run.radicchio.wasi.p3.cli.Run.class),
        Files.readString(GUESTS_WIT),
        "The interfaces changed: put this into " + GUESTS_WIT + " and run wasi/guests/build");
  }
}
