package run.radicchio.surface.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParseException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.surface.Key;
import run.radicchio.surface.KeyEvent;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.InputEvent;

final class InputJsonTest {
  private static InputEvent read(String json) {
    Fields fields = Fields.of(json);
    InputEvent event = InputJson.read(fields);
    fields.end();
    return event;
  }

  @Test
  void readsPointers() {
    PointerEvent event = new PointerEvent(12.5, -3);
    assertEquals(
        new InputEvent.PointerMove(event), read("{\"type\":\"pointer-move\",\"x\":12.5,\"y\":-3}"));
    assertEquals(
        new InputEvent.PointerDown(event), read("{\"type\":\"pointer-down\",\"x\":12.5,\"y\":-3}"));
    assertEquals(
        new InputEvent.PointerUp(event), read("{\"type\":\"pointer-up\",\"x\":12.5,\"y\":-3}"));
  }

  @Test
  void readsKeys() {
    assertEquals(
        new InputEvent.KeyDown(new KeyEvent(Key.KEY_A, "A", false, false, false, true)),
        read("{\"type\":\"key-down\",\"key\":\"KeyA\",\"text\":\"A\",\"shift\":true}"));
    assertEquals(
        new InputEvent.KeyUp(new KeyEvent(null, null, true, true, true, false)),
        read(
            "{\"type\":\"key-up\",\"key\":\"NoSuchKey\",\"alt\":true,\"ctrl\":true,\"meta\":true}"));
  }

  @Test
  void readsSizes() {
    assertEquals(
        new InputEvent.Resize(new ResizeEvent(600, 800)),
        read("{\"type\":\"resize\",\"width\":800,\"height\":600}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[]|expected one JSON object",
        "{} {}|expected one JSON object",
        "{}|`type`: expected a text, found nothing",
        "{\"type\":\"jump\"}|`type`: expected pointer-move, pointer-down, pointer-up, key-down,"
            + " key-up or resize, found jump",
        "{\"type\":\"pointer-move\",\"x\":\"1\",\"y\":2}|`x`: expected a number, found \"1\"",
        "{\"type\":\"pointer-move\",\"x\":1e999,\"y\":2}|`x`: expected a number, found one too large",
        "{\"type\":\"pointer-move\",\"x\":1,\"y\":2,\"z\":3}|unknown: z",
        "{\"type\":\"resize\",\"width\":0,\"height\":2}|`width`: expected a whole number from 1 to"
            + " 8192, found 0",
        "{\"type\":\"resize\",\"width\":1.5,\"height\":2}|`width`: expected a whole number from 1 to"
            + " 8192, found 1.5",
        "{\"type\":\"key-down\",\"shift\":1}|`shift`: expected true or false, found 1",
      })
  void saysWhatIsWrong(String json, String message) {
    assertEquals(message, assertThrows(JsonParseException.class, () -> read(json)).getMessage());
  }

  @Test
  void refusesLongTexts() {
    String json = "{\"type\":\"key-down\",\"text\":\"%s\"}".formatted("a".repeat(65));
    assertEquals(
        "`text`: expected 64 characters at most, found 65",
        assertThrows(JsonParseException.class, () -> read(json)).getMessage());
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThrows(JsonParseException.class, () -> Fields.of("{\"type\": key-down}"));
    assertThrows(JsonParseException.class, () -> Fields.of(""));
    assertThrows(JsonParseException.class, () -> Fields.of("{\"a\":".repeat(100)));
  }

  /** Texts of what events are made of. */
  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"type\"",
            "\"resize\"",
            "\"pointer-up\"",
            "\"x\"",
            "\"width\"",
            "1",
            "-1e99999999999999999999",
            "0x1",
            "1.",
            "true",
            "null",
            "\"",
            "\\u00",
            "\uD800",
            "'",
            "NaN",
            "//",
            "\0")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Property
  void whateverTheTextOnlyTheDocumentedErrorIsThrown(@ForAll("texts") String text) {
    try {
      assertNotNull(read(text));
    } catch (JsonParseException documented) {
      assertNotNull(documented.getMessage());
    }
  }

  @Property
  void anyTypeAndNumberToo(@ForAll("types") String type, @ForAll("numbers") String number) {
    whateverTheTextOnlyTheDocumentedErrorIsThrown(
        "{\"type\":\"%s\",\"x\":%s,\"y\":%s}".formatted(type, number, number));
    whateverTheTextOnlyTheDocumentedErrorIsThrown(
        "{\"type\":\"resize\",\"width\":%s,\"height\":%s}".formatted(number, number));
  }

  @Provide
  static Arbitrary<String> types() {
    return Arbitraries.of("pointer-move", "pointer-down", "pointer-up", "key-up", "");
  }

  @Provide
  static Arbitrary<String> numbers() {
    return Arbitraries.strings().withChars("0123456789.eE+-").ofMinLength(1).ofMaxLength(30);
  }

  @Test
  void everyKeyHasItsCode() {
    assertEquals("IntlBackslash", Key.INTL_BACKSLASH.code());
    assertEquals("NumpadMemoryAdd", Key.NUMPAD_MEMORY_ADD.code());
    assertEquals("F12", Key.F12.code());
    assertEquals("Digit0", Key.DIGIT0.code());
    Arrays.stream(Key.values()).forEach(key -> assertEquals(key, Key.ofCode(key.code())));
  }
}
