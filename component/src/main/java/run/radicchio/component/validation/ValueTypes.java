package run.radicchio.component.validation;

import static run.radicchio.component.validation.TypeDescription.kind;
import static run.radicchio.component.validation.TypeDescription.listed;
import static run.radicchio.component.validation.TypeDescription.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * Compares types of values, which must be equal but for names, and reports each place where two
 * part.
 */
final class ValueTypes {
  private final BiPredicate<ResourceType, ResourceType> sameResource;
  private final Consumer<String> report;
  private final BooleanSupplier isEnough;
  private final Work work;
  private final IdentityHashMap<ValType, ValType> equal = new IdentityHashMap<>(0);

  /** How one came to the types that are compared: formats, each followed by what it formats. */
  private final List<Object> context = new ArrayList<>(0);

  /**
   * A comparison.
   *
   * @param sameResource whether an actual resource type is the expected one
   * @param report told of each difference
   * @param isEnough whether no more differences are looked for
   * @param work which is counted, and can end it
   */
  ValueTypes(
      BiPredicate<ResourceType, ResourceType> sameResource,
      Consumer<String> report,
      BooleanSupplier isEnough,
      Work work) {
    this.sameResource = sameResource;
    this.report = report;
    this.isEnough = isEnough;
    this.work = work;
  }

  /**
   * Compares two types.
   *
   * @return whether they are equal; false too if enough differences are found before
   */
  @SuppressWarnings("ReferenceEquality") // types are graphs: what was compared is not again
  boolean compare(ValType actual, ValType expected) {
    ValType found = actual.structure();
    ValType wanted = expected.structure();
    if (found == wanted || equal.get(found) == wanted) {
      return true;
    }
    boolean same = !isEnough.getAsBoolean() && compareStructures(found, wanted);
    if (same && !(found instanceof PrimitiveType)) {
      work.steps(1);
      equal.put(found, wanted);
    }
    return same;
  }

  /**
   * Compares two types that are parts of others.
   *
   * @param place what a report begins with, as a format
   * @param part what is put there: the name or number of the part
   */
  boolean compare(ValType actual, ValType expected, String place, Object part) {
    context.addLast(place);
    context.addLast(part);
    boolean same = compare(actual, expected);
    context.removeLast();
    context.removeLast();
    return same;
  }

  /**
   * The same for types that may be absent.
   *
   * @param what what it is the type of, for the message
   */
  boolean compareOptional(
      @Nullable ValType actual, @Nullable ValType expected, String what, String place) {
    if (actual != null && expected != null) {
      return compare(actual, expected, place, "");
    }
    return actual == expected
        || differ(
            place
                + (actual == null
                    ? "expected " + what + ", but found none: expected `" + text(expected) + "`"
                    : "expected " + what + " to not be present, found `" + text(actual) + "`"));
  }

  private boolean compareStructures(ValType actual, ValType expected) {
    return switch (expected) {
      case PrimitiveType primitive -> actual == primitive || primitive(actual, primitive);
      case OwnType(ResourceType wanted) when actual instanceof OwnType(ResourceType found) ->
          handles(found, wanted);
      case BorrowType(ResourceType wanted) when actual instanceof BorrowType(ResourceType found) ->
          handles(found, wanted);
      case ListType wanted when actual instanceof ListType found ->
          Objects.equals(found.length(), wanted.length())
              ? compare(found.element(), wanted.element(), "type mismatch in list: ", "")
              : written(actual, expected, "");
      case OptionType wanted when actual instanceof OptionType found ->
          compare(found.element(), wanted.element(), "type mismatch in option: ", "");
      case StreamType wanted when actual instanceof StreamType found ->
          compareOptional(found.element(), wanted.element(), "stream type", "mismatch in stream: ");
      case FutureType wanted when actual instanceof FutureType found ->
          compareOptional(found.element(), wanted.element(), "future type", "mismatch in future: ");
      case MapType wanted when actual instanceof MapType found -> {
        boolean keys = compare(found.key(), wanted.key(), "type mismatch in map key: ", "");
        boolean values = compare(found.value(), wanted.value(), "type mismatch in map value: ", "");
        yield keys && values;
      }
      case ResultType wanted when actual instanceof ResultType found -> {
        boolean oks =
            compareOptional(found.ok(), wanted.ok(), "ok type", "type mismatch in ok variant: ");
        boolean errors =
            compareOptional(
                found.error(), wanted.error(), "err type", "type mismatch in err variant: ");
        yield oks && errors;
      }
      case TupleType(List<ValType> wanted) when actual instanceof TupleType(List<ValType> found) ->
          isAsLong(found, wanted, "types", null) && all(wanted, i -> element(found, wanted, i));
      case RecordType(List<RecordType.Field> wanted)
          when actual instanceof RecordType(List<RecordType.Field> found) ->
          isAsLong(found, wanted, "fields", RecordType.Field::name)
              && all(wanted, i -> field(found.get(i), wanted.get(i)));
      case VariantType(List<VariantType.Case> wanted)
          when actual instanceof VariantType(List<VariantType.Case> found) ->
          isAsLong(found, wanted, "cases", VariantType.Case::name)
              && all(wanted, i -> variantCase(found.get(i), wanted.get(i)));
      case EnumType(List<String> wanted) when actual instanceof EnumType(List<String> found) ->
          same(found, wanted) || differ("mismatch in enum elements: " + names(found, wanted));
      case FlagsType(List<String> wanted) when actual instanceof FlagsType(List<String> found) ->
          same(found, wanted) || differ("mismatch in flags elements: " + names(found, wanted));
      case NamedType named -> throw new AssertionError(named + " is no structure");
      default ->
          written(
              actual, expected, "expected " + kind(expected) + ", found " + kind(actual) + ": ");
    };
  }

  private boolean primitive(ValType actual, PrimitiveType expected) {
    return actual instanceof PrimitiveType
        ? differ(
            "expected primitive `%s` found primitive `%s`".formatted(text(expected), text(actual)))
        : written(
            actual, expected, "expected " + text(expected) + ", found " + kind(actual) + ": ");
  }

  private boolean handles(ResourceType actual, ResourceType expected) {
    return sameResource.test(actual, expected) || differ(resources(actual, expected));
  }

  /** That two resource types differ, which can have the same name. */
  static String resources(ResourceType actual, ResourceType expected) {
    return "resource types are not the same: expected `%s`, found %s"
        .formatted(
            expected.name(),
            actual.name().equals(expected.name())
                ? "another of that name"
                : "`" + actual.name() + "`");
  }

  private <T> boolean isAsLong(
      List<T> actual, List<T> expected, String what, @Nullable Function<T, String> name) {
    work.look(expected.size());
    if (actual.size() == expected.size() || isEnough.getAsBoolean()) {
      return actual.size() == expected.size();
    }
    String count = "expected %d %s, found %d".formatted(expected.size(), what, actual.size());
    return differ(
        name == null
            ? count
            : count
                + ": "
                + names(actual.stream().map(name).toList(), expected.stream().map(name).toList()));
  }

  /** Whether all parts are equal, of which each is compared, to report all that are not. */
  private static boolean all(List<?> parts, IntPredicate isEqual) {
    boolean same = true;
    for (int i = 0; i < parts.size(); i++) {
      same &= isEqual.test(i);
    }
    return same;
  }

  private boolean same(List<String> actual, List<String> expected) {
    work.look(expected.size());
    return actual.equals(expected);
  }

  /** In what names differ: which are missing, which are too many, or that it is their order. */
  private static String names(List<String> actual, List<String> expected) {
    List<String> missing = without(expected, actual);
    List<String> unexpected = without(actual, expected);
    if (missing.isEmpty() && unexpected.isEmpty()) {
      return "the order differs: expected %s, found %s".formatted(listed(expected), listed(actual));
    }
    return Stream.of(
            missing.isEmpty() ? "" : "missing " + listed(missing),
            unexpected.isEmpty() ? "" : "not expected " + listed(unexpected))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static List<String> without(List<String> names, List<String> others) {
    Set<String> known = Set.copyOf(others);
    return names.stream().filter(name -> !known.contains(name)).toList();
  }

  private boolean element(List<ValType> actual, List<ValType> expected, int index) {
    return compare(
        actual.get(index), expected.get(index), "type mismatch in tuple field %s: ", index);
  }

  private boolean field(RecordType.Field actual, RecordType.Field expected) {
    String name = expected.name();
    return actual.name().equals(name)
        ? compare(actual.type(), expected.type(), "type mismatch in record field `%s`: ", name)
        : differ("expected field name `%s`, found `%s`".formatted(name, actual.name()));
  }

  private boolean variantCase(VariantType.Case actual, VariantType.Case expected) {
    String name = expected.name();
    if (!actual.name().equals(name)) {
      return differ("expected case named `%s`, found `%s`".formatted(name, actual.name()));
    }
    ValType found = actual.type();
    ValType wanted = expected.type();
    if (found != null && wanted != null) {
      return compare(found, wanted, "type mismatch in variant case `%s`: ", name);
    }
    return found == wanted
        || differ(
            wanted == null
                ? "expected case `" + name + "` to have no type, found one"
                : "expected case `" + name + "` to have a type, found none");
  }

  private boolean written(ValType actual, ValType expected, String place) {
    return differ(place + "expected `%s`, found `%s`".formatted(text(expected), text(actual)));
  }

  private boolean differ(String problem) {
    if (!isEnough.getAsBoolean()) {
      StringBuilder report = new StringBuilder();
      for (int i = 0; i < context.size(); i += 2) {
        report.append(((String) context.get(i)).formatted(context.get(i + 1)));
      }
      this.report.accept(report.append(problem).toString());
    }
    return false;
  }
}
