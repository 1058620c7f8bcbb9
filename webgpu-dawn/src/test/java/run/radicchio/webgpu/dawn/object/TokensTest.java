package run.radicchio.webgpu.dawn.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects by number. */
class TokensTest {
  private final Tokens<String> tokens = new Tokens<>();

  @Test
  void eachIsFoundUntilItIsTakenOut() {
    Map<Long, String> added = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      added.put(tokens.add("object " + i), "object " + i);
    }
    assertEquals(100, added.size());
    added.forEach((token, object) -> assertEquals(object, tokens.get(token)));
    added.forEach((token, object) -> assertEquals(object, tokens.remove(token)));
    added.forEach((token, object) -> assertNull(tokens.get(token)));
  }

  @Test
  void oneThatComesLateFindsNothing() {
    long first = tokens.add("first");
    tokens.remove(first);
    long second = tokens.add("second");
    assertNotEquals(first, second);
    assertNull(tokens.get(first));
    assertNull(tokens.remove(first));
    assertEquals("second", tokens.get(second));
  }

  @Test
  void noneThatWasNeverGivenIsFound() {
    tokens.add("object");
    assertNull(tokens.get(0));
    assertNull(tokens.get(-1));
    assertNull(tokens.get(Long.MAX_VALUE));
  }
}
