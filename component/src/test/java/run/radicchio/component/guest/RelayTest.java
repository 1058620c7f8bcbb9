package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

/** Values of every type go through a guest to the host's own Java types, and back. */
class RelayTest {

  private static final ValuesHost HOST = new ValuesHost();
  private static final Instance RELAY =
      new Linker().add(new Types() {}).add(HOST.values()).instantiate(Guests.load("relay"));

  /** A function that returns what it is given, and what to give it. */
  record Given(ExportedFunction function, Object value) {}

  @AfterContainer
  static void close() {
    assertEquals(0, RELAY.handleCount());
    RELAY.close();
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
    assertEquals(given.value(), given.function().call(given.value()), given.function().name());
  }

  private static Object call(String name, Object... arguments) {
    return RELAY.function("radicchio:test/values#" + name).orElseThrow().call(arguments);
  }

  @Example
  void theHostSeesItsOwnTypes() {
    call("echo-shape", new VariantValue("pair", List.of((byte) 255, -1L)));
    assertEquals("OfPair[value=Pair[first=-1, second=-1]]", HOST.lastArgument());
    call("echo-access", Set.of("read", "execute"));
    assertEquals("[READ, EXECUTE]", HOST.lastArgument());
  }

  @Example
  void parametersThatFitFlatAndThatDoNot() {
    List<Object> numbers =
        new ArrayList<>(
            List.of((byte) 1, (byte) -2, (short) 3, (short) -4, 5, -6, 7L, -8L, 9f, 10.0));
    numbers.addAll(List.of((byte) 11, (short) 12, 13, 14L, 15f, 16.0));
    assertEquals(96.0, call("sum-sixteen", numbers.toArray()));
    numbers.add((byte) 17);
    assertEquals(113.0, call("sum-seventeen", numbers.toArray()));
  }

  @Example
  void exceptionsAreErrors() {
    assertEquals(Result.ok(3), call("divide", 6, 2));
    assertEquals(Result.err(new VariantValue("by-zero", null)), call("divide", 6, 0));
    assertEquals(Result.err(new VariantValue("inexact", 1)), call("divide", 7, 2));
    assertEquals(Result.err("no"), call("check", "no"));
    assertEquals(Result.err("blue"), call("accept", "blue", false));
    assertEquals(Result.err(null), call("confirm", false));
  }

  @Example
  void recordWithAnAbsentOption() {
    assertEquals(
        Result.ok(
            new RecordValue(
                List.of("g", List.of(), Optional.empty(), List.of(), List.of(), Set.of()))),
        call("find", "g"));
  }
}
