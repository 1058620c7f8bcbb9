package run.radicchio.component.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import run.radicchio.component.guest.RandomValues;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

class WavePropertyTest {
  private static final int DEPTH = 3;

  /** A value of a type. */
  record Typed(ValType type, Object value) {}

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBack(@ForAll("typed") Typed typed) {
    String text = Wave.print(typed.value(), typed.type());
    assertEquals(typed.value(), Wave.parse(text, typed.type()), text);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void textWithAMistakeIsAnotherValueOrRefused(
      @ForAll("typed") Typed typed, @ForAll @IntRange(max = 50) int place, @ForAll char mistake) {
    StringBuilder text = new StringBuilder(Wave.print(typed.value(), typed.type()));
    text.setCharAt(place % text.length(), mistake);
    Object value;
    try {
      value = Wave.parse(text.toString(), typed.type());
    } catch (WaveException e) {
      assertTrue(e.line() >= 1 && e.column() >= 1, e.getMessage());
      return;
    }
    assertEquals(value, Wave.parse(Wave.print(value, typed.type()), typed.type()));
  }

  @Provide
  Arbitrary<Typed> typed() {
    return types().flatMap(type -> RandomValues.of(type).map(value -> new Typed(type, value)));
  }

  @Provide
  Arbitrary<ValType> types() {
    return types(DEPTH);
  }

  private static Arbitrary<ValType> types(int depth) {
    Arbitrary<ValType> flat =
        Arbitraries.oneOf(
            Arbitraries.of(PrimitiveType.values())
                .filter(type -> type != PrimitiveType.ERROR_CONTEXT),
            names().map(EnumType::new),
            names().map(FlagsType::new));
    if (depth == 0) {
      return flat;
    }
    Arbitrary<ValType> inner = types(depth - 1);
    Arbitrary<Optional<ValType>> payload = inner.optional();
    return Arbitraries.oneOf(
        flat,
        inner.map(ListType::new),
        inner.flatMap(type -> Arbitraries.integers().between(1, 3).map(n -> new ListType(type, n))),
        inner.map(OptionType::new),
        inner.map(type -> new NamedType("name", type)),
        inner.list().ofMinSize(1).ofMaxSize(3).map(TupleType::new),
        Combinators.combine(inner, inner).as(MapType::new),
        Combinators.combine(payload, payload)
            .as((ok, error) -> new ResultType(ok.orElse(null), error.orElse(null))),
        named(inner, RecordType.Field::new, RecordType::new),
        named(
            payload,
            (name, type) -> new VariantType.Case(name, type.orElse(null)),
            VariantType::new));
  }

  private static <T, N> Arbitrary<ValType> named(
      Arbitrary<T> types, BiFunction<String, T, N> item, Function<List<N>, ValType> make) {
    return names()
        .flatMap(
            names ->
                types
                    .list()
                    .ofSize(names.size())
                    .map(
                        list ->
                            make.apply(
                                IntStream.range(0, names.size())
                                    .mapToObj(i -> item.apply(names.get(i), list.get(i)))
                                    .toList())));
  }

  private static Arbitrary<List<String>> names() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(3);
    return Arbitraries.oneOf(
            Arbitraries.of(Wave.KEYWORDS),
            word.map(last -> "a" + last),
            Combinators.combine(word, word).as((middle, last) -> "b" + middle + "-" + last))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
