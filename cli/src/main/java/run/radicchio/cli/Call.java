package run.radicchio.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.text.Wave;
import run.radicchio.component.text.WaveException;
import run.radicchio.component.type.TypeText;

/**
 * A call of a function that a component exports.
 *
 * @param arguments in the representation of {@link run.radicchio.component.value}
 */
record Call(ExportedFunction function, List<Object> arguments) {
  private static final String ENTRY = "wasi:cli/run@0.";

  /** A component may export hundreds of functions, and a message is to be read. */
  private static final int NAMED = 8;

  /**
   * The call that runs a component: of its {@code wasi:cli/run}, or else of its only function.
   *
   * @throws Failure if there is no such function, or it takes arguments
   */
  static Call ofOnlyFunction(Map<String, ExportedFunction> functions) {
    ExportedFunction function = onlyFunction(functions);
    if (!function.type().parameters().isEmpty()) {
      throw Failure.misuse(
          "%s takes arguments; give them as --invoke '%s(...)': it is %s"
              .formatted(function.name(), function.name(), TypeText.of(function.type())));
    }
    return new Call(function, List.of());
  }

  private static ExportedFunction onlyFunction(Map<String, ExportedFunction> functions) {
    for (ExportedFunction function : functions.values()) {
      if (function.name().startsWith(ENTRY)) {
        return function;
      }
    }
    List<ExportedFunction> free = functions.values().stream().filter(Call::isFree).toList();
    return switch (free.size()) {
      case 1 -> free.getFirst();
      case 0 -> throw Failure.misuse("the component exports no function that could be run");
      default ->
          throw Failure.misuse(
              "the component exports several functions; choose one with --invoke 'NAME(ARG, ...)': "
                  + names(free));
    };
  }

  /** Whether it is no function of a resource. */
  private static boolean isFree(ExportedFunction function) {
    return !bareName(function).startsWith("[");
  }

  private static String bareName(ExportedFunction function) {
    return function.name().substring(function.name().indexOf('#') + 1);
  }

  /**
   * A call as the user writes it in WAVE.
   *
   * @param text such as {@code add(1, 2)}; a function of an exported instance goes by its own name,
   *     or after the instance's as {@code example:math/sums#add(1, 2)}
   * @throws Failure if there is no such function, or these are not arguments of it
   */
  static Call parse(String text, Map<String, ExportedFunction> functions) {
    try {
      ExportedFunction function = named(Wave.functionName(text), functions);
      return new Call(function, arguments(text, function));
    } catch (WaveException misuse) {
      throw Failure.misuse("--invoke: " + misuse.getMessage(), misuse);
    }
  }

  private static List<Object> arguments(String text, ExportedFunction function) {
    try {
      return Wave.arguments(text, function.type());
    } catch (WaveException misuse) {
      throw Failure.misuse(
          "--invoke: %s%n  %s is %s"
              .formatted(misuse.getMessage(), function.name(), TypeText.of(function.type())),
          misuse);
    }
  }

  private static ExportedFunction named(String name, Map<String, ExportedFunction> functions) {
    ExportedFunction exact = functions.get(name);
    if (exact != null) {
      return exact;
    }
    List<ExportedFunction> found =
        functions.values().stream().filter(one -> bareName(one).equals(name)).toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 ->
          throw Failure.misuse(
              "the component exports no function %s; it has %s"
                  .formatted(name, names(functions.values())));
      default ->
          throw Failure.misuse("several functions are called %s: %s".formatted(name, names(found)));
    };
  }

  private static String names(Collection<ExportedFunction> functions) {
    String first =
        functions.stream()
            .limit(NAMED)
            .map(ExportedFunction::name)
            .collect(Collectors.joining(", "));
    int rest = functions.size() - NAMED;
    return rest > 0 ? "%s, and %d more, which inspect shows".formatted(first, rest) : first;
  }

  /** Calls the function and waits; traps as {@link ExportedFunction#call} does. */
  Outcome make() {
    return new Outcome(function, function.call(arguments.toArray()));
  }
}
