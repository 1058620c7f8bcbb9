package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.core.CoreModuleException.Kind;

/** What a module of a few bytes promises is not believed. */
class CountsTest {
  private static final String PREAMBLE = "0061736d01000000";

  /** A type section with a function type, and a function section with a function of it. */
  private static final String FUNCTION = "010401600000" + "03020100";

  private static CoreModuleException problem(String sections) {
    byte[] module = HexFormat.of().parseHex(PREAMBLE + sections);
    return assertThrows(CoreModuleException.class, () -> Modules.ENGINE.compile(module));
  }

  @ParameterizedTest
  @CsvSource({
    "a custom section's name, 0004ffffff0f",
    "types, 0104ffffff0f",
    "parameters, 01060160ffffff0f",
    "results, 0107016000ffffff0f",
    "fields, 0106015fffffff0f",
    "supertypes, 01060150ffffff0f",
    "types of a group, 0106014effffff0f",
    "a name of an import, 020501ffffff0f",
    "a name of an export, 070501ffffff0f",
    "elements, 090a01004123d2000bffff0f",
    "data, 0b080100412a0bffff0f",
    "passive data, 0b060101ffffff0f",
    "groups of locals, 0a080106ffffff0f0b00",
  })
  void moreThanThereIs(String what, String sections) {
    CoreModuleException problem = problem(sections);
    assertTrue(problem.getMessage().contains("unexpected end"), what + ": " + problem);
  }

  @Test
  void moreLocalsThanTheSizeOfTheModuleLets() {
    // A function with two groups, of 6000 locals each.
    CoreModuleException problem = problem(FUNCTION + "0a0a010802f02e7ff02e7e0b");
    assertEquals(Kind.UNSUPPORTED, problem.kind());
    assertEquals(
        "the module has too many locals: its functions together may have 10030",
        problem.getMessage());
    Modules.ENGINE.compile(HexFormat.of().parseHex(PREAMBLE + FUNCTION + "0a07010501f02e7f0b"));
  }

  @Test
  void moreElementsThanAnInstructionMayTake() {
    // In unreachable code, a hundred million elements of an array are on the stack.
    CoreModuleException problem =
        problem("01070260000" + "05e7f00" + "03020100" + "0a0c010a0000fb0801" + "80c2d72f0b");
    assertEquals(Kind.UNSUPPORTED, problem.kind());
    assertTrue(problem.getMessage().contains("10000 elements"), problem.getMessage());
  }

  @Test
  void whatIsNotConstant() {
    assertEquals(
        "not a valid core module: constant expression required",
        problem("0b0601000141000b").getMessage());
  }

  @Test
  void moreWordsThanJavaPasses() {
    // Two hundred parameters, then as many results, of i64.
    for (String type : List.of("c801" + "7e".repeat(200) + "00", "00c801" + "7e".repeat(200))) {
      CoreModuleException problem = problem("01cd01" + "0160" + type);
      assertEquals(Kind.UNSUPPORTED, problem.kind());
      assertTrue(problem.getMessage().contains("400 words"), problem.getMessage());
    }
  }

  @Test
  void namesThatAreNotThereOrNotInOrderAreLeftOut() {
    // A name section that begins with the name "m", then has what each of these says of functions.
    for (String functions :
        List.of("0106ffffff016100", "0105ffffff0f", "0107020101610001" + "62", "01ff")) {
      String contents = "046e616d65" + "0002016d" + functions;
      HexFormat hex = HexFormat.of();
      Modules.ENGINE.compile(
          hex.parseHex(
              PREAMBLE
                  + FUNCTION
                  + "0a040102000b"
                  + "00"
                  + hex.toHexDigits((byte) (contents.length() / 2))
                  + contents));
    }
  }
}
