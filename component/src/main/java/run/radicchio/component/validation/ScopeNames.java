package run.radicchio.component.validation;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
  /** Clearing a larger map takes longer than making one. */
  private static final int FEW = 64;

  private final Work work;
  private final String what;
  private final boolean introduces;
  private SequencedMap<String, ExternType> types = NONE;

  /** Names that must differ from others in a form that they are not written in, by that form. */
  private Map<String, String> otherForms = Map.of();

  private static final SequencedMap<String, ExternType> NONE =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>(0));

  private ScopeNames(String what, boolean introduces, Work work) {
    this.work = work;
    this.what = what;
    this.introduces = introduces;
  }

  /** Of the imports or exports of a scope: {@code what} is "import" or "export". */
  static ScopeNames of(String what, Work work) {
    return new ScopeNames(what, true, work);
  }

  /**
   * Of the exports of an instance made of definitions, which have their names already: no resource
   * type is first named there, so that no function of one can be.
   */
  static ScopeNames ofInstance(Work work) {
    return new ScopeNames("export", false, work);
  }

  /** The names so far and the types of what they name, in order. */
  SequencedMap<String, ExternType> types() {
    return types;
  }

  /** Forgets all names. */
  void clear() {
    if (types.size() > FEW) {
      types = NONE;
    } else if (!types.isEmpty()) {
      types.clear();
    }
    otherForms = Map.of();
  }

  /**
   * Takes a name for something of a type.
   *
   * @throws InvalidComponentException if it is taken, or not allowed for the type
   */
  void add(AttributedName name, ExternType type, long offset) {
    take(name, offset);
    name.checkAttributes(type, offset);
    String problem = problem(name.parsed(), type);
    if (problem != null) {
      throw new InvalidComponentException(
          "%s name `%s` is not valid: %s".formatted(what, name.text(), problem), offset);
    }
    if (types == NONE) {
      types = new LinkedHashMap<>();
    }
    types.put(name.text(), type);
  }

  private void take(AttributedName name, long offset) {
    String form = name.parsed().canonical();
    String previous = types.containsKey(form) ? form : otherForms.get(form);
    if (previous != null) {
      throw new InvalidComponentException(
          "%s name `%s` conflicts with previous name `%s`".formatted(what, name.text(), previous),
          offset);
    }
    if (!form.equals(name.text())) {
      work.steps(Work.OTHER_FORM, offset);
      if (otherForms.isEmpty()) {
        otherForms = new HashMap<>();
      }
      otherForms.put(form, name.text());
    }
  }

  /** The resource type of a name, or null where it names none. */
  private @Nullable ResourceType resource(String name) {
    return introduces ? resource(types.get(name)) : null;
  }

  private static @Nullable ResourceType resource(@Nullable ExternType type) {
    return switch (type) {
      case TypeBound.SubResource(ResourceType resource) -> resource;
      case TypeBound.EqualsResource(ResourceType resource) -> resource;
      case null, default -> null;
    };
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
              : resource(resource) != null
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
    if (used.equals(resource(expected))) {
      return null;
    }
    return types.entrySet().stream()
        .filter(entry -> introduces && used.equals(resource(entry.getValue())))
        .map(
            entry ->
                "function does not match expected resource name `%s`: its name says `%s`"
                    .formatted(entry.getKey(), expected))
        .findFirst()
        .orElse("resource used in function does not have a name in this context");
  }
}
