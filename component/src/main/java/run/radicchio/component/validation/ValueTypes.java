package run.radicchio.component.validation;

import static run.radicchio.component.validation.TypeDescription.kind;
import static run.radicchio.component.validation.TypeDescription.text;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
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
  /** More names than this are not listed. */
  private static final int MAX_NAMES = 20;

  private final BiPredicate<ResourceType, ResourceType> sameResource;
  private final Consumer<String> report;
  private final IdentityHashMap<ValType, ValType> equal = new IdentityHashMap<>();

  /**
   * A comparison.
   *
   * @param sameResource whether an actual resource type is the expected one
   * @param report told of each difference
   */
  ValueTypes(BiPredicate<ResourceType, ResourceType> sameResource, Consumer<String> report) {
    this.sameResource = sameResource;
    this.report = report;
  }

  /**
   * Compares two types.
   *
   * @param context what a report begins with: how one came to these types
   * @return whether they are equal
   */
  @SuppressWarnings("ReferenceEquality") // types are graphs: what was compared is not again
  boolean compare(ValType actual, ValType expected, String context) {
    ValType found = actual.structure();
    ValType wanted = expected.structure();
    if (equal.get(found) == wanted) {
      return true;
    }
    boolean same = compareStructures(found, wanted, context);
    if (same) {
      equal.put(found, wanted);
    }
    return same;
  }

  /**
   * The same for types that may be absent.
   *
   * @param what what it is the type of, for the message
   */
  boolean compareOptional(
      @Nullable ValType actual, @Nullable ValType expected, String what, String context) {
    if (actual == null) {
      return expected == null
          || differ(
              context, "expected " + what + ", but found none: expected `" + text(expected) + "`");
    }
    if (expected == null) {
      return differ(
          context, "expected " + what + " to not be present, found `" + text(actual) + "`");
    }
    return compare(actual, expected, context);
  }

  private boolean compareStructures(ValType actual, ValType expected, String context) {
    return switch (expected) {
      case PrimitiveType primitive -> actual == primitive || primitive(actual, primitive, context);
      case OwnType(ResourceType wanted) when actual instanceof OwnType(ResourceType found) ->
          handles(found, wanted, context);
      case BorrowType(ResourceType wanted) when actual instanceof BorrowType(ResourceType found) ->
          handles(found, wanted, context);
      case ListType wanted when actual instanceof ListType found ->
          Objects.equals(found.length(), wanted.length())
              ? compare(found.element(), wanted.element(), context + "type mismatch in list: ")
              : written(actual, expected, context);
      case OptionType wanted when actual instanceof OptionType found ->
          compare(found.element(), wanted.element(), context + "type mismatch in option: ");
      case StreamType wanted when actual instanceof StreamType found ->
          compareOptional(
              found.element(), wanted.element(), "stream type", context + "mismatch in stream: ");
      case FutureType wanted when actual instanceof FutureType found ->
          compareOptional(
              found.element(), wanted.element(), "future type", context + "mismatch in future: ");
      case MapType wanted when actual instanceof MapType found -> {
        boolean keys = compare(found.key(), wanted.key(), context + "type mismatch in map key: ");
        boolean values =
            compare(found.value(), wanted.value(), context + "type mismatch in map value: ");
        yield keys && values;
      }
      case ResultType wanted when actual instanceof ResultType found -> {
        boolean oks =
            compareOptional(
                found.ok(), wanted.ok(), "ok type", context + "type mismatch in ok variant: ");
        boolean errors =
            compareOptional(
                found.error(),
                wanted.error(),
                "err type",
                context + "type mismatch in err variant: ");
        yield oks && errors;
      }
      case TupleType wanted when actual instanceof TupleType found ->
          elements(found.elements(), wanted.elements(), context);
      case RecordType wanted when actual instanceof RecordType found ->
          fields(found.fields(), wanted.fields(), context);
      case VariantType wanted when actual instanceof VariantType found ->
          cases(found.cases(), wanted.cases(), context);
      case EnumType wanted when actual instanceof EnumType found ->
          found.names().equals(wanted.names())
              || differ(
                  context + "mismatch in enum elements: ", names(found.names(), wanted.names()));
      case FlagsType wanted when actual instanceof FlagsType found ->
          found.names().equals(wanted.names())
              || differ(
                  context + "mismatch in flags elements: ", names(found.names(), wanted.names()));
      case NamedType named -> throw new AssertionError(named + " is no structure");
      default ->
          written(
              actual,
              expected,
              context + "expected " + kind(expected) + ", found " + kind(actual) + ": ");
    };
  }

  private boolean primitive(ValType actual, PrimitiveType expected, String context) {
    return actual instanceof PrimitiveType
        ? differ(
            context,
            "expected primitive `%s` found primitive `%s`".formatted(text(expected), text(actual)))
        : written(
            actual,
            expected,
            context + "expected " + text(expected) + ", found " + kind(actual) + ": ");
  }

  private boolean handles(ResourceType actual, ResourceType expected, String context) {
    return sameResource.test(actual, expected) || differ(context, resources(actual, expected));
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

  private boolean elements(List<ValType> actual, List<ValType> expected, String context) {
    if (actual.size() != expected.size()) {
      return differ(context, count(actual.size(), expected.size(), "types"));
    }
    boolean same = true;
    for (int i = 0; i < expected.size(); i++) {
      same &=
          compare(
              actual.get(i), expected.get(i), context + "type mismatch in tuple field " + i + ": ");
    }
    return same;
  }

  private boolean fields(
      List<RecordType.Field> actual, List<RecordType.Field> expected, String context) {
    if (actual.size() != expected.size()) {
      return differ(
          context,
          count(actual.size(), expected.size(), "fields")
              + ": "
              + names(
                  actual.stream().map(RecordType.Field::name).toList(),
                  expected.stream().map(RecordType.Field::name).toList()));
    }
    boolean same = true;
    for (int i = 0; i < expected.size(); i++) {
      RecordType.Field found = actual.get(i);
      RecordType.Field wanted = expected.get(i);
      same &=
          found.name().equals(wanted.name())
              ? compare(
                  found.type(),
                  wanted.type(),
                  context + "type mismatch in record field `" + wanted.name() + "`: ")
              : differ(
                  context,
                  "expected field name `%s`, found `%s`".formatted(wanted.name(), found.name()));
    }
    return same;
  }

  private boolean cases(
      List<VariantType.Case> actual, List<VariantType.Case> expected, String context) {
    if (actual.size() != expected.size()) {
      return differ(
          context,
          count(actual.size(), expected.size(), "cases")
              + ": "
              + names(
                  actual.stream().map(VariantType.Case::name).toList(),
                  expected.stream().map(VariantType.Case::name).toList()));
    }
    boolean same = true;
    for (int i = 0; i < expected.size(); i++) {
      same &= payload(actual.get(i), expected.get(i), context);
    }
    return same;
  }

  private boolean payload(VariantType.Case actual, VariantType.Case expected, String context) {
    String name = expected.name();
    if (!actual.name().equals(name)) {
      return differ(context, "expected case named `%s`, found `%s`".formatted(name, actual.name()));
    }
    ValType found = actual.type();
    ValType wanted = expected.type();
    if (found == null || wanted == null) {
      return found == wanted
          || differ(
              context,
              wanted == null
                  ? "expected case `" + name + "` to have no type, found one"
                  : "expected case `" + name + "` to have a type, found none");
    }
    return compare(found, wanted, context + "type mismatch in variant case `" + name + "`: ");
  }

  private static String count(int actual, int expected, String what) {
    return "expected %d %s, found %d".formatted(expected, what, actual);
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

  private static String listed(List<String> names) {
    int more = names.size() - MAX_NAMES;
    return names.stream()
            .limit(MAX_NAMES)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private boolean written(ValType actual, ValType expected, String context) {
    return differ(context, "expected `%s`, found `%s`".formatted(text(expected), text(actual)));
  }

  private boolean differ(String context, String problem) {
    report.accept(context + problem);
    return false;
  }
}
