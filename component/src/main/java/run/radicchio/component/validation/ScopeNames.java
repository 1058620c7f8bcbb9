package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

/**
 * The names of a scope's imports, or those of its exports: strongly unique, and annotated only
 * where the types allow it (Binary.md, "Import and Export Definitions").
 */
final class ScopeNames {
  private final String what;
  private final boolean introduces;
  private final Map<String, String> taken = new HashMap<>();
  private final Map<String, ResourceType> resources = new HashMap<>();

  private ScopeNames(String what, boolean introduces) {
    this.what = what;
    this.introduces = introduces;
  }

  /** Of the imports or exports of a scope: {@code what} is "import" or "export". */
  static ScopeNames of(String what) {
    return new ScopeNames(what, true);
  }

  /**
   * Of the exports of an instance made of definitions, which have their names already: no resource
   * type is first named there, so that no function of one can be.
   */
  static ScopeNames ofInstance() {
    return new ScopeNames("export", false);
  }

  /**
   * Takes a name for something of a type.
   *
   * @throws InvalidComponentException if it is taken, or not allowed for the type
   */
  void add(AttributedName name, ExternType type, long offset) {
    String previous = taken.putIfAbsent(name.parsed().canonical(), name.text());
    if (previous != null) {
      throw new InvalidComponentException(
          "%s name `%s` conflicts with previous name `%s`".formatted(what, name.text(), previous),
          offset);
    }
    name.checkAttributes(type, offset);
    String problem = problem(name.parsed(), type);
    if (problem != null) {
      throw new InvalidComponentException(
          "%s name `%s` is not valid: %s".formatted(what, name.text(), problem), offset);
    }
    if (introduces && name.parsed() instanceof ExternName.Label(String label)) {
      switch (type) {
        case TypeBound.SubResource(ResourceType resource) -> resources.put(label, resource);
        case TypeBound.EqualsResource(ResourceType resource) -> resources.put(label, resource);
        default -> {}
      }
    }
  }

  private @Nullable String problem(ExternName name, ExternType type) {
    return switch (name) {
      case ExternName.Label l -> null;
      case ExternName.Interface i -> null;
      case ExternName.Constructor(String resource) ->
          type instanceof FuncType function ? constructor(resource, function) : notFunction();
      case ExternName.Method(String resource, String label) ->
          type instanceof FuncType function ? method(resource, function) : notFunction();
      case ExternName.Static(String resource, String label) ->
          !(type instanceof FuncType)
              ? notFunction()
              : resources.containsKey(resource)
                  ? null
                  : "static resource name is not known in this context: expected an %s of `%s`"
                      .formatted(what, resource);
    };
  }

  private static String notFunction() {
    return "it is not a func";
  }

  private @Nullable String constructor(String resource, FuncType type) {
    ValType result = type.result();
    if (result == null) {
      return "function should return one value";
    }
    ValType structure = result.structure();
    ValType made =
        structure instanceof ResultType(ValType ok, ValType error) && ok != null
            ? ok.structure()
            : structure;
    return made instanceof OwnType(ResourceType own)
        ? belongs(own, resource)
        : "function should return `(own $T)` or `(result (own $T))`";
  }

  private @Nullable String method(String resource, FuncType type) {
    List<FuncType.Parameter> parameters = type.parameters();
    if (parameters.isEmpty()) {
      return "function should have at least one argument";
    }
    FuncType.Parameter self = parameters.getFirst();
    if (!self.name().equals("self")) {
      return "function should have a first argument called `self`, found `" + self.name() + "`";
    }
    return self.type().structure() instanceof BorrowType(ResourceType borrowed)
        ? belongs(borrowed, resource)
        : "function should take a first argument of `(borrow $T)`";
  }

  private @Nullable String belongs(ResourceType used, String expected) {
    if (used.equals(resources.get(expected))) {
      return null;
    }
    return resources.entrySet().stream()
        .filter(entry -> entry.getValue().equals(used))
        .map(
            entry ->
                "function does not match expected resource name `%s`: its name says `%s`"
                    .formatted(entry.getKey(), expected))
        .findFirst()
        .orElse("resource used in function does not have a name in this context");
  }
}
