package run.radicchio.component.abi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/** Random types without handles. */
final class RandomTypes {
  private RandomTypes() {}

  /** Any type, of some depth at most. */
  static Arbitrary<ValType> ofDepth(int depth) {
    if (depth == 0) {
      return primitive();
    }
    Arbitrary<ValType> part = ofDepth(depth - 1);
    return Arbitraries.oneOf(
        primitive(),
        part.map(ListType::new),
        part.flatMap(
            element -> Arbitraries.integers().between(1, 5).map(n -> new ListType(element, n))),
        part.list().ofMinSize(1).ofMaxSize(5).map(TupleType::new),
        part.list().ofMinSize(1).ofMaxSize(5).map(RandomTypes::record),
        part.injectNull(0.3).list().ofMinSize(1).ofMaxSize(5).map(RandomTypes::variant),
        Arbitraries.of(1, 2, 5, 300).map(count -> new EnumType(names(count))),
        Arbitraries.integers().between(1, 32).map(count -> new FlagsType(names(count))),
        part.map(OptionType::new),
        Combinators.combine(part.injectNull(0.3), part.injectNull(0.3)).as(ResultType::new));
  }

  private static Arbitrary<ValType> primitive() {
    return Arbitraries.of(EnumSet.complementOf(EnumSet.of(PrimitiveType.ERROR_CONTEXT)))
        .map(type -> type);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  private static ValType record(List<ValType> types) {
    List<String> names = names(types.size());
    return new RecordType(
        IntStream.range(0, types.size())
            .mapToObj(i -> new RecordType.Field(names.get(i), types.get(i)))
            .toList());
  }

  private static ValType variant(List<ValType> payloads) {
    List<VariantType.Case> cases = new ArrayList<>();
    for (ValType payload : payloads) {
      cases.add(new VariantType.Case("n" + cases.size(), payload));
    }
    return new VariantType(cases);
  }
}
