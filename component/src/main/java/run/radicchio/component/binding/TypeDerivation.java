package run.radicchio.component.binding;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.WitResource;

/**
 * Derives types from the Java types of parameters, results and record components, by the table in
 * {@link run.radicchio.component.wit}.
 *
 * <p>In: a Java type with its annotations. Out: its {@link Derived}; the named types in it are
 * declared in the scope.
 */
final class TypeDerivation {
  /** A function that copies bytes to where they are wanted. */
  private static final String DEFERRED_BYTES =
      "java.util.function.Function<"
          + "java.util.function.IntFunction<java.nio.ByteBuffer>, java.nio.ByteBuffer>";

  private static final String SEE =
      "; package run.radicchio.component.wit has the table of types that do";

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          boolean.class, Boolean.class,
          byte.class, Byte.class,
          short.class, Short.class,
          int.class, Integer.class,
          long.class, Long.class,
          float.class, Float.class,
          double.class, Double.class);

  private static final Map<Class<?>, PrimitiveType> SIGNED =
      Map.of(
          Boolean.class, PrimitiveType.BOOL,
          Byte.class, PrimitiveType.S8,
          Short.class, PrimitiveType.S16,
          Integer.class, PrimitiveType.S32,
          Long.class, PrimitiveType.S64,
          Float.class, PrimitiveType.F32,
          Double.class, PrimitiveType.F64,
          String.class, PrimitiveType.STRING);

  private static final Map<Class<?>, PrimitiveType> UNSIGNED =
      Map.of(
          Byte.class, PrimitiveType.U8,
          Short.class, PrimitiveType.U16,
          Integer.class, PrimitiveType.U32,
          Long.class, PrimitiveType.U64);

  private static final Set<Class<?>> NUMBERS =
      Set.of(byte.class, short.class, int.class, long.class, float.class, double.class);

  private final TypeScope scope;
  private final ClassDerivation classes = new ClassDerivation(this);

  TypeDerivation(TypeScope scope) {
    this.scope = scope;
  }

  /** The type of a use of a Java type. */
  Derived of(AnnotatedType java, Place place) {
    if (!java.isAnnotationPresent(Nullable.class)) {
      return present(java, place);
    }
    if (java.getType() instanceof Class<?> type && type.isPrimitive()) {
      throw place.error(
          "@Nullable %s can never be null; write @Nullable %s"
              .formatted(type, BOXES.get(type).getSimpleName()));
    }
    return option(present(java, place), false);
  }

  /** The type of something that may be nothing: null for {@code void} and {@code Void}. */
  @Nullable Derived ofResult(AnnotatedType java, Place place) {
    return java.getType() == void.class || java.getType() == Void.class ? null : of(java, place);
  }

  /** What a stream or future gives: nothing that is lent for a call. */
  private @Nullable Derived unlent(AnnotatedType element, Place place) {
    Derived derived = ofResult(element, place);
    Borrows.reject(derived, place);
    return derived;
  }

  /** The type of a class that is named as such: an alias's, or one of {@code types()}. */
  Derived of(Class<?> java, Place place) {
    return java.isAnnotationPresent(TypeAlias.class)
        ? alias(java, place)
        : unannotated(java, Set.of(), place);
  }

  /** The resource type of a Java interface. */
  ResourceType resource(Class<?> java, Place place) {
    if (!java.isAnnotationPresent(WitResource.class)
        || !java.isInterface()
        || !AutoCloseable.class.isAssignableFrom(java)) {
      throw place.error(
          java.getTypeName()
              + " is no resource; make it an interface marked @WitResource that extends"
              + " AutoCloseable");
    }
    Members.checkAccessible(java, place);
    return scope.resource(java, place);
  }

  private Derived present(AnnotatedType java, Place place) {
    Set<Marker> markers = Marker.on(java);
    Class<? extends Annotation> alias = aliasOn(java, place);
    if (alias != null) {
      return aliased(java, alias, markers, place);
    }
    return switch (java) {
      case AnnotatedArrayType array -> {
        allow(markers, array.getType(), place);
        yield array(array, place);
      }
      case AnnotatedParameterizedType generic -> generic(generic, markers, place);
      case AnnotatedType plain when plain.getType() instanceof Class<?> type ->
          unannotated(type, markers, place);
      default -> throw unmappable(java.getType(), "write a class or interface", place);
    };
  }

  private static @Nullable Class<? extends Annotation> aliasOn(AnnotatedElement java, Place place) {
    List<? extends Class<? extends Annotation>> aliases =
        Arrays.stream(java.getAnnotations())
            .map(Annotation::annotationType)
            .filter(annotation -> annotation.isAnnotationPresent(TypeAlias.class))
            .toList();
    if (aliases.size() > 1) {
      throw place.error(
          "%s are both names of types; keep one"
              .formatted(
                  aliases.stream()
                      .map(alias -> "@" + alias.getSimpleName())
                      .collect(Collectors.joining(" and "))));
    }
    return aliases.isEmpty() ? null : aliases.getFirst();
  }

  private Derived aliased(
      AnnotatedType java, Class<? extends Annotation> alias, Set<Marker> markers, Place place) {
    Class<?> target = alias.getAnnotation(TypeAlias.class).value();
    if (java.getType() != target && java.getType() != BOXES.get(target)) {
      throw place.error(
          "@%s names %s and is on %s; put it on %s"
              .formatted(
                  alias.getSimpleName(),
                  target.getTypeName(),
                  java.getType().getTypeName(),
                  target.getTypeName()));
    }
    if (target.isAnnotationPresent(WitResource.class)
        && EnumSet.of(Marker.BORROW).containsAll(markers)) {
      return resourceAlias(alias, target, markers.contains(Marker.BORROW), place);
    } else if (!markers.isEmpty()) {
      throw place.error(
          "%s is beside @%s, which says it all; put it on the alias"
              .formatted(markers.iterator().next(), alias.getSimpleName()));
    }
    return alias(alias, place);
  }

  private Derived alias(Class<?> alias, Place place) {
    Place inside = place.in("alias", alias.getSimpleName());
    Class<?> target = alias.getAnnotation(TypeAlias.class).value();
    if (target.isAnnotationPresent(WitResource.class)) {
      return resourceAlias(alias, target, false, inside);
    }
    return scope.named(alias, () -> meaning(alias, target, inside), place);
  }

  private Derived resourceAlias(Class<?> alias, Class<?> java, boolean borrowed, Place place) {
    return handle(scope.resource(alias, java, place), java, borrowed);
  }

  /** What an alias stands for: a type, or where it is marked with another alias that one. */
  private Derived meaning(Class<?> alias, Class<?> target, Place place) {
    Class<? extends Annotation> other = aliasOn(alias, place);
    return other == null ? unannotated(target, Marker.on(alias), place) : alias(other, place);
  }

  private Derived array(AnnotatedArrayType array, Place place) {
    AnnotatedType element = array.getAnnotatedGenericComponentType();
    if (!(element.getType() instanceof Class<?> number) || !NUMBERS.contains(number)) {
      throw notNumbers(element.getType(), place);
    }
    Place inside = place.in("element of", array.getType().getTypeName());
    if (number == byte.class && aliasOn(element, inside) == null) {
      allow(Marker.on(element), number, inside, Marker.UNSIGNED);
      return numericList(PrimitiveType.U8, byte[].class, place);
    }
    return numericList(of(element, inside).type(), number.arrayType(), place);
  }

  private static RuntimeException notNumbers(Type element, Place place) {
    return place.error(
        "an array of %s is no WIT type; write List<%s>"
            .formatted(
                element.getTypeName(),
                element instanceof Class<?> primitive && primitive.isPrimitive()
                    ? BOXES.getOrDefault(primitive, Integer.class).getSimpleName()
                    : element.getTypeName()));
  }

  private static Derived numericList(ValType element, Class<?> container, Place place) {
    if (element.structure() == PrimitiveType.CHAR) {
      throw place.error("an array of code points is no WIT type; write List<@CodePoint Integer>");
    }
    ListType type = new ListType(element);
    return new Derived(type, new Binding.NumericList(type, container));
  }

  private Derived generic(AnnotatedParameterizedType java, Set<Marker> markers, Place place) {
    Class<?> raw = (Class<?>) ((ParameterizedType) java.getType()).getRawType();
    Place inside = place.in("argument of", raw.getSimpleName());
    AnnotatedType first = java.getAnnotatedActualTypeArguments()[0];
    if (raw == CompletionStage.class) {
      allow(markers, java.getType(), place, Marker.FUTURE);
      return future(unlent(first, inside));
    }
    allow(markers, java.getType(), place);
    if (raw == List.class) {
      return list(of(first, inside));
    } else if (raw == Optional.class) {
      if (first.isAnnotationPresent(Nullable.class)) {
        throw inside.error("an Optional holds no null; write Optional<Optional<...>>");
      }
      return option(of(first, inside), true);
    } else if (raw == Flow.Publisher.class) {
      return first.isAnnotationPresent(Chunk.class)
          ? chunked(first, inside)
          : stream(unlent(first, inside));
    } else if (raw == Set.class) {
      return flags(first, inside);
    } else if (java.getType().getTypeName().equals(DEFERRED_BYTES)) {
      return numericList(PrimitiveType.U8, Function.class, place);
    } else if (raw == Result.class) {
      AnnotatedType second = java.getAnnotatedActualTypeArguments()[1];
      return result(ofResult(first, inside), ofResult(second, inside));
    }
    throw unmappable(
        java.getType(),
        "of generic types only List, Set, Optional, CompletionStage, Flow.Publisher and Result do",
        place);
  }

  private Derived flags(AnnotatedType element, Place place) {
    if (!(element.getType() instanceof Class<?> type) || !type.isEnum()) {
      throw place.error("flags are a Set of an enum; write an enum, or List for a list");
    }
    return flags(type, place);
  }

  /** The flags of an enum. */
  Derived flags(Class<?> type, Place place) {
    if (!type.isEnum()) {
      throw place.error("flags are those of an enum");
    }
    Members.checkAccessible(type, place);
    Derived flags = scope.named(type, () -> classes.flags(type, place), place);
    return checkKind(flags, Binding.FlagsOf.class, type, place);
  }

  /** The type of a class or interface without type arguments. */
  private Derived unannotated(Class<?> java, Set<Marker> markers, Place place) {
    Class<?> type = BOXES.getOrDefault(java, java);
    Map<Class<?>, PrimitiveType> table = markers.contains(Marker.UNSIGNED) ? UNSIGNED : SIGNED;
    if (type == Integer.class && markers.equals(EnumSet.of(Marker.CODE_POINT))) {
      return scalar(PrimitiveType.CHAR);
    } else if (table.containsKey(type) && EnumSet.of(Marker.UNSIGNED).containsAll(markers)) {
      return scalar(table.get(type));
    } else if (java.isArray() && NUMBERS.contains(java.getComponentType())) {
      ValType element =
          java == byte[].class
              ? PrimitiveType.U8
              : unannotated(java.getComponentType(), markers, place).type();
      return numericList(element, java, place);
    } else if (java.isAnnotationPresent(WitResource.class)
        && EnumSet.of(Marker.BORROW).containsAll(markers)) {
      return handle(resource(java, place), java, markers.contains(Marker.BORROW));
    }
    allow(markers, java, place);
    if (java == ByteBuffer.class) {
      return numericList(PrimitiveType.U8, java, place);
    } else if (java.getTypeParameters().length > 0) {
      throw place.error(
          "%s is raw or generic; say of what, as in List<String>, and use no generic class of yours"
              .formatted(java.getTypeName()));
    } else if (java.isRecord() || java.isEnum() || java.isSealed()) {
      return ofClass(java, place);
    }
    throw unmappable(java, hint(java), place);
  }

  private Derived ofClass(Class<?> java, Place place) {
    Members.checkAccessible(java, place);
    if (java.isRecord()) {
      return classes.isTuple(java)
          ? classes.tuple(java, place)
          : scope.named(java, () -> classes.record(java, place), place);
    } else if (java.isEnum()) {
      Derived derived = scope.named(java, () -> classes.enumeration(java, place), place);
      return checkKind(derived, Binding.EnumOf.class, java, place);
    }
    return scope.named(java, () -> classes.variant(java, place), place);
  }

  private static Derived checkKind(
      Derived derived, Class<? extends Binding> kind, Class<?> java, Place place) {
    if (!kind.isInstance(derived.binding())) {
      throw place.error(
          java.getTypeName()
              + " is used both by itself, as an enum, and in a Set, as flags; make two enums of it");
    }
    return derived;
  }

  private static String hint(Class<?> java) {
    if (java == char.class || java == Character.class) {
      return "write @CodePoint int";
    } else if (java == Void.class || java == void.class) {
      return "leave it away";
    } else if (java.isInterface()) {
      return "mark it @WitResource for a resource, or seal it for a variant";
    }
    return "write a record of what is in it";
  }

  private static RuntimeException unmappable(Type java, String hint, Place place) {
    return place.error(java.getTypeName() + " has no WIT type; " + hint + SEE);
  }

  /** Refuses markers other than those that mean something on a type. */
  private static void allow(Set<Marker> markers, Type java, Place place, Marker... meaningful) {
    for (Marker marker : markers) {
      if (!List.of(meaningful).contains(marker)) {
        throw place.error(
            "%s means nothing on %s; take it away".formatted(marker, java.getTypeName()));
      }
    }
  }

  private static Derived handle(ResourceType resource, Class<?> java, boolean borrowed) {
    if (borrowed) {
      BorrowType type = new BorrowType(resource);
      return new Derived(type, new Binding.BorrowOf(type, java));
    }
    OwnType type = new OwnType(resource);
    return new Derived(type, new Binding.Own(type, java));
  }

  private static Derived scalar(PrimitiveType type) {
    return new Derived(type, new Binding.Scalar(type));
  }

  private static Derived list(Derived element) {
    ListType type = new ListType(element.type());
    return new Derived(type, new Binding.ListOf(type, element.binding()));
  }

  private static Derived option(Derived element, boolean optional) {
    OptionType type = new OptionType(element.type());
    return new Derived(type, new Binding.OptionOf(type, element.binding(), optional));
  }

  private static Derived result(@Nullable Derived ok, @Nullable Derived error) {
    ResultType type = new ResultType(type(ok), type(error));
    return new Derived(type, new Binding.ResultOf(type, binding(ok), binding(error)));
  }

  private static Derived stream(@Nullable Derived element) {
    StreamType type = new StreamType(type(element));
    return new Derived(type, new Binding.StreamOf(type, binding(element)));
  }

  private Derived chunked(AnnotatedType chunk, Place place) {
    allow(Marker.on(chunk), chunk.getType(), place, Marker.CHUNK);
    Derived list =
        chunk.getType() == ByteBuffer.class
            ? numericList(PrimitiveType.U8, ByteBuffer.class, place)
            : chunk instanceof AnnotatedArrayType numbers ? array(numbers, place) : null;
    if (list == null || !(list.binding() instanceof Binding.NumericList numbers)) {
      throw place.error("a chunk is a ByteBuffer or an array of numbers");
    }
    StreamType type = new StreamType(numbers.type().element());
    return new Derived(type, new Binding.StreamOf(type, numbers, true));
  }

  private static Derived future(@Nullable Derived element) {
    FutureType type = new FutureType(type(element));
    return new Derived(type, new Binding.FutureOf(type, binding(element)));
  }

  /** The type of what may be nothing. */
  static @Nullable ValType type(@Nullable Derived derived) {
    return derived == null ? null : derived.type();
  }

  /** The binding of what may be nothing. */
  static @Nullable Binding binding(@Nullable Derived derived) {
    return derived == null ? null : derived.binding();
  }
}
