package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreTypeText;

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
    String problem = actual == null ? CoreTypeText.of(expected) : mismatch(actual, expected);
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
          found.matches(wanted) ? null : differ(actual, expected);
      case CoreType.Tag(CoreType.Function wanted)
          when actual instanceof CoreType.Tag(CoreType.Function found) ->
          found.equals(wanted) ? null : differ(actual, expected);
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
    if (!actual.element().equals(expected.element())) {
      return "expected table element type %s, found %s"
          .formatted(expected.element(), actual.element());
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
    boolean matches =
        expected.mutable()
            ? actual.value().equals(expected.value())
            : actual.value().matches(expected.value());
    return matches
        ? null
        : "expected global type %s, found %s".formatted(expected.value(), actual.value());
  }

  private static boolean matches(CoreType.Limits actual, CoreType.Limits expected) {
    Long most = actual.maximum();
    Long allowed = expected.maximum();
    return actual.index64() == expected.index64()
        && Long.compareUnsigned(actual.minimum(), expected.minimum()) >= 0
        && (allowed == null || (most != null && Long.compareUnsigned(most, allowed) <= 0));
  }

  private static String differ(CoreType actual, CoreType expected) {
    return "expected: %s, found: %s".formatted(CoreTypeText.of(expected), CoreTypeText.of(actual));
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
}
