package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;

/** Whether core definitions can be used as what is expected (core specification, "Matching"). */
final class CoreSubtyping {
  private CoreSubtyping() {}

  /** Reports what keeps a module from being used as one of another type. */
  static void compareModules(
      CoreModuleType actual, CoreModuleType expected, Consumer<String> report) {
    Map<String, Map<String, CoreType>> given = new HashMap<>();
    for (CoreModuleType.Import i : expected.imports()) {
      given.computeIfAbsent(i.module(), module -> new HashMap<>()).put(i.name(), i.type());
    }
    for (CoreModuleType.Import i : actual.imports()) {
      CoreType type = given.getOrDefault(i.module(), Map.of()).get(i.name());
      report(type, i.type(), "import", i.module(), i.name(), report);
    }
    expected
        .exports()
        .forEach(
            (name, type) -> report(actual.exports().get(name), type, "export", null, name, report));
  }

  private static void report(
      @Nullable CoreType actual,
      CoreType expected,
      String what,
      @Nullable String module,
      String name,
      Consumer<String> report) {
    String problem = actual == null ? text(expected) : mismatch(actual, expected);
    if (problem != null) {
      report.accept(
          "%s %s `%s`: %s"
              .formatted(
                  actual == null ? "missing expected" : "type mismatch in",
                  what,
                  module == null ? name : module + "::" + name,
                  problem));
    }
  }

  /** What keeps something of a type from being used as what is expected, or null if nothing. */
  static @Nullable String mismatch(CoreType actual, CoreType expected) {
    return switch (expected) {
      case CoreType.Function wanted when actual instanceof CoreType.Function found ->
          matches(found, wanted) ? null : differ(actual, expected);
      case CoreType.Tag(CoreType.Function wanted)
          when actual instanceof CoreType.Tag(CoreType.Function found) ->
          matches(found, wanted) ? null : differ(actual, expected);
      case CoreType.Table wanted when actual instanceof CoreType.Table found ->
          table(found, wanted);
      case CoreType.Memory wanted when actual instanceof CoreType.Memory found ->
          memory(found, wanted);
      case CoreType.Global wanted when actual instanceof CoreType.Global found ->
          global(found, wanted);
      default -> "expected " + sort(expected) + ", found " + sort(actual);
    };
  }

  private static @Nullable String table(CoreType.Table actual, CoreType.Table expected) {
    if (!same(actual.element(), expected.element())) {
      return "expected table element type %s, found %s"
          .formatted(text(expected.element()), text(actual.element()));
    }
    return matches(actual.limits(), expected.limits())
        ? null
        : "mismatch in table limits: " + differ(actual, expected);
  }

  private static @Nullable String memory(CoreType.Memory actual, CoreType.Memory expected) {
    if (actual.shared() != expected.shared()) {
      return "mismatch in the shared flag for memories: " + differ(actual, expected);
    }
    return matches(actual.limits(), expected.limits())
        ? null
        : "mismatch in memory limits: " + differ(actual, expected);
  }

  private static @Nullable String global(CoreType.Global actual, CoreType.Global expected) {
    if (actual.mutable() != expected.mutable()) {
      return "global types differ in mutability: " + differ(actual, expected);
    }
    boolean matches = same(actual.value(), expected.value()) || isNullableOf(actual, expected);
    return matches
        ? null
        : "expected global type %s, found %s"
            .formatted(text(expected.value()), text(actual.value()));
  }

  /** Whether a constant reference that is never null is used as one that may be. */
  private static boolean isNullableOf(CoreType.Global actual, CoreType.Global expected) {
    return !expected.mutable()
        && actual.value() instanceof CoreType.Reference(boolean nullable, String heap)
        && same(new CoreType.Reference(true, heap), expected.value());
  }

  private static boolean matches(CoreType.Function actual, CoreType.Function expected) {
    return matches(actual.parameters(), expected.parameters())
        && matches(actual.results(), expected.results());
  }

  private static boolean matches(List<CoreType.Value> actual, List<CoreType.Value> expected) {
    boolean same = actual.size() == expected.size();
    for (int i = 0; same && i < actual.size(); i++) {
      same = same(actual.get(i), expected.get(i));
    }
    return same;
  }

  /** A reference to a type by index is equal to none: the indices are of different modules. */
  private static boolean same(CoreType.Value actual, CoreType.Value expected) {
    return actual.equals(expected)
        && !(actual instanceof CoreType.Reference(boolean nullable, String heap)
            && Character.isDigit(heap.charAt(0)));
  }

  private static boolean matches(CoreType.Limits actual, CoreType.Limits expected) {
    Long most = actual.maximum();
    Long allowed = expected.maximum();
    return actual.index64() == expected.index64()
        && Long.compareUnsigned(actual.minimum(), expected.minimum()) >= 0
        && (allowed == null || (most != null && Long.compareUnsigned(most, allowed) <= 0));
  }

  private static String differ(CoreType actual, CoreType expected) {
    return "expected: %s, found: %s".formatted(text(expected), text(actual));
  }

  private static String sort(CoreType type) {
    return switch (type) {
      case CoreType.Function t -> "func";
      case CoreType.Table t -> "table";
      case CoreType.Memory t -> "memory";
      case CoreType.Global t -> "global";
      case CoreType.Tag t -> "tag";
    };
  }

  /** A core type in the text format. */
  static String text(CoreType type) {
    return switch (type) {
      case CoreType.Function function -> "(func" + signature(function) + ")";
      case CoreType.Tag(CoreType.Function function) -> "(tag" + signature(function) + ")";
      case CoreType.Table(CoreType.Reference element, CoreType.Limits limits) ->
          "(table" + limits(limits) + " " + text(element) + ")";
      case CoreType.Memory(CoreType.Limits limits, boolean shared) ->
          "(memory" + limits(limits) + (shared ? " shared" : "") + ")";
      case CoreType.Global(CoreType.Value value, boolean mutable) ->
          "(global " + (mutable ? "(mut " + text(value) + ")" : text(value)) + ")";
    };
  }

  private static String signature(CoreType.Function function) {
    return values(" (param", function.parameters()) + values(" (result", function.results());
  }

  private static String values(String opening, List<CoreType.Value> values) {
    return values.isEmpty()
        ? ""
        : values.stream()
            .map(CoreSubtyping::text)
            .collect(Collectors.joining(" ", opening + " ", ")"));
  }

  private static String limits(CoreType.Limits limits) {
    Long maximum = limits.maximum();
    return (limits.index64() ? " i64 " : " ")
        + Long.toUnsignedString(limits.minimum())
        + (maximum == null ? "" : " " + Long.toUnsignedString(maximum));
  }

  /** A type of core values in the text format. */
  static String text(CoreType.Value value) {
    return switch (value) {
      case CoreType.NumberType number -> number.toString();
      case CoreType.Reference(boolean nullable, String heap) ->
          nullable && !Character.isDigit(heap.charAt(0))
              ? heap + "ref"
              : "(ref " + (nullable ? "null " : "") + heap + ")";
    };
  }
}
