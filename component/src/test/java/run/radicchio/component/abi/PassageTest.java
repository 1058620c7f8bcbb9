package run.radicchio.component.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import run.radicchio.component.adapter.PassageAdapter;
import run.radicchio.component.binding.Bindings;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;
import run.radicchio.component.guest.RandomValues;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;

/**
 * What an adapter copies from guest to guest is what the codecs read on the other side, for any
 * types and values.
 */
class PassageTest {

  /** A function, and values for its parameters and its result. */
  record Given(
      FuncType type,
      boolean async,
      boolean taskReturn,
      StringEncoding caller,
      StringEncoding callee,
      List<Object> arguments,
      Object result) {}

  @Provide
  Arbitrary<Given> calls() {
    return Combinators.combine(
            RandomTypes.ofDepth(2).list().ofMaxSize(5),
            RandomTypes.ofDepth(3),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(StringEncoding.class),
            Arbitraries.of(StringEncoding.class))
        .flatAs(PassageTest::calls);
  }

  private static Arbitrary<Given> calls(
      List<ValType> parameters,
      ValType result,
      boolean async,
      boolean taskReturn,
      StringEncoding caller,
      StringEncoding callee) {
    FuncType type =
        new FuncType(
            true,
            IntStream.range(0, parameters.size())
                .mapToObj(i -> new FuncType.Parameter("p" + i, parameters.get(i)))
                .toList(),
            result);
    return Combinators.combine(
            Combinators.combine(parameters.stream().map(RandomValues::of).toList())
                .as(values -> values),
            RandomValues.of(result))
        .as(
            (arguments, value) ->
                new Given(type, async, taskReturn, caller, callee, arguments, value));
  }

  /** Stands for the callee's core function, and keeps what it is called with. */
  private static final class Core {
    private long[] arguments = {};

    MethodHandle handle(List<Class<?>> parameters) throws ReflectiveOperationException {
      MethodHandle keep =
          MethodHandles.lookup()
              .bind(this, "keep", MethodType.methodType(long.class, Object[].class));
      return keep.asCollector(Object[].class, parameters.size())
          .asType(MethodType.methodType(long.class, parameters));
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    long keep(Object[] given) {
      arguments = Arrays.stream(given).mapToLong(Core::bits).toArray();
      return 7;
    }

    private static long bits(Object number) {
      return switch (number) {
        case Integer value -> Integer.toUnsignedLong(value);
        case Float value -> Integer.toUnsignedLong(Float.floatToRawIntBits(value));
        case Double value -> Double.doubleToRawLongBits(value);
        default -> (Long) number;
      };
    }
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void argumentsArrive(@ForAll("calls") Given given) throws ReflectiveOperationException {
    FakeGuest caller = new FakeGuest(given.caller());
    FakeGuest callee = new FakeGuest(given.callee());
    PassageAdapter.Halves adapter = halves(given);
    Core core = new Core();
    List<Class<?>> parameters =
        new ArrayList<>(
            run.radicchio.component.core.CoreExtern.Function.methodType(
                    new run.radicchio.component.validation.Flattening()
                        .lift(given.type(), true, true))
                .parameterList());
    long bits =
        adapter.start(
            caller.context,
            callerArguments(given, caller),
            callee.context,
            core.handle(parameters));
    assertEquals(7, bits);
    assertEquals(given.arguments(), calleeArguments(given, callee.context, core.arguments));
  }

  private static Object calleeArguments(Given given, Context callee, long[] flat) {
    if (given.arguments().isEmpty()) {
      return List.of();
    }
    Codec tuple = tuple(given);
    return tuple.layout().flat().size() > 16
        ? tuple.load(callee, flat[0])
        : tuple.lift(callee, new Flat(flat));
  }

  private static Codec tuple(Given given) {
    return Codecs.of(Bindings.dynamic(new TupleType(given.type().parameterTypes())), false);
  }

  /** What the caller's core function is called with, its result pointer last. */
  private static long[] callerArguments(Given given, FakeGuest caller) {
    Codec tuple = tuple(given);
    int max = given.async() ? 4 : 16;
    long[] flat = new long[Math.min(tuple.layout().flat().size(), max) + 1];
    if (tuple.layout().flat().size() > max) {
      flat = new long[2];
      flat[0] = caller.context.allocate(tuple.layout().alignment(), tuple.size());
      tuple.store(caller.context, given.arguments(), flat[0]);
    } else if (!given.arguments().isEmpty()) {
      tuple.lower(caller.context, given.arguments(), new Flat(flat));
    }
    Layout result = Layout.of(given.type().result());
    flat[flat.length - 1] = caller.context.allocate(result.alignment(), result.size());
    return flat;
  }

  private static PassageAdapter.Halves halves(Given given) {
    return (PassageAdapter.Halves) PassageAdapter.of(given.type(), given.async(), given.type());
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void resultsArrive(@ForAll("calls") Given given) {
    FakeGuest caller = new FakeGuest(given.caller());
    FakeGuest callee = new FakeGuest(given.callee());
    Codec codec = Codecs.of(Bindings.dynamic(given.type().result()), false);
    int max = given.taskReturn() ? 16 : 1;
    long[] gives = new long[Math.min(codec.layout().flat().size(), max)];
    if (codec.layout().flat().size() > max) {
      gives[0] = callee.context.allocate(codec.layout().alignment(), codec.size());
      codec.store(callee.context, given.result(), gives[0]);
    } else {
      codec.lower(callee.context, given.result(), new Flat(gives));
    }
    long[] flat = callerArguments(given, caller);
    long bits =
        halves(given).resolve(callee.context, gives, given.taskReturn(), caller.context, flat);
    Object arrived =
        codec.layout().flat().size() > (given.async() ? 0 : 1)
            ? codec.load(caller.context, flat[flat.length - 1])
            : codec.lift(caller.context, new Flat(new long[] {bits}));
    assertEquals(given.result(), arrived);
  }
}
