package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
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

/** Values of every type go into a guest and come back. */
class EchoTest {
  private static final Instance ECHO = new Linker().instantiate(Guests.load("echo"));

  /** A function that returns what it is given, and what to give it. */
  record Echo(ExportedFunction function, Object value) {}

  @AfterContainer
  static void close() {
    assertEquals(0, ECHO.handleCount());
    ECHO.close();
  }

  @Provide
  Arbitrary<Echo> echoes() {
    List<ExportedFunction> functions =
        ECHO.functions().values().stream()
            .filter(function -> function.name().contains("#echo-"))
            .toList();
    return Arbitraries.of(functions)
        .flatMap(
            function ->
                RandomValues.of(function.type().parameterTypes().getFirst())
                    .map(value -> new Echo(function, value)));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whatGoesInComesBack(@ForAll("echoes") Echo echo) {
    assertEquals(echo.value(), echo.function().call(echo.value()), echo.function().name());
  }

  private static Object call(String name, Object... arguments) {
    return ECHO.function("radicchio:test/values#" + name).orElseThrow().call(arguments);
  }

  @Example
  void parametersThatFitFlatAndThatDoNot() {
    Object[] sixteen = {
      (byte) 1,
      (byte) -2,
      (short) 3,
      (short) -4,
      5,
      -6,
      7L,
      -8L,
      9f,
      10.0,
      (byte) 11,
      (short) 12,
      13,
      14L,
      15f,
      16.0
    };
    Object[] seventeen = java.util.Arrays.copyOf(sixteen, 17);
    seventeen[16] = (byte) 17;
    assertEquals(96.0, call("sum-sixteen", sixteen));
    assertEquals(113.0, call("sum-seventeen", seventeen));
  }

  @Example
  void resultsOfFunctions() {
    assertEquals(Result.ok(3), call("divide", 6, 2));
    assertEquals(Result.ok(null), call("confirm", true));
    assertEquals(Result.err(null), call("confirm", false));
    assertEquals(Optional.empty().isEmpty(), call("nothing") == null);
  }
}
