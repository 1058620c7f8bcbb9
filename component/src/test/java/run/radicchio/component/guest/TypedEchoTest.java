package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;

/** A guest that returns what it is given, called through a Java interface. */
class TypedEchoTest {

  /** What a call copies out of a guest counts for that call alone. */
  @Test
  void manyCallsCopyMoreThanTheLimit() {
    StoreOptions options = StoreOptions.defaults().withMemoryLimit(8 << 20);
    String text = "x".repeat(100_000);
    try (Instance echo = new Linker().instantiate(Guests.load("echo"), new Store(options))) {
      Values values = echo.exports(Values.class);
      for (int i = 0; i < 200; i++) {
        assertEquals(text, values.echoString(text));
      }
    }
  }
}
