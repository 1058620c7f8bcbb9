package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Result;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;

/**
 * A guest that returns what it is given, called through a Java interface. Values of every type come
 * there as Java's own from a guest that has that interface for its host; what they are is known
 * from calls with dynamic values.
 */
class TypedEchoTest {
  private static final Instance ECHO = new Linker().instantiate(Guests.load("echo"));
  private static final Instance RELAY =
      new Linker()
          .add(new Types() {})
          .add(ECHO.exports(Values.class))
          .instantiate(Guests.load("relay"));

  /** A function, which both guests have, and what to give it. */
  record Given(ExportedFunction function, Object value) {}

  @AfterContainer
  static void close() {
    assertEquals(0, ECHO.handleCount());
    RELAY.close();
    ECHO.close();
  }

  @Provide
  Arbitrary<Given> given() {
    List<ExportedFunction> functions =
        RELAY.functions().values().stream()
            .filter(function -> function.name().contains("#echo-"))
            .toList();
    return Arbitraries.of(functions)
        .flatMap(
            function ->
                RandomValues.of(function.type().parameterTypes().getFirst())
                    .map(value -> new Given(function, value)));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whatGoesInComesBack(@ForAll("given") Given given) {
    String name = given.function().name();
    Object dynamic = ECHO.function(name).orElseThrow().call(given.value());
    assertEquals(dynamic, given.function().call(given.value()), name);
  }

  private static void assertSame(String name, Object... arguments) {
    String function = "radicchio:test/values#" + name;
    assertEquals(
        ECHO.function(function).orElseThrow().call(arguments),
        RELAY.function(function).orElseThrow().call(arguments),
        name);
  }

  @Example
  void errorsAndNothing() {
    assertSame("divide", 6, 2);
    assertSame("divide", 6, 0);
    assertSame("divide", 7, 2);
    assertSame("check", "yes");
    assertSame("check", "!no");
    assertSame("accept", "blue", true);
    assertSame("accept", "blue", false);
    assertSame("find", "g");
    assertSame("confirm", true);
    assertSame("confirm", false);
    assertSame("nothing");
    assertEquals(
        Result.err(new VariantValue("inexact", 1)),
        RELAY.function("radicchio:test/values#divide").orElseThrow().call(7, 2));
    assertEquals(List.of((byte) 1, 2L, "x"), fieldsOf("echo-tuple", (byte) 1, 2L, "x"));
  }

  private static Object fieldsOf(String name, Object... fields) {
    Object tuple =
        RELAY.function("radicchio:test/values#" + name).orElseThrow().call(List.of(fields));
    return tuple instanceof RecordValue(List<Object> values) ? values : tuple;
  }

  /** What a call copies out of a guest counts for that call alone. */
  @Example
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

  /** A tuple that takes short texts only. */
  @Tuple
  public record Brief(@Unsigned byte first, @Unsigned long second, String third) {
    public Brief {
      if (third.length() > 10) {
        throw new IllegalStateException("too long");
      }
    }
  }

  /** A function of the component whose result is told as a brief tuple. */
  @WitInterface("radicchio:test/values")
  public interface BriefValues {
    Brief echoTuple(Values.Triple v);
  }

  /** Else the guest's memory would be at its limit soon. */
  @Example
  void aResultThatIsNotTakenIsFreed() {
    StoreOptions options = StoreOptions.defaults().withMemoryLimit(8 << 20);
    Values.Triple big = new Values.Triple((byte) 1, 2, "x".repeat(100_000));
    try (Instance echo = new Linker().instantiate(Guests.load("echo"), new Store(options))) {
      BriefValues values = echo.exports(BriefValues.class);
      for (int i = 0; i < 200; i++) {
        IllegalStateException failure =
            assertThrows(IllegalStateException.class, () -> values.echoTuple(big));
        assertEquals("too long", failure.getMessage());
      }
      assertEquals(
          new Brief((byte) 1, 2, "short"),
          values.echoTuple(new Values.Triple((byte) 1, 2, "short")));
    }
  }
}
