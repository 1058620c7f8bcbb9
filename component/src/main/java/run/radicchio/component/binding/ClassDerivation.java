package run.radicchio.component.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.VariantType;
import run.radicchio.component.wit.Tuple;

/** Derives types from records, enums and sealed interfaces. */
final class ClassDerivation {
  private static final int MAXIMUM_FLAGS = 32;

  private final TypeDerivation types;

  ClassDerivation(TypeDerivation types) {
    this.types = types;
  }

  boolean isTuple(Class<?> java) {
    return java.isAnnotationPresent(Tuple.class);
  }

  Derived record(Class<?> java, Place place) {
    Place inside = place.in("record", java.getSimpleName());
    List<Derived> components = components(java, inside);
    List<RecordType.Field> fields = new ArrayList<>();
    for (RecordComponent component : java.getRecordComponents()) {
      String name = WitNames.ofCamelCase(component, component.getName(), inside);
      fields.add(new RecordType.Field(name, components.get(fields.size()).type()));
    }
    checkDistinct(fields.stream().map(RecordType.Field::name).toList(), inside);
    RecordType type = new RecordType(fields);
    return new Derived(
        type, new Binding.RecordOf(type, bindings(components), maker(java), parts(java), java));
  }

  Derived tuple(Class<?> java, Place place) {
    List<Derived> components = components(java, place.in("tuple", java.getSimpleName()));
    TupleType type = new TupleType(components.stream().map(Derived::type).toList());
    return new Derived(
        type, new Binding.RecordOf(type, bindings(components), maker(java), parts(java), java));
  }

  private List<Derived> components(Class<?> java, Place place) {
    if (java.getRecordComponents().length == 0) {
      throw place.error("a record without components is no WIT type; give it one");
    }
    return Arrays.stream(java.getRecordComponents())
        .map(
            component ->
                types.of(component.getAnnotatedType(), place.in("component", component.getName())))
        .toList();
  }

  private static List<Binding> bindings(List<Derived> derived) {
    return derived.stream().map(Derived::binding).toList();
  }

  Derived enumeration(Class<?> java, Place place) {
    Object[] constants = java.getEnumConstants();
    EnumType type = new EnumType(constantNames(java, place));
    return new Derived(
        type, new Binding.EnumOf(type, index -> constants[index], ClassDerivation::index, java));
  }

  Derived flags(Class<?> java, Place place) {
    List<String> names = constantNames(java, place);
    if (names.size() > MAXIMUM_FLAGS) {
      throw place.error(
          "%s has %d constants; flags are at most %d, make two sets of them"
              .formatted(java.getTypeName(), names.size(), MAXIMUM_FLAGS));
    }
    FlagsType type = new FlagsType(names);
    return new Derived(
        type,
        new Binding.FlagsOf(
            type,
            bits -> setOf(java, bits),
            set ->
                ((Collection<?>) set)
                    .stream().mapToInt(ClassDerivation::bit).reduce(0, (a, b) -> a | b),
            java));
  }

  @SuppressWarnings("EnumOrdinal") // a case is numbered by its place in the type, which is this
  private static int index(Object constant) {
    return ((Enum<?>) constant).ordinal();
  }

  private static int bit(Object constant) {
    return 1 << index(constant);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // `java` is an enum, only known at run time
  private static Set<?> setOf(Class<?> java, int bits) {
    Set set = EnumSet.noneOf((Class) java);
    for (Object constant : java.getEnumConstants()) {
      if ((bits & bit(constant)) != 0) {
        set.add(constant);
      }
    }
    return set;
  }

  private static List<String> constantNames(Class<?> java, Place place) {
    Place inside = place.in("enum", java.getSimpleName());
    List<String> names =
        Arrays.stream(java.getFields())
            .filter(Field::isEnumConstant)
            .map(constant -> WitNames.ofConstant(constant, constant.getName(), inside))
            .toList();
    if (names.isEmpty()) {
      throw inside.error("an enum without constants is no WIT type; give it one");
    }
    checkDistinct(names, inside);
    return names;
  }

  Derived variant(Class<?> java, Place place) {
    Place inside = place.in("variant", java.getSimpleName());
    List<Class<?>> records = List.of(java.getPermittedSubclasses());
    List<VariantType.Case> cases = new ArrayList<>();
    List<@Nullable Binding> payloads = new ArrayList<>();
    for (Class<?> record : records) {
      Derived payload = payload(record, inside);
      cases.add(
          new VariantType.Case(WitNames.ofClass(record, inside), TypeDerivation.type(payload)));
      payloads.add(TypeDerivation.binding(payload));
    }
    checkDistinct(cases.stream().map(VariantType.Case::name).toList(), inside);
    VariantType type = new VariantType(cases);
    List<Function<@Nullable Object[], Object>> makers =
        records.stream().map(ClassDerivation::maker).toList();
    List<Function<Object, @Nullable Object[]>> parts =
        records.stream().map(ClassDerivation::parts).toList();
    return new Derived(
        type,
        new Binding.VariantOf(
            type,
            payloads,
            (index, payload) ->
                makers
                    .get(index)
                    .apply(
                        payloads.get(index) == null
                            ? new @Nullable Object[0]
                            : new @Nullable Object[] {payload}),
            value -> records.indexOf(value.getClass()),
            value -> {
              int index = records.indexOf(value.getClass());
              return payloads.get(index) == null ? null : parts.get(index).apply(value)[0];
            },
            records));
  }

  private @Nullable Derived payload(Class<?> record, Place place) {
    if (!record.isRecord()) {
      throw place.error(
          record.getTypeName() + " is no record; a variant is a sealed interface of records only");
    }
    Members.checkAccessible(record, place);
    RecordComponent[] components = record.getRecordComponents();
    Place inside = place.in("case", record.getSimpleName());
    return switch (components.length) {
      case 0 -> null;
      case 1 -> types.of(components[0].getAnnotatedType(), inside);
      default ->
          throw inside.error(
              "a case has one payload at most; make a record of the "
                  + components.length
                  + " components");
    };
  }

  private static void checkDistinct(List<String> names, Place place) {
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw place.error(
            "two are `%s` in WIT; give one another name with @WitName".formatted(names.get(i)));
      }
    }
  }

  private static Function<@Nullable Object[], Object> maker(Class<?> record) {
    Constructor<?> constructor = Members.canonicalConstructor(record);
    return parts -> Members.construct(constructor, parts);
  }

  private static Function<Object, @Nullable Object[]> parts(Class<?> record) {
    List<Method> accessors =
        Arrays.stream(record.getRecordComponents()).map(RecordComponent::getAccessor).toList();
    return value -> {
      @Nullable Object[] parts = new Object[accessors.size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = Members.call(accessors.get(i), value);
      }
      return parts;
    };
  }
}
