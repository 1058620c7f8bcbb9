package run.radicchio.component.guest;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import run.radicchio.component.Result;
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
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

/** Random values of any type, in the representation of tools. */
public final class RandomValues {
  private RandomValues() {}

  /** Any value of a type that WAVE can write. */
  public static Arbitrary<Object> of(ValType type) {
    return switch (type) {
      case NamedType named -> of(named.type());
      case PrimitiveType primitive -> primitives(primitive);
      case ListType list -> {
        Integer length = list.length();
        var elements = of(list.element()).list();
        yield (length == null ? elements.ofMaxSize(4) : elements.ofSize(length)).asGeneric();
      }
      case MapType map -> of(new ListType(new TupleType(List.of(map.key(), map.value()))));
      case TupleType tuple -> all(tuple.elements()).asGeneric();
      case RecordType record ->
          all(record.fields().stream().map(RecordType.Field::type).toList()).map(RecordValue::new);
      case VariantType variant ->
          Arbitraries.of(variant.cases())
              .flatMap(
                  one ->
                      one.type() == null
                          ? Arbitraries.just(new VariantValue(one.name(), null))
                          : of(one.type()).map(payload -> new VariantValue(one.name(), payload)));
      case EnumType enumeration -> Arbitraries.of(enumeration.names()).asGeneric();
      case FlagsType flags -> Arbitraries.subsetOf(flags.names()).asGeneric();
      case OptionType option -> of(option.element()).optional().asGeneric();
      case ResultType result ->
          Arbitraries.oneOf(
              result.ok() == null
                  ? Arbitraries.just(Result.ok(null))
                  : of(result.ok()).map(Result::ok),
              result.error() == null
                  ? Arbitraries.just(Result.err(null))
                  : of(result.error()).map(Result::err));
      default -> throw new IllegalArgumentException("not a type that WAVE can write: " + type);
    };
  }

  private static Arbitrary<List<Object>> all(List<ValType> types) {
    return Combinators.combine(types.stream().map(RandomValues::of).toList()).as(values -> values);
  }

  private static Arbitrary<Object> primitives(PrimitiveType type) {
    return switch (type) {
      case BOOL -> Arbitraries.of(true, false).asGeneric();
      case S8, U8 -> Arbitraries.bytes().asGeneric();
      case S16, U16 -> Arbitraries.shorts().asGeneric();
      case S32, U32 -> Arbitraries.integers().asGeneric();
      case S64, U64 -> Arbitraries.longs().asGeneric();
      case F32 -> Arbitraries.integers().map(Float::intBitsToFloat).asGeneric();
      case F64 -> Arbitraries.longs().map(Double::longBitsToDouble).asGeneric();
      case CHAR -> scalarValues().asGeneric();
      case STRING ->
          scalarValues()
              .list()
              .ofMaxSize(8)
              .map(
                  characters ->
                      characters.stream().map(Character::toString).collect(Collectors.joining()));
      case ERROR_CONTEXT -> throw new IllegalArgumentException("WAVE cannot write it");
    };
  }

  private static Arbitrary<Integer> scalarValues() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 0x7f),
        Arbitraries.integers().between(0, 0xd7ff),
        Arbitraries.integers().between(0xe000, Character.MAX_CODE_POINT));
  }
}
