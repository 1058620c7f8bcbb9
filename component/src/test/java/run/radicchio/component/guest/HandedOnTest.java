package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
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
import run.radicchio.component.guest.Sensors.Sensor;
import run.radicchio.component.guest.Sensors.SensorException;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

/** A component that exports what it imports: its callers have the host, in their own values. */
class HandedOnTest {
  private static final ValuesHost HOST = new ValuesHost();
  private static final Instance HANDED_ON =
      new Linker()
          .add(new Types() {})
          .add(HOST.values())
          .add(new SensorHost())
          .instantiate(Guests.load("hand-on"));
  private static final Values TYPED = HANDED_ON.exports(Values.class);
  private static final Sensors SENSORS = HANDED_ON.exports(Sensors.class);

  /** Values come from here as Java's own. */
  private static final Instance RELAY =
      new Linker().add(new Types() {}).add(TYPED).instantiate(Guests.load("relay"));

  /** A function that returns what it is given, and what to give it. */
  record Given(ExportedFunction function, Object value) {}

  @AfterContainer
  static void close() {
    assertEquals(0, HANDED_ON.handleCount());
    RELAY.close();
    HANDED_ON.close();
  }

  private static Arbitrary<Given> given(Instance instance) {
    List<ExportedFunction> functions =
        instance.functions().values().stream()
            .filter(function -> function.name().contains("#echo-"))
            .toList();
    return Arbitraries.of(functions)
        .flatMap(
            function ->
                RandomValues.of(function.type().parameterTypes().getFirst())
                    .map(value -> new Given(function, value)));
  }

  @Provide
  Arbitrary<Given> dynamic() {
    return given(HANDED_ON);
  }

  @Provide
  Arbitrary<Given> typed() {
    return given(RELAY);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void dynamicValuesGoInAndComeBack(@ForAll("dynamic") Given given) {
    assertEquals(given.value(), given.function().call(given.value()), given.function().name());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void typedValuesGoInAndComeBack(@ForAll("typed") Given given) {
    assertEquals(given.value(), given.function().call(given.value()), given.function().name());
  }

  private static ExportedFunction function(String name) {
    return HANDED_ON.function("radicchio:test/" + name).orElseThrow();
  }

  private static Object call(String name, Object... arguments) {
    return function("values#" + name).call(arguments);
  }

  @Example
  void theHostSeesItsOwnTypes() {
    call("echo-shape", new VariantValue("pair", List.of((byte) 255, -1L)));
    assertEquals("OfPair[value=Pair[first=-1, second=-1]]", HOST.lastArgument());
  }

  @Example
  void exceptionsAreErrors() throws Exception {
    assertEquals(Result.ok(3), call("divide", 6, 2));
    assertEquals(Result.err(new VariantValue("by-zero", null)), call("divide", 6, 0));
    assertEquals(Result.err(null), call("confirm", false));
    assertNull(call("nothing"));
    assertEquals(3, TYPED.divide(6, 2));
    assertEquals(
        new Types.DivisionError.Inexact(1),
        assertThrows(Values.DivisionException.class, () -> TYPED.divide(7, 2)).error());
    assertThrows(Values.NotFoundException.class, () -> TYPED.confirm(false));
    TYPED.nothing();
  }

  @Example
  void anArgumentThatIsNoneIsTheCallersMistake() {
    assertThrows(IllegalArgumentException.class, () -> call("echo-u8", "one"));
    assertThrows(IllegalArgumentException.class, () -> call("echo-words", List.of(1L)));
    assertThrows(IllegalArgumentException.class, () -> call("echo-char", 0xd800));
    CompletionException later =
        assertThrows(
            CompletionException.class, () -> function("values#echo-u8").callAsync("one").join());
    assertInstanceOf(IllegalArgumentException.class, later.getCause());
    assertEquals((byte) 1, call("echo-u8", (byte) 1));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Example
  void resourcesAreTheHostsOwn() {
    Sensor sensor = SENSORS.sensor("a");
    assertSame(sensor, SENSORS.pass(sensor));
    sensor.rename("b");
    assertEquals("b", sensor.name());
    assertEquals("b", function("sensors#[method]sensor.name").call(sensor));
    assertEquals("b+b", SENSORS.join(sensor, sensor));
    assertEquals("b", SENSORS.close(sensor));
    assertNull(SENSORS.open(""));
    assertEquals(Optional.empty(), function("sensors#open").call(""));
  }

  @Example
  void asyncFunctionsAndStreams() throws SensorException {
    assertEquals(3, join(SENSORS.add(1, 2)));
    assertEquals(3, join(SENSORS.addNow(1, 2)));
    assertEquals(3, function("sensors#add").call(1, 2));
    Sensor sensor = SENSORS.sensor("four");
    ExportedFunction read = function("sensors#[method]sensor.read");
    assertEquals(Result.ok(4.0), read.callAsync(sensor).join());
    assertEquals(4.0, join(sensor.read()));
    assertEquals(
        List.of("a", "b"),
        collect(SENSORS.children(List.of("a", "b"))).stream().map(Sensor::name).toList());
    Flow.Publisher<?> samples =
        (Flow.Publisher<?>) function("sensors#[method]sensor.samples").call(sensor, 2);
    assertEquals(
        List.of(
            new RecordValue(List.of(0, 0.0, Optional.of("four"))),
            new RecordValue(List.of(1, 0.5, Optional.empty()))),
        collect(samples));
  }

  private static <T> List<T> collect(Flow.Publisher<T> publisher) {
    List<T> items = new ArrayList<>();
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(T item) {
            items.add(item);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            all.complete(items);
          }
        });
    return all.join();
  }
}
