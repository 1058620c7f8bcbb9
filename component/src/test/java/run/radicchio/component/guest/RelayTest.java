package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
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

  /** The types have no functions to implement. */
  private static final class TypesHost implements Types {}

  /** Returns what it is given, as {@code echo} functions do, and is told apart by the rest. */
  private static final class Echo implements InvocationHandler {
    private Object lastArgument = "none";

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().startsWith("echo")) {
        lastArgument = String.valueOf(arguments[0]);
        // A view of guest memory is valid during the call only.
        return arguments[0] instanceof ByteBuffer view ? copy(view) : arguments[0];
      }
      return switch (method.getName()) {
        case "sumSixteen", "sumSeventeen" -> sum(arguments);
        case "divide" -> divide((int) arguments[0], (int) arguments[1]);
        case "check" -> throw new Values.RejectedException((String) arguments[0]);
        case "accept" -> throw new Values.ColorException((Types.Color) arguments[0]);
        case "find" -> new Types.Group("g", List.of(), null, List.of(), List.of(), Set.of());
        case "confirm" -> throw new Values.NotFoundException();
        default -> null;
      };
    }

    private static ByteBuffer copy(ByteBuffer view) {
      return ByteBuffer.allocate(view.remaining()).put(view).flip();
    }

    private static double sum(Object[] numbers) {
      double sum = 0;
      for (Object number : numbers) {
        sum += ((Number) number).doubleValue();
      }
      return sum;
    }

    private static int divide(int a, int b) throws Values.DivisionException {
      if (b == 0) {
        throw new Values.DivisionException(new Types.DivisionError.ByZero());
      }
      if (a % b != 0) {
        throw new Values.DivisionException(new Types.DivisionError.Inexact(a % b));
      }
      return a / b;
    }
  }

  private static final Echo HOST = new Echo();
  private static final Instance RELAY =
      new Linker()
          .add(new TypesHost())
          .add(
              Proxy.newProxyInstance(
                  Values.class.getClassLoader(), new Class<?>[] {Values.class}, HOST))
          .instantiate(Guests.load("relay"));

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
    assertEquals("OfPair[value=Pair[first=-1, second=-1]]", HOST.lastArgument);
    call("echo-access", Set.of("read", "execute"));
    assertEquals("[READ, EXECUTE]", HOST.lastArgument);
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
