package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.MalformedComponentException;

/** What is encoded in another way than Binary.md has, by what was expected where. */
class EncodingTest {
  /** A component of one section after others; each is a section's id, its size and contents. */
  private static byte[] component(String sections) {
    return HexFormat.of().parseHex("0061736d0d000100" + sections.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "0203 01 0200, core instance, 2, b",
    "0503 01 0200, instance, 2, b",
    "0604 01 010300, alias, 3, c",
    "0606 01 00100300 00, alias, 3, d",
    "0605 01 06000000, component export alias kind, 6, b",
    "0606 01 0005010000, core export alias kind, 5, c",
    "0605 01 01020000, component outer alias kind, 1, b",
    "0606 01 0000020000, component outer alias kind, 0, c",
    "0702 01 02, component defined type, 2, b",
    "0702 01 62, component defined type, 62, b",
    "0703 01 7062, component value type, 62, c",
    "0704 01 6b4000, component value type, 40, c",
    "0706 01 710101 6102, an optional type, 2, f",
    "0707 01 710101 610001, zero byte required, 1, 10",
    "0704 01 6a0200, an optional type, 2, c",
    "0703 01 6602, an optional type, 2, c",
    "0705 01 40000200, component function results, 2, d",
    "0705 01 40000101, number of results, 1, e",
    "0704 01 3f7f02, an optional destructor, 2, d",
    "0705 01 420105 00, component or instance type declaration, 5, d",
    "0705 01 420103 00, component or instance type declaration, 3, d",
    "0705 01 410105 00, component or instance type declaration, 5, d",
    "0303 01 6162, type definition, 61, b",
    "0304 01 006000, a subtype, 60, c",
    "0304 01 5f0162, a core value type, 62, d",
    "0305 01 5f017f02, mutability, 2, e",
    "0304 01 5f0165, a core value type, 65, d",
    "0305 01 5f016462, a heap type, 62, e",
    "0305 01 500104 00, type definition, 4, d",
    "0309 01 5001 0001610161 05, core external kind, 5, 12",
    "0309 01 5001 0001610161 10, core external kind: a type cannot be here, 10, 12",
    "030b 01 5001 0001610161 020800 00, the flags of limits, 8, 13",
    "030b 01 5001 0001610161 040100 00, the attribute of a tag, 1, 13",
    "030b 01 5001 0001610161 037f02 00, mutability, 2, 14",
    "0307 01 5001 02000100 00, outer alias kind: a func cannot be here, 0, e",
    "0307 01 5001 02100000 00, outer alias target, 0, f",
    "0802 01 07, canonical function, 7, b",
    "0802 01 2e, canonical function: `stream.forward` and `future.forward` are not supported, 2e, b",
    "0802 01 43, canonical function, 43, b",
    "0803 01 0001, canonical function lift, 1, c",
    "0803 01 0101, canonical function lower, 1, c",
    "0803 01 0602, async, 2, c",
    "0803 01 0c02, cancellable, 2, c",
    "0806 01 090100 01 0a, canonical option, a, f",
    "0a05 01 03016103, component name, 3, b",
    "0a06 01 000161 06 00, component external kind, 6, e",
    "0a07 01 000161 0002 00, component external kind, 2, f",
    "0a07 01 000161 0302 00, type bound, 2, f",
  })
  void aByteThatMeansNothing(String sections, String expected, String value, String offset) {
    var problem =
        assertThrows(MalformedComponentException.class, () -> Components.read(component(sections)));
    assertEquals(
        "invalid leading byte (0x%s) for %s (at offset 0x%s)".formatted(value, expected, offset),
        problem.getMessage());
  }

  /** Where no module type can be, encoders leave out the byte that marks a type as another. */
  @ParameterizedTest
  @ValueSource(strings = {"030a 01 5001 01 005000600000", "0309 01 5001 01 5000600000"})
  void aTypeThatIsNotFinalInAModuleType(String sections) {
    Components.read(component(sections));
  }
}
