package run.radicchio.webgpu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import run.radicchio.component.text.WitPrinter;

/** The WIT that is derived from the contract is the proposal's. */
class DerivedWitTest {
  /** Of {@link #content} of the proposal's {@code webgpu.wit}, at 0.3.0-rc.2 as at 0.2.0-rc.2. */
  private static final String PROPOSAL =
      "962524cc77f4b21ea6a7f9e6b2d24194bd0b15db4e95ea93456a80fbb47dfbcf";

  private static final Pattern ORDERED = Pattern.compile("(record|variant|enum|flags) .*");

  private final String wit = WitPrinter.print(WebGpu.class);

  @Test
  void hasWhatTheProposalHas() throws NoSuchAlgorithmException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");

    byte[] digest = sha256.digest(String.join("\n", content(wit)).getBytes(UTF_8));

    assertEquals(PROPOSAL, HexFormat.of().formatHex(digest), () -> "another interface:\n" + wit);
  }

  @Test
  void hasAllFunctions() {
    assertEquals(
        33, Pattern.compile("^ *resource ", Pattern.MULTILINE).matcher(wit).results().count());
    assertEquals(2, Pattern.compile("constructor\\(").matcher(wit).results().count());
    assertEquals(226 + 1, Pattern.compile(": (async )?func\\(").matcher(wit).results().count());
  }

  @Test
  void isServedUnderBothVersions() {
    assertTrue(wit.startsWith("package wasi:webgpu@0.3.0-rc.2;"));
    assertEquals(content(wit), content(WitPrinter.print(WebGpu.class, "0.2.0-rc.2")));
  }

  /**
   * The lines of a WIT text with the block that they are in, and their place where that matters.
   */
  private static SortedSet<String> content(String wit) {
    SortedSet<String> content = new TreeSet<>();
    String block = "";
    int place = 0;
    for (String line : wit.lines().map(String::strip).toList()) {
      if (line.endsWith("{")) {
        block = line;
        place = 0;
      } else if (line.equals("}")) {
        block = "";
      } else if (!line.isEmpty() && !line.startsWith("package ")) {
        place++;
        content.add(block + (ORDERED.matcher(block).matches() ? place + " " : "") + line);
      }
    }
    return content;
  }
}
