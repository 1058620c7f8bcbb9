package run.radicchio.component.binding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

/** Bindings of types that no Java class stands for. */
public final class Bindings {
  private Bindings() {}

  /** The binding of a type whose values are those of {@link run.radicchio.component.value}. */
  public static Binding dynamic(ValType type) {
    return switch (type) {
      case NamedType named -> dynamic(named.type());
      case PrimitiveType primitive -> new Binding.Scalar(primitive);
      case ListType list -> new Binding.ListOf(list, dynamic(list.element()));
      case MapType map -> {
        TupleType entry = new TupleType(List.of(map.key(), map.value()));
        yield new Binding.ListOf(new ListType(entry), dynamic(entry));
      }
      case RecordType record ->
          new Binding.RecordOf(
              record,
              record.fields().stream().map(field -> dynamic(field.type())).toList(),
              fields -> new RecordValue(listOf(fields)),
              value -> ((RecordValue) value).fields().toArray(),
              null);
      case TupleType tuple ->
          new Binding.RecordOf(
              tuple,
              tuple.elements().stream().map(Bindings::dynamic).toList(),
              Bindings::listOf,
              value -> ((List<?>) value).toArray(),
              null);
      case VariantType variant -> variant(variant);
      case EnumType enumeration ->
          new Binding.EnumOf(
              enumeration,
              enumeration.names()::get,
              value -> indexOf(value, enumeration.names()),
              null);
      case FlagsType flags -> flags(flags);
      case OptionType option -> new Binding.OptionOf(option, dynamic(option.element()), true);
      case ResultType result ->
          new Binding.ResultOf(result, ofNullable(result.ok()), ofNullable(result.error()));
      case OwnType own -> new Binding.Own(own, null);
      case BorrowType borrow -> new Binding.BorrowOf(borrow, null);
      case StreamType stream -> new Binding.StreamOf(stream, ofNullable(stream.element()));
      case FutureType future -> new Binding.FutureOf(future, ofNullable(future.element()));
    };
  }

  private static @Nullable Binding ofNullable(@Nullable ValType type) {
    return type == null ? null : dynamic(type);
  }

  private static List<Object> listOf(@Nullable Object[] fields) {
    return List.of(fields);
  }

  private static Binding variant(VariantType type) {
    List<String> names = type.cases().stream().map(VariantType.Case::name).toList();
    List<@Nullable Binding> payloads = new ArrayList<>();
    for (VariantType.Case one : type.cases()) {
      payloads.add(ofNullable(one.type()));
    }
    return new Binding.VariantOf(
        type,
        payloads,
        (index, payload) -> new VariantValue(names.get(index), payload),
        value -> indexOf(((VariantValue) value).name(), names),
        value -> ((VariantValue) value).payload(),
        List.of());
  }

  private static Binding flags(FlagsType type) {
    List<String> names = type.names();
    return new Binding.FlagsOf(
        type,
        bits -> {
          Set<String> set = new LinkedHashSet<>();
          for (int i = 0; i < names.size(); i++) {
            if ((bits & 1 << i) != 0) {
              set.add(names.get(i));
            }
          }
          return set;
        },
        value ->
            ((Set<?>) value)
                .stream().mapToInt(name -> 1 << indexOf(name, names)).reduce(0, (a, b) -> a | b),
        null);
  }

  private static int indexOf(Object name, List<String> names) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "`%s` is none of %s".formatted(name, String.join(", ", names)));
    }
    return index;
  }
}
